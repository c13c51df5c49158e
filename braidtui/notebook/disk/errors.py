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


class VanishedError(DamagedError):
    """The file is not there any more, though it was."""


class UnreadableError(ValueError):
    """A row of the file holds what was never written there."""


Broken = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises: the words of SQLite may hold what damage made of a table's name."""

Failure = sqlite3.DatabaseError | UnicodeDecodeError | OSError | UnreadableError


def refusal(path: Path, error: Failure, waited: float, *, is_change: bool) -> NotebookError:
    """What is told of an error; `waited` are the seconds that others are waited for."""
    what = f"{'not kept: ' if is_change else ''}notebook {path}"
    if isinstance(error, OSError):
        return NotebookError(shortened(f"{what}: {error.strerror or error}"))
    if isinstance(error, UnreadableError):
        return NotebookError(shortened(f"{what}: {error}"))
    kind = NotebookBusyError if is_busy(error) else NotebookError
    return kind(shortened(f"{what}: {_reason(error, waited, is_change)}"))


def is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Whether the file itself is at fault, as far as an error tells."""
    return (
        isinstance(error, UnicodeDecodeError)
        or _code(error) in _DAMAGED
        or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHORT_READ
    )


def is_busy(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Whether another process has it."""
    return _code(error) in _BUSY


def is_unwritable(error: sqlite3.DatabaseError) -> bool:
    """Whether reading wanted to write, to take back what a killed process left half done."""
    return _code(error) in _READ_ONLY | {sqlite3.SQLITE_IOERR}


def _code(error: sqlite3.DatabaseError | UnicodeDecodeError) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _reason(
    error: sqlite3.DatabaseError | UnicodeDecodeError, waited: float, is_change: bool
) -> str:
    if is_damage(error):
        return f"it is damaged and left as it is ({error})"
    if is_busy(error):
        return f"another program is writing to it (waited {waited:g} s)"
    if _code(error) == sqlite3.SQLITE_CANTOPEN and not is_change:
        return f"it cannot be read ({error})"
    if _code(error) in _READ_ONLY:
        return f"it or its folder can only be read ({error})"
    if _code(error) == sqlite3.SQLITE_FULL:
        return "the disk is full"
    return str(error)
