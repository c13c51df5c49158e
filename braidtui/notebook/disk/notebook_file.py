"""The notebook's file: SQLite, safe on the disk after each change, and never thrown away."""

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from braidtui.notebook.disk import backups, schema
from braidtui.notebook.disk.errors import (
    Broken,
    NotebookError,
    UnreadableError,
    VanishedError,
    is_damage,
    refusal,
)
from braidtui.notebook.disk.reading import as_text, readable

Answer = TypeVar("Answer")

PATIENCE = 5.0  # seconds for another process to end its writing


class NotebookFile:
    """What is asked of the notebook, and what is changed in it; both raise NotebookError.

    Each has a connection of its own, so that it may be used in any thread: that costs 1 ms at most.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._notices: list[str] = []
        self._was_there = False

    def notices(self) -> tuple[str, ...]:
        """What befell the file since this was asked last, one safe line each."""
        count = len(self._notices)  # a thread may add to them meanwhile
        return tuple(self._notices.pop(0) for _ in range(count))

    def ask(
        self,
        question: Callable[[sqlite3.Connection], Answer],
        otherwise: Answer,
        patience: float | None = None,
    ) -> Answer:
        """What `question` finds; `otherwise` where no notebook is begun. Writes nothing."""

        def asked(path: Path) -> Answer:
            if not self._is_there(path):
                return otherwise
            with closing(readable(path, PATIENCE if patience is None else patience)) as connection:
                return question(connection)

        return self._undamaged(asked)

    def change(self, deed: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Does all of `deed`, as the only one to write meanwhile; then it is on the disk."""

        def done(path: Path) -> Answer:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_new = not self._is_there(path)
            with _written(path) as connection:
                if not is_new:
                    backups.refuse_emptied(connection, path)
                self._notices.extend(backups.keep_backups(connection, path))
                schema.bring_up_to_date(connection)
                answer = deed(connection)
            self._was_there = True
            return answer

        return self._undamaged(done, is_change=True)

    def _is_there(self, path: Path) -> bool:
        """Whether a notebook is begun; raises VanishedError where it is not there any more."""
        if _stands(path):
            self._was_there = True
        elif self._was_there:
            self._was_there = False  # it is told once
            raise VanishedError("it was deleted")
        return self._was_there

    def _undamaged(self, deed: Callable[[Path], Answer], *, is_change: bool = False) -> Answer:
        if self._path is None:
            raise NotebookError("nothing is kept: there is no home folder for the notebook")
        try:
            try:
                return deed(self._path)
            except Broken as error:
                if not is_damage(error) or not self._is_mended(self._path):
                    raise
                return deed(self._path)
        except sqlite3.ProgrammingError:
            raise
        except (*Broken, OSError, UnreadableError) as error:
            raise refusal(self._path, error, PATIENCE, is_change=is_change) from error

    def _is_mended(self, path: Path) -> bool:
        from braidtui.notebook.disk.mending import mend

        mended = mend(path, PATIENCE)
        self._notices.extend(mended.notices)
        return mended.is_sound


def _stands(path: Path) -> bool:
    """Whether there is a file; raises OSError for a folder, or where that can't be told."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return path.is_symlink()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no file that can be read")
    return True


@contextmanager
def _written(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction; should the file be replaced while it is waited for, the new one is taken."""
    while True:
        identity = _identity(path)
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
            connection.text_factory = as_text
            # EXTRA is FULL, and the folder too is on the disk once the journal is gone from it
            connection.execute("PRAGMA synchronous=EXTRA")
            connection.execute("PRAGMA journal_mode=DELETE")  # opens on read-only and network disks
            connection.execute("BEGIN IMMEDIATE")
            if identity not in (None, _identity(path)):
                continue
            yield connection
            connection.execute("COMMIT")
            return


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None where none does."""
    with suppress(FileNotFoundError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
