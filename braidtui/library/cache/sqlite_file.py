"""A cache in SQLite that is never in the way: damaged, outdated or unusable, it says so at most."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from braidtui.episode.problem import shortened

Answer = TypeVar("Answer")

_PATIENCE = 2.0  # seconds for another process to end its writing

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT}
_UNUSABLE = {
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


class CacheFile:
    """A SQLite file whose content can be made again. Usable from any thread, one at a time.

    The write-ahead log lets others read while one writes. `version` is a number of 31 bits; a file
    of another version is emptied, a damaged one set aside as `.corrupt` and begun anew (SQLite
    itself throws away the log that the old one leaves).
    """

    def __init__(self, path: Path | None, schema: Sequence[str], version: int) -> None:
        self.notice = ""
        self._path = path
        self._schema = schema
        self._version = version
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._lock = Lock()
        self._interrupts = 0

    def ask(self, question: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """What `question` finds; `otherwise` where the cache is of no use now."""
        return self._run(question, otherwise)

    def change(self, deed: Callable[[sqlite3.Connection], object]) -> None:
        """Does all of `deed`, as the only one to write meanwhile, or nothing of it."""

        def whole(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN IMMEDIATE")
            deed(connection)

        self._run(whole, None)

    def _run(self, deed: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        with self._lock:
            for _ in range(2):  # the second time with a new file
                if self._path is None:
                    break
                interrupts = self._interrupts
                try:
                    with self._connected(self._path) as connection:
                        if connection.in_transaction:  # the end of the last one was interrupted
                            connection.rollback()
                        return deed(connection)
                except sqlite3.ProgrammingError:
                    raise
                except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                    # An interrupt looks like many a fault: "vtable constructor failed" is one.
                    if self._interrupts != interrupts or self._is_busy_or_unusable(error):
                        break
                    self._set_aside(self._path)
                except OSError as error:
                    self._give_up(error.strerror or str(error))
        return otherwise

    @property
    def path(self) -> Path | None:
        """Where it is; None where it cannot be used."""
        return self._path

    def interrupt(self) -> None:
        """Ends a question that runs in another thread: it finds what there is `otherwise`."""
        self._interrupts += 1
        if connection := self._connection:
            with suppress(sqlite3.ProgrammingError):  # it has just been closed
                connection.interrupt()

    def close(self) -> None:
        """Ends the connection; the next question makes a new one."""
        with self._lock:
            self._disconnect()

    def _connected(self, path: Path) -> sqlite3.Connection:
        if self._connection is not None and self._identity != _identity(path):
            self._disconnect()  # it was deleted, or another has taken its place
        if self._connection is None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
            self._connection.execute("PRAGMA synchronous=NORMAL")
            if self._version_in(self._connection) != self._version:
                self._begin_anew(self._connection)
            self._identity = _identity(path)
        return self._connection

    def _begin_anew(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if self._version_in(connection) == self._version:
                return  # another process was faster
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
            )
            for (name,) in tables.fetchall():
                connection.execute(f'DROP TABLE IF EXISTS "{name}"')
            for statement in self._schema:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={self._version}")

    @staticmethod
    def _version_in(connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version

    def _is_busy_or_unusable(self, error: Exception) -> bool:
        """Whether the file may well be sound; what does not pass ends its use."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF in _UNUSABLE and code != sqlite3.SQLITE_IOERR_SHORT_READ:
            self._give_up(str(error))
            return True
        return code & 0xFF in _BUSY

    def _set_aside(self, path: Path) -> None:
        self._disconnect()
        try:
            path.replace(f"{path}.corrupt")
        except OSError as error:
            self._give_up(error.strerror or str(error))
        else:
            self.notice = shortened(f"{path}: was damaged and is being made anew")

    def _give_up(self, reason: str) -> None:
        self.notice = shortened(f"{self._path}: cannot be used ({reason}); files are read anew")
        self._disconnect()
        self._path = None

    def _disconnect(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with suppress(sqlite3.Error):  # a damaged file may not even be closed in order
                connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None where none does."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
