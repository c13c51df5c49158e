"""The store: every episode read before, in SQLite, so that an unchanged file needs no YAML."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from os import fsdecode, fsencode
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from zlib import crc32

from braidtui import __version__
from braidtui.library.cache.sqlite_file import CacheFile
from braidtui.library.cache.summary import COLUMNS, Summary
from braidtui.library.opened import Opened
from braidtui.library.reading import Stamp

if TYPE_CHECKING:  # a list of episodes is made without it
    from braidtui.library.cache.packing import Packed

CACHE_VERSION = 1  # raise it when what is stored changes, or what the YAML reader gives
_VERSION = crc32(f"{__version__} {CACHE_VERSION} {sys.byteorder}".encode()) >> 1

_UNSETTLED = 2_000_000_000  # nanoseconds; the coarsest clock of a file system (FAT)
_MOST_PARTS = 1 << 20  # of one episode

_COLUMNS = ("path", "size", "changed", "read_at", "digest", *COLUMNS, "checksum")
_SCHEMA = (
    f"""CREATE TABLE files (id INTEGER PRIMARY KEY AUTOINCREMENT, {", ".join(_COLUMNS)},
        UNIQUE (path))""",
    # the id is that of the file times _MOST_PARTS, plus the number of the part
    "CREATE TABLE parts (id INTEGER PRIMARY KEY, part, checksum)",
)
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM files"
_INSERT = f"INSERT INTO files ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


class Damaged(sqlite3.DatabaseError):
    """What stands in the store is not what was put there."""


class Kept(NamedTuple):
    """What the store knows of a file as it was when it was read (`read_at`, in nanoseconds)."""

    id: int
    path: str
    stamp: Stamp
    read_at: int
    digest: bytes
    summary: Summary

    def is_current(self, stamp: Stamp) -> bool:
        """Whether a file with this stamp is the one that was read.

        A file read right after it had changed may have changed again within one tick of the
        file system's clock: such a stamp tells nothing yet (as git's "racy" entries).
        """
        return stamp == self.stamp and stamp.changed + _UNSETTLED < self.read_at

    def restamped(self, stamp: Stamp, read_at: int) -> Self:
        """The same content, found again."""
        return self._replace(stamp=stamp, read_at=read_at)


class EpisodeStore:
    """A cache that may be deleted at any time; without a path (or a usable one) it holds nothing.

    It is usable from any thread and by several processes at once. Nothing it does fails: what
    cannot be kept is not kept, what is damaged is read anew; `notice` then says so.
    """

    def __init__(self, path: Path | None) -> None:
        self._file = CacheFile(path, _SCHEMA, _VERSION)

    @property
    def notice(self) -> str:
        """What is wrong with the cache, one safe line; "" where nothing is."""
        return self._file.notice

    def close(self) -> None:
        """Ends the connection; it is made again when it is needed."""
        self._file.close()

    def all(self) -> Mapping[str, Kept]:
        """Every file that is known, by its path."""

        def deed(store: sqlite3.Connection) -> Mapping[str, Kept]:
            return {kept.path: kept for kept in map(_kept, store.execute(_SELECT))}

        return self._file.ask(deed, {})

    def find(self, path: str) -> Kept | None:
        """What is known of one file."""

        def deed(store: sqlite3.Connection) -> Kept | None:
            row = store.execute(f"{_SELECT} WHERE path = ?", (fsencode(path),)).fetchone()
            return _kept(row) if row else None

        return self._file.ask(deed, None)

    def episode(self, kept: Kept) -> "Packed | None":
        """The episode of a file; None where it was broken, or another process has read it anew."""

        from braidtui.library.cache.packing import unpack

        ids = _ids_of_parts(kept.id)

        def deed(store: sqlite3.Connection) -> "Packed | None":
            rows = store.execute(
                "SELECT id, part, checksum FROM parts WHERE id >= ? AND id < ? ORDER BY id",
                ids,
            )
            if (first := rows.fetchone()) is None:
                return None
            try:
                return unpack(_checked(chain([first], rows), ids[0]))
            except ValueError as error:  # a part is missing
                raise Damaged("an episode is not whole") from error

        return self._file.ask(deed, None)

    def keep(self, kept: Kept, opened: Opened | None) -> None:
        """Puts in a file that was read, in place of what was known of it (`kept.id` is not used).

        Nothing was opened where the file is broken.
        """
        from braidtui.library.cache.packing import pack

        parts = list(pack(opened)) if opened else []

        def deed(store: sqlite3.Connection) -> None:
            _remove(store, kept.path)
            id = store.execute(_INSERT, _row(kept)).lastrowid or 0
            first = _ids_of_parts(id)[0]
            rows = ((first + number, part, crc32(part)) for number, part in enumerate(parts))
            store.executemany("INSERT INTO parts VALUES (?, ?, ?)", rows)

        self._file.change(deed)

    def restamp(self, kept: Kept) -> None:
        """Notes that a file with another stamp has the content that is known."""
        row = _row(kept)

        def deed(store: sqlite3.Connection) -> None:
            store.execute(
                "UPDATE files SET size = ?, changed = ?, read_at = ?, checksum = ? WHERE id = ?",
                (*row[1:4], row[-1], kept.id),
            )

        self._file.change(deed)

    def forget(self, paths: Iterable[str]) -> None:
        """Takes out what is known of files."""

        def deed(store: sqlite3.Connection) -> None:
            for path in paths:
                _remove(store, path)

        self._file.change(deed)


def _remove(store: sqlite3.Connection, path: str) -> None:
    for (id,) in store.execute("SELECT id FROM files WHERE path = ?", (fsencode(path),)).fetchall():
        store.execute("DELETE FROM parts WHERE id >= ? AND id < ?", _ids_of_parts(id))
        store.execute("DELETE FROM files WHERE id = ?", (id,))


def _ids_of_parts(id: int) -> tuple[int, int]:
    """Half-open."""
    return id * _MOST_PARTS, (id + 1) * _MOST_PARTS


def _row(kept: Kept) -> tuple[Any, ...]:
    row = (fsencode(kept.path), *kept.stamp, kept.read_at, kept.digest, *kept.summary.as_row())
    return (*row, _checksum(row))


def _kept(row: tuple[Any, ...]) -> Kept:
    id, *cells, checksum = row
    if _checksum(tuple(cells)) != checksum:
        raise Damaged("a row is damaged")
    path, size, changed, read_at, digest, *summary = cells
    stamp = Stamp(size, changed)
    return Kept(id, fsdecode(path), stamp, read_at, digest, Summary.from_row(tuple(summary)))


def _checksum(row: tuple[Any, ...]) -> int:
    return crc32(repr(row).encode())


def _checked(rows: Iterable[tuple[Any, ...]], expected: int) -> Iterator[bytes]:
    """The parts of an episode; raises Damaged at one that is, before anything is made of it."""
    for id, part, checksum in rows:
        if id != expected or not isinstance(part, bytes) or crc32(part) != checksum:
            raise Damaged("a part is damaged")
        expected += 1
        yield part
