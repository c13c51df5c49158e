"""The store: every episode read before, in SQLite, so that an unchanged file needs no YAML."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from os import fsdecode, fsencode
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from braidtui import __version__
from braidtui.library.cache.kept import COLUMNS, Content, Damaged, Kept, kept_from, row_of
from braidtui.library.cache.sqlite_file import CacheFile
from braidtui.library.opened import Opened

if TYPE_CHECKING:  # a list of episodes is made without it
    from braidtui.library.cache.packing import Packed

__all__ = ["Content", "Damaged", "EpisodeStore", "Kept", "Piece"]

CACHE_VERSION = 3  # raise it when what is stored changes, or what the YAML reader gives
_VERSION = crc32(f"{__version__} {CACHE_VERSION} {sys.byteorder}".encode()) >> 1

_MOST_PARTS = 1 << 20  # of one episode

_SCHEMA = (
    f"""CREATE TABLE files (id INTEGER PRIMARY KEY AUTOINCREMENT, {", ".join(COLUMNS)},
        UNIQUE (path))""",
    # the id is that of the file times _MOST_PARTS, plus the number of the part
    "CREATE TABLE parts (id INTEGER PRIMARY KEY, part, checksum)",
)
_SELECT = f"SELECT id, {', '.join(COLUMNS)} FROM files"
_INSERT = f"INSERT INTO files ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


class Piece(NamedTuple):
    """Some bytes of a part, and their checksum; a size of -1 is all that follow."""

    begin: int
    size: int
    checksum: int


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

    @property
    def path(self) -> Path | None:
        """Where it is; None where it holds nothing."""
        return self._file.path

    def close(self) -> None:
        """Ends the connection; it is made again when it is needed."""
        self._file.close()

    def all(self) -> Mapping[str, Kept]:
        """Every file that is known, by its path."""

        def deed(store: sqlite3.Connection) -> Mapping[str, Kept]:
            return {kept.path: kept for kept in map(kept_from, store.execute(_SELECT))}

        return self._file.ask(deed, {})

    def find(self, path: str) -> Kept | None:
        """What is known of one file."""

        def deed(store: sqlite3.Connection) -> Kept | None:
            row = store.execute(f"{_SELECT} WHERE path = ?", (fsencode(path),)).fetchone()
            return kept_from(row) if row else None

        return self._file.ask(deed, None)

    def version(self) -> int:
        """A number that changes whenever something else has changed the store."""

        def deed(store: sqlite3.Connection) -> int:
            number: int = store.execute("PRAGMA data_version").fetchone()[0]
            return number

        return self._file.ask(deed, 0)

    def contents(self) -> Mapping[str, Content]:
        """What was in every file that is known, by its path."""

        def deed(store: sqlite3.Connection) -> Mapping[str, Content]:
            rows = store.execute("SELECT path, id, digest FROM files").fetchall()
            if not all(isinstance(path, bytes) for path, *_ in rows):
                raise Damaged("a row is damaged")
            return {fsdecode(path): (id, digest) for path, id, digest in rows}

        return self._file.ask(deed, {})

    def episode(self, kept: Kept) -> "Packed | None":
        """The episode of a file; None where it was broken, or another process has read it anew."""
        return self.episode_of(kept.id)

    def episode_of(self, id: int) -> "Packed | None":
        """The episode of the file with an id."""
        from braidtui.library.cache.packing import unpack

        ids = _ids_of_parts(id)

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

    def parts(self, id: int, first: int, count: int) -> list[bytes]:
        """Some of the parts that `pack` made of the episode of a file; fewer where it has less."""

        def deed(store: sqlite3.Connection) -> list[bytes]:
            begin = _ids_of_parts(id)[0] + first
            rows = store.execute(
                "SELECT id, part, checksum FROM parts WHERE id >= ? AND id < ? ORDER BY id",
                (begin, begin + count),
            )
            return list(_checked(rows, begin))

        return self._file.ask(deed, [])

    def pieces(self, id: int, part: int, wanted: Sequence[Piece]) -> list[bytes]:
        """Some pieces of one part, without reading the rest; none where it is no longer there."""

        def deed(store: sqlite3.Connection) -> list[bytes]:
            try:
                whole = store.blobopen("parts", "part", _ids_of_parts(id)[0] + part, readonly=True)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such row
                    return []
                raise
            with whole:
                return [_piece(whole, piece) for piece in wanted]

        return self._file.ask(deed, [])

    def keep(self, kept: Kept, opened: Opened | None) -> None:
        """Puts in a file that was read, in place of what was known of it (`kept.id` is not used).

        Nothing was opened where the file is broken. Where another process has just put in the same,
        that stays, as does its id.
        """
        from braidtui.library.cache.packing import pack

        parts = list(pack(opened)) if opened else []

        def deed(store: sqlite3.Connection) -> None:
            if (same := _id_of_same(store, kept, len(parts))) is not None:
                _restamp(store, same, kept)
                return
            _remove(store, kept.path)
            id = store.execute(_INSERT, row_of(kept)).lastrowid or 0
            first = _ids_of_parts(id)[0]
            rows = ((first + number, part, crc32(part)) for number, part in enumerate(parts))
            store.executemany("INSERT INTO parts VALUES (?, ?, ?)", rows)

        self._file.change(deed)

    def restamp(self, kept: Kept) -> None:
        """Notes that a file with another stamp has the content that is known."""
        self._file.change(lambda store: _restamp(store, kept.id, kept))

    def forget(self, paths: Iterable[str]) -> None:
        """Takes out what is known of files."""

        def deed(store: sqlite3.Connection) -> None:
            for path in paths:
                _remove(store, path)

        self._file.change(deed)


def _piece(whole: sqlite3.Blob, piece: Piece) -> bytes:
    if not 0 <= piece.begin <= len(whole):
        raise Damaged("a part is too short")
    whole.seek(piece.begin)
    found = whole.read(piece.size)
    if crc32(found) != piece.checksum:
        raise Damaged("a piece is damaged")
    return found


def _id_of_same(store: sqlite3.Connection, kept: Kept, parts: int) -> int | None:
    """The id of a file that is known with the same content, and whole."""
    rows = store.execute(
        "SELECT id FROM files WHERE path = ? AND digest = ?", (fsencode(kept.path), kept.digest)
    )
    for (id,) in rows.fetchall():
        known = store.execute(
            "SELECT count(*) FROM parts WHERE id >= ? AND id < ?", _ids_of_parts(id)
        )
        if known.fetchone()[0] == parts:
            return int(id)
    return None


def _restamp(store: sqlite3.Connection, id: int, kept: Kept) -> None:
    row = row_of(kept)
    store.execute(
        "UPDATE files SET size = ?, changed = ?, read_at = ?, checksum = ? WHERE id = ?",
        (*row[1:4], row[-1], id),
    )


def _remove(store: sqlite3.Connection, path: str) -> None:
    for (id,) in store.execute("SELECT id FROM files WHERE path = ?", (fsencode(path),)).fetchall():
        store.execute("DELETE FROM parts WHERE id >= ? AND id < ?", _ids_of_parts(id))
        store.execute("DELETE FROM files WHERE id = ?", (id,))


def _ids_of_parts(id: int) -> tuple[int, int]:
    """Half-open."""
    return id * _MOST_PARTS, (id + 1) * _MOST_PARTS


def _checked(rows: Iterable[tuple[Any, ...]], expected: int) -> Iterator[bytes]:
    """The parts of an episode; raises Damaged at one that is, before anything is made of it."""
    for id, part, checksum in rows:
        if id != expected or not isinstance(part, bytes) or crc32(part) != checksum:
            raise Damaged("a part is damaged")
        expected += 1
        yield part
