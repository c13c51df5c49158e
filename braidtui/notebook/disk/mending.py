"""What becomes of a damaged notebook: it is put aside, never thrown away, for its newest backup."""

import datetime
import errno
import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.problem import shortened
from braidtui.notebook.disk import backups, schema
from braidtui.notebook.disk.errors import Broken, is_busy
from braidtui.notebook.disk.salvaging.adding import Salvaged, salvage

_JOURNALS = ("-journal", "-wal", "-shm")
_LONGEST = 100  # characters of a path in a notice, of which no end may be cut


class Mended(NamedTuple):
    """Whether the notebook can be used now, and what is to be told of it."""

    is_sound: bool
    notices: tuple[str, ...] = ()


def mend(path: Path, patience: float) -> Mended:
    """Puts a notebook aside that SQLite itself finds damaged; one process does it, others wait.

    One that was deleted comes back from its backup. What can't be put aside is left as it is.
    Raises OSError or DatabaseError where others hold it for more than `patience` seconds.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _folder_held(path.parent, patience) as is_held:
        if not path.exists():
            return _brought_back(path)
        with _held(path, patience):
            if not is_held:
                return Mended(False)
            if not _is_damaged(path):
                return Mended(True)  # another process was faster
            try:
                aside = _put_aside(path)
                backup, salvaged = _replace(path, aside)
            except OSError:
                return Mended(False)
            what = f"it was damaged and is kept as {aside.name}"
            return Mended(True, (_notice(path, what, backup, salvaged),))


def _brought_back(path: Path) -> Mended:
    backup, salvaged = _replace(path, None)
    return Mended(True, (_notice(path, "it was deleted", backup, salvaged),))


def _replace(path: Path, aside: Path | None) -> tuple[datetime.datetime | None, Salvaged]:
    """Has the newest backup stand there, or a new notebook, with what can be read; tells of when.

    That is the time of the backup, None where there is none.
    """
    backup = next(backups.sound_backups(path), None)
    made = datetime.datetime.fromtimestamp(backup.stat().st_mtime) if backup else None
    found: list[Salvaged] = []
    backups.copy(path, backup, path, lambda copy: found.append(salvage(aside, copy)))
    return made, found[0]


def _is_damaged(path: Path) -> bool:
    """One of a newer version is none of ours to judge; one that is empty has lost all it held."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            is_empty = not schema.version_of(connection)
    except schema.NewerVersionError:
        return False
    except Broken:
        is_empty = False
    return is_empty or not backups.is_sound(path)


def _put_aside(path: Path) -> Path:
    """The same file under a second name; a journal goes along, for it fits no other file."""
    for number in count(1):
        ending = datetime.date.today().isoformat() + (f"-{number}" if number > 1 else "")
        aside = path.with_name(f"{path.stem}-damaged-{ending}{path.suffix}")
        if not aside.exists():
            break
    aside.hardlink_to(path)
    for journal in _JOURNALS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + journal).rename(aside.with_name(aside.name + journal))
    return aside


def _notice(path: Path, what: str, made: datetime.datetime | None, salvaged: Salvaged) -> str:
    if made:
        end = f"the backup of {made:%Y-%m-%d %H:%M} has taken its place"
        end += f", with {salvaged.more} more that could be read of it" if salvaged.more else ""
        end += f": it holds {_counted(salvaged.things)}"
    elif salvaged.things:
        end = "there was no backup: a new one has what could be read of it, "
        end += _counted(salvaged.things)
    else:
        end = "there was no backup: a new one is begun"
    place = str(path)
    place = place if len(place) <= _LONGEST else f"…{place[1 - _LONGEST :]}"
    return shortened(f"notebook {place}: {what}; {end}")


def _counted(things: int) -> str:
    return f"{things or 'no'} thing{'' if things == 1 else 's'}"


@contextmanager
def _folder_held(folder: Path, patience: float) -> Iterator[bool]:
    """Whether the folder is locked against others that mend; a killed process lets go of it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _is_locked(descriptor, time.monotonic() + patience)
    finally:
        os.close(descriptor)


def _is_locked(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise OSError(errno.EAGAIN, "another program is mending it") from None
            time.sleep(0.01)
        except OSError:  # not every network disk has such locks
            return False
        else:
            return True


@contextmanager
def _held(path: Path, patience: float) -> Iterator[None]:
    """Nobody writes to the file meanwhile; to one that is no database nobody can."""
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            if is_busy(error):
                raise
        yield
