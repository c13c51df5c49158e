"""Why the notebook's file cannot be used, in words."""

import sqlite3
from pathlib import Path

from braidtui.episode.problem import shortened

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}


class NotebookError(Exception):
    """The notebook cannot be read or written; the message is one safe line."""


class NotebookBusyError(NotebookError):
    """Another program has it."""


class DamagedError(sqlite3.DatabaseError):
    """The file is damaged, though no statement has failed yet."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class UnreadableError(ValueError):
    """A row of the file holds what was never written there."""


Failure = sqlite3.DatabaseError | OSError | UnreadableError


def refusal(path: Path, error: Failure, waited: float) -> NotebookError:
    """What is told of an error; `waited` are the seconds that others are waited for."""
    if isinstance(error, OSError):
        return NotebookError(shortened(f"notebook {path}: {error.strerror or error}"))
    if isinstance(error, UnreadableError):
        return NotebookError(shortened(f"notebook {path}: {error}"))
    kind = NotebookBusyError if is_busy(error) else NotebookError
    return kind(shortened(f"notebook {path}: {_reason(error, waited)}"))


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, as far as an error tells."""
    return (
        _code(error) in _DAMAGED
        or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHORT_READ
    )


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether another process has it."""
    return _code(error) in _BUSY


def is_unwritable(error: sqlite3.DatabaseError) -> bool:
    """Whether reading wanted to write, to take back what a killed process left half done."""
    return _code(error) in _READ_ONLY | {sqlite3.SQLITE_IOERR}


def _code(error: sqlite3.DatabaseError) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _reason(error: sqlite3.DatabaseError, waited: float) -> str:
    if is_damage(error):
        return f"it is damaged and left as it is ({error})"
    if is_busy(error):
        return f"another program is writing to it (waited {waited:g} s)"
    if _code(error) in _READ_ONLY:
        return f"it or its folder can only be read ({error})"
    if _code(error) == sqlite3.SQLITE_FULL:
        return "the disk is full; nothing was kept"
    return str(error)
