"""The notebook's file: SQLite, safe on the disk after each change, and never thrown away."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from braidtui.episode.problem import shortened

_PATIENCE = 5.0  # seconds for another process to end its writing

# What each version adds; a step that was released never changes. Keys and paths are bytes, as
# file names are.
_STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE places (
            key BLOB PRIMARY KEY,
            path BLOB NOT NULL,
            turn INTEGER NOT NULL DEFAULT 0,
            offset INTEGER NOT NULL DEFAULT 0,
            start INTEGER,
            fraction REAL NOT NULL DEFAULT 0,
            furthest REAL NOT NULL DEFAULT 0,
            is_read INTEGER NOT NULL DEFAULT 0,
            seen_at INTEGER
        ) WITHOUT ROWID""",
    ),
)


class NotebookError(Exception):
    """The notebook cannot be read or written; the message is one safe line."""


@contextmanager
def notebook_file(path: Path | None) -> Iterator[sqlite3.Connection]:
    """A transaction on the notebook: at its end all of it is on the disk. Raises NotebookError.

    Each has a connection of its own, so that it may be used in any thread: that costs 1 ms at most.
    """
    if path is None:
        raise NotebookError("no place is kept: there is no home folder for the notebook")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE)
        try:
            # EXTRA is FULL, and the folder too is on the disk once the journal is gone from it
            connection.execute("PRAGMA synchronous=EXTRA")
            _bring_up_to_date(connection)
            with connection:
                yield connection
        finally:
            connection.close()
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as error:
        raise NotebookError(shortened(f"notebook {path}: {_reason(error)}")) from error
    except OSError as error:
        raise NotebookError(shortened(f"notebook {path}: {error.strerror or error}")) from error


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    if _version(connection) == len(_STEPS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")  # another process may be at it too
        version = _version(connection)
        if version > len(_STEPS):
            raise sqlite3.NotSupportedError("it was written by a newer braidtui")
        for statements in _STEPS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(_STEPS)}")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _reason(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return f"it is damaged and left as it is ({error})"
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return "another program is writing to it"
    return str(error)
