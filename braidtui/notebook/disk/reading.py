"""Reading the notebook without writing to it, wherever it lies."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from braidtui.notebook.disk import backups, schema
from braidtui.notebook.disk.errors import is_unwritable


def readable(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to a notebook of the present version: one of an older version is in memory."""
    try:
        connection = sqlite3.connect(_uri(path, "mode=rw"), uri=True, timeout=patience)
        return _up_to_date(connection, path)
    except sqlite3.DatabaseError as error:
        if not is_unwritable(error):
            raise
        return _up_to_date(_recovered(path), path)


def as_text(found: bytes) -> str:
    """A text of the file, which damage may have made none: it does not hide the others."""
    return found.decode(errors="replace")


def _up_to_date(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """The connection itself, or one to a copy in memory that the steps were taken in."""
    with ExitStack() as at_the_end:
        at_the_end.callback(connection.close)
        connection.text_factory = as_text
        if not schema.is_outdated(connection):
            at_the_end.pop_all()
            return connection
        backups.refuse_emptied(connection, path)
        copy = sqlite3.connect(":memory:")
        connection.backup(copy)
        schema.bring_up_to_date(copy)
        copy.commit()
    return copy


def _recovered(path: Path) -> sqlite3.Connection:
    """A copy in memory of a file that a killed process left half changed, where none may write.

    Its journal is played back in a folder for temporary files; without one the file is taken as it
    is.
    """
    import shutil
    import tempfile

    memory = sqlite3.connect(":memory:")
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, path.name)
            shutil.copyfile(path, copy)
            journal = path.with_name(f"{path.name}-journal")
            if journal.is_file():
                shutil.copyfile(journal, copy.with_name(journal.name))
            with closing(sqlite3.connect(copy)) as connection:
                connection.backup(memory)
    except OSError:
        with closing(sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)) as connection:
            connection.backup(memory)
    return memory


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"
