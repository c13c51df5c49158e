"""Building the index: what is missing of a library comes in, newest first, in lots of many turns.

Each lot is a transaction, so that an interrupted build goes on where it was, and what is in can be
searched. Whether an episode is in already is asked within it: two processes may build at once.
"""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from braidtui.library.cache.sqlite_file import CacheFile
from braidtui.library.cache.store import Content, EpisodeStore
from braidtui.library.entry import Entry
from braidtui.library.search.index.places import Range, age_of, free_rows
from braidtui.library.search.index.register import Indexed, number_of, register, registered
from braidtui.library.search.index.tables import (
    Fact,
    has_many_parts,
    letter,
    merge_as_it_grows,
    merge_some,
)

if TYPE_CHECKING:  # where nothing is missing, a search does without
    from braidtui.library.search.index.rows import EpisodeRows

Missing = list[tuple[Entry, Content]]

_FIRST_LOT, _LOT = 2_000, 32_000  # turns; the first is soon there to be searched
_MOST_DEAD = 1 / 4  # of the turns
_FEW = 2_000  # turns that may always be dead


class _Prepared(NamedTuple):
    content: Content
    age: str
    rows: "EpisodeRows"


class Builder:
    """Writes the index of what is in a store."""

    def __init__(self, file: CacheFile, store: EpisodeStore) -> None:
        self._file = file
        self._store = store

    def missing(self, entries: Iterable[Entry], contents: Mapping[str, Content]) -> Missing:
        """What of a library is in the store, which has these contents, and not in the index.

        Where so much of the index is of no use that it had better be made anew, that is all.
        """
        alive = set(contents.values())
        indexed = self._registered()
        if alive and _are_mostly_dead(indexed, alive):
            self._file.change(lambda index: _empty_of_dead(index, alive))
            indexed = self._registered()
        there = {row.content for row in indexed}
        readable = ((entry, contents.get(str(entry.path))) for entry in entries if not entry.broken)
        return [(entry, it) for entry, it in readable if it and it not in there]

    def build(self, missing: Missing, step: Callable[[], None], until: Callable[[], bool]) -> None:
        """Brings in what is missing; `step` hears of each episode, `until` stops it at one.

        Of a lot that was stopped nothing is kept.
        """
        for lot in _lots(missing):
            prepared: list[_Prepared] = []
            for entry, content in lot:
                if until() or self._file.path is None:
                    return
                prepared += self._prepared(entry, content)
                step()
            self._file.change(lambda index, prepared=prepared: _put(index, prepared))  # type: ignore[misc]

    def merge(self, until: Callable[[], bool]) -> None:
        """Makes few parts of many, in little steps: meanwhile nobody else can write."""
        is_left = self._file.ask(has_many_parts, False)

        def step(index: sqlite3.Connection) -> None:
            nonlocal is_left
            is_left = merge_some(index)

        while is_left and not until():
            is_left = False  # where the step cannot be done
            self._file.change(step)

    def empty(self) -> None:
        """Takes everything out of the index, and gives the disk its room back."""
        self._file.change(empty)
        self._file.ask(lambda index: index.execute("VACUUM"), None)

    def _prepared(self, entry: Entry, content: Content) -> Iterator[_Prepared]:
        from braidtui.library.search.index.rows import rows_of

        if packed := self._store.episode_of(content[0]):
            yield _Prepared(content, age_of(entry), rows_of(packed.episode))

    def _registered(self) -> list[Indexed]:
        nothing: list[Indexed] = []
        return self._file.ask(lambda index: list(registered(index)), nothing)


def _are_mostly_dead(indexed: Iterable[Indexed], alive: Collection[Content]) -> bool:
    turns = dead = 0
    for row in indexed:
        turns += row.turns
        dead += row.turns if row.content not in alive else 0
    return dead > max(_FEW, _MOST_DEAD * turns)


def _empty_of_dead(index: sqlite3.Connection, alive: Collection[Content]) -> None:
    if _are_mostly_dead(registered(index), alive):  # and another process has not been faster
        empty(index)


def empty(index: sqlite3.Connection) -> None:
    """Takes everything out of the index."""
    index.execute("INSERT INTO turns (turns) VALUES ('delete-all')")
    index.execute("INSERT INTO episodes (episodes) VALUES ('delete-all')")
    index.execute("DELETE FROM indexed")
    index.execute("DELETE FROM facts")


def _lots(missing: Missing) -> Iterator[Missing]:
    lot: Missing = []
    turns, most = 0, _FIRST_LOT
    for entry, content in missing:
        lot.append((entry, content))
        turns += entry.turns
        if turns >= most:
            yield lot
            lot, turns, most = [], 0, min(4 * most, _LOT)
    if lot:
        yield lot


def _put(index: sqlite3.Connection, prepared: Sequence[_Prepared]) -> None:
    """Row numbers must rise within a transaction: FTS5 writes all it has at each step down."""
    taken = list(registered(index))
    there = {row.content for row in taken}
    new = [it for it in reversed(prepared) if it.content not in there]
    if not new:
        return
    wanted = [(it.age, len(it.rows.texts)) for it in new]
    firsts = free_rows([Range(row.first, row.turns, row.age) for row in taken], wanted)
    facts = _Facts(index)
    merge_as_it_grows(index, sum(turns for _, turns in wanted) < _FIRST_LOT)
    for first, one in sorted(zip(firsts, new, strict=True)):
        _put_episode(index, first, one, facts)


def _put_episode(index: sqlite3.Connection, first: int, one: _Prepared, facts: "_Facts") -> None:
    rows = one.rows
    count = len(rows.texts)
    letters = map(facts.letters, rows.facts)
    words = map(str.__add__, rows.texts, letters)
    index.executemany(
        "INSERT INTO turns (rowid, words) VALUES (?, ?)",
        zip(range(first, first + count), words, strict=True),
    )
    index.execute("INSERT INTO episodes (rowid, words) VALUES (?, ?)", (first, rows.words))
    quoted = array("I", sorted(rows.quoted)).tobytes()
    row = Indexed(first, count, *one.content, one.age, quoted)
    register(index, row, array("I", map(facts.number, rows.speakers)))


class _Facts:
    """The numbers of facts, given out as new ones are met."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._numbers: dict[Fact, int] = {}
        self._letters: dict[tuple[Fact, ...], str] = {}

    def letters(self, facts: "tuple[Fact, ...]") -> str:
        """The letters of some facts, parted."""
        if (known := self._letters.get(facts)) is None:
            known = " ".join(letter(self.number(fact)) for fact in dict.fromkeys(facts))
            self._letters[facts] = known
        return known

    def number(self, fact: Fact) -> int:
        """The number of a fact."""
        if (known := self._numbers.get(fact)) is None:
            known = self._numbers[fact] = number_of(self._index, *fact)
        return known
