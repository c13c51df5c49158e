"""Backups beside the notebook: of each day, as of late as is cheap, and before each migration.

A backup appears under its name only when it is whole and on the disk.
"""

import datetime
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from itertools import count
from pathlib import Path

from braidtui.episode.problem import shortened
from braidtui.notebook.disk import schema
from braidtui.notebook.disk.errors import Broken, DamagedError

_MOST = 3  # of those that are made each day
# Then the newest of the day is made again; that costs 1 ms, of 5,000 kept things 15 ms.
_MOST_CHANGES = 20
_LONGEST = 600  # seconds

today = datetime.date.today


def keep_backups(connection: sqlite3.Connection, path: Path) -> Sequence[str]:
    """Makes those that are due, within a transaction that has written nothing yet.

    A migration is not begun without one (OSError, DatabaseError); of the day's a notice tells why
    there is none. Raises DamagedError where the notebook is not sound.
    """
    _temporary(path).unlink(missing_ok=True)  # a killed process may have left it
    version = schema.version_of(connection)
    if 0 < version < len(schema.STEPS):
        copy(path, path, _name_for(connection, path, f"v{version}"))
    try:
        if any(_weight(connection)) and _is_due(connection, path):
            newest = _name_for(connection, path, f"backup-{today().isoformat()}")
            copy(path, path, newest)
            _thin_out(path, newest)
    except DamagedError:
        raise
    except (OSError, sqlite3.DatabaseError) as error:
        return (shortened(f"notebook {path}: it could not be backed up ({error})"),)
    return ()


def refuse_emptied(connection: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedError for an empty notebook that has a backup: SQLite calls it new."""
    if not schema.version_of(connection) and next(sound_backups(path), None):
        raise DamagedError("it is empty, and its backup is not")


def sound_backups(path: Path) -> Iterator[Path]:
    """Those that this version can read, the newest first."""
    found = [*_like(path, "backup-*"), *_like(path, "v*")]
    for backup in sorted(found, key=lambda backup: backup.stat().st_mtime_ns, reverse=True):
        if is_sound(backup):
            yield backup


def copy(
    path: Path, source: Path | None, target: Path, add: Callable[[Path], None] = lambda _: None
) -> None:
    """A copy of the notebook at `path` or of a backup, whole before it takes its name.

    `add` may add to it before, and has to where there is no source.

    Raises DamagedError where the source is not sound, OSError, DatabaseError.
    """
    temporary = _temporary(path)
    temporary.unlink(missing_ok=True)
    try:
        if source:
            with closing(_read_only(source)) as origin, closing(sqlite3.connect(temporary)) as made:
                made.execute("PRAGMA journal_mode=OFF")
                origin.backup(made)
        add(temporary)
        if not is_sound(temporary):
            raise DamagedError("a copy of it is not sound")
        _sync(temporary)
        temporary.replace(target)
        _sync(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def is_sound(path: Path) -> bool:
    """Whether SQLite finds a notebook of a known version whole."""
    try:
        with closing(_read_only(path)) as connection:
            rows = connection.execute("PRAGMA integrity_check").fetchall()
            return rows == [("ok",)] and schema.version_of(connection) > 0
    except Broken:
        return False


def _is_due(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the newest of the day lacks much: soon after the first changes, then now and then."""
    made = _like(path, f"backup-{today().isoformat()}*")
    newest = max(made, key=lambda backup: backup.stat().st_mtime_ns, default=None)
    if newest is None or abs(time.time() - newest.stat().st_mtime) > _LONGEST:
        return True
    had, has = _weight_of(newest)[0], _weight(connection)[0]
    return not had <= has < had + min(_MOST_CHANGES, max(1, had // 4))


def _name_for(connection: sqlite3.Connection, path: Path, kind: str) -> Path:
    """Where a backup may go: no other that holds more, or that is not sound, is written over."""
    for number in count(1):
        name = _named(path, kind if number == 1 else f"{kind}-{number}")
        if not name.exists() or (is_sound(name) and _weight_of(name) <= _weight(connection)):
            break
    return name


def _thin_out(path: Path, newest: Path) -> None:
    """Beside the newest those stay that hold the most: a new notebook pushes no old one out."""
    others = [backup for backup in _like(path, "backup-*") if backup != newest]
    others.sort(key=lambda backup: (is_sound(backup) and _weight_of(backup), backup.name))
    for backup in others[: max(0, len(others) - _MOST + 1)]:
        backup.unlink()


def _weight_of(path: Path) -> tuple[int, int]:
    """That of a backup: (0, 0) of one that can't be read."""
    found = path.stat()
    return _weight_as_of(path, found.st_ino, found.st_mtime_ns)


@lru_cache(16)
def _weight_as_of(path: Path, _inode: int, _time: int) -> tuple[int, int]:
    with suppress(*Broken), closing(_read_only(path)) as connection:
        return _weight(connection)
    return 0, 0


def _weight(connection: sqlite3.Connection) -> tuple[int, int]:
    """How much a notebook holds, to be compared: changes ever made, and places."""
    version = schema.version_of(connection)
    queries = ("SELECT number FROM revision" if version > 1 else "", "SELECT count(*) FROM places")
    changes, places = (
        connection.execute(query).fetchone()[0] if query and version else 0 for query in queries
    )
    return changes, places


def _like(path: Path, kind: str) -> list[Path]:
    return list(path.parent.glob(_named(path, kind).name))


def _named(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.stem}-{kind}{path.suffix}")


def _temporary(path: Path) -> Path:
    return path.with_name(f"{path.name}.tmp")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
