"""The register of the index: which episodes are in it, where, and who speaks their turns.

Each row has a checksum: damage is noticed before anything is made of it.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

from braidtui.library.cache.store import Content, Damaged

TABLES = (
    # file and digest are the store's; age orders episodes; a fact tells the speaker of each turn
    """CREATE TABLE indexed (first INTEGER PRIMARY KEY, turns, file, digest, age, quoted, checksum,
        speakers, speakers_checksum)""",
    "CREATE TABLE facts (id INTEGER PRIMARY KEY, field, value, checksum, UNIQUE (field, value))",
)


class Indexed(NamedTuple):
    """An episode in the index: its rows, from that of the first turn on, so many.

    What is indexed is what a file of the store held. `age` orders episodes. `quoted` are the turns
    that a pull quote stands in, as bytes of an array.
    """

    first: int
    turns: int
    file: int
    digest: bytes
    age: str
    quoted: bytes

    @property
    def content(self) -> Content:
        """What was indexed."""
        return self.file, self.digest


def registered(index: sqlite3.Connection) -> Iterator[Indexed]:
    """All that is in the index, by row."""
    asked = "SELECT first, turns, file, digest, age, quoted, checksum FROM indexed ORDER BY first"
    return (Indexed(*cells) for cells in _sound(index.execute(asked)))


def register(index: sqlite3.Connection, row: Indexed, speakers: "array[int]") -> None:
    """Enters an episode; `speakers` has for each turn the fact that tells who speaks."""
    packed = speakers.tobytes()
    index.execute(
        "INSERT INTO indexed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _checksum(row), packed, crc32(packed)),
    )


def speakers_of(index: sqlite3.Connection, first: int) -> "array[int]":
    """For each turn of an episode the fact that tells who speaks; none where it is not there."""
    speakers = array("I")
    asked = "SELECT speakers, speakers_checksum FROM indexed WHERE first = ?"
    for packed, checksum in index.execute(asked, (first,)):
        if not isinstance(packed, bytes) or crc32(packed) != checksum:
            raise Damaged("a row is damaged")
        speakers.frombytes(packed)
    return speakers


def facts(index: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """All facts: number, field and value."""
    rows = _sound(index.execute("SELECT id, field, value, checksum FROM facts"))
    return ((id, field, value) for id, field, value in rows)


def number_of(index: sqlite3.Connection, field: str, value: str) -> int:
    """The number of a fact, which it is given where it has none yet."""
    asked = "SELECT id FROM facts WHERE field = ? AND value = ?"
    if row := index.execute(asked, (field, value)).fetchone():
        return int(row[0])
    number = index.execute("SELECT ifnull(max(id), 0) + 1 FROM facts").fetchone()[0]
    row = (number, field, value)
    index.execute("INSERT INTO facts VALUES (?, ?, ?, ?)", (*row, _checksum(row)))
    return int(number)


def _sound(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for *cells, checksum in rows:
        if _checksum(tuple(cells)) != checksum:
            raise Damaged("a row is damaged")
        yield tuple(cells)


def _checksum(row: tuple[Any, ...]) -> int:
    return crc32(repr(tuple(row)).encode())
