"""The episodes of one library that are in the index, and which ranges of its rows are theirs."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from braidtui.library.cache.store import Content
from braidtui.library.entry import Entry
from braidtui.library.search.index.register import Indexed
from braidtui.library.search.query import Clause

_MOST_STRETCHES = 64  # that are asked for one by one


class Placed(NamedTuple):
    """An episode in the index, and its rows; `rank` counts those of the library from the newest."""

    rank: int
    entry: Entry
    content: Content
    first: int
    last: int
    packed_quoted: bytes

    @property
    def turns(self) -> int:
        """How many it has."""
        return self.last - self.first + 1

    @property
    def quoted(self) -> Collection[int]:
        """The turns that a pull quote stands in."""
        return array("I", self.packed_quoted)


class Stretch(NamedTuple):
    """Rows `low` to `high`, both included, for the episodes of ranks `newest` to `oldest`.

    Rows of other episodes may be among them. Newer episodes have higher rows here.
    """

    low: int
    high: int
    newest: int
    oldest: int

    def has(self, placed: Placed) -> bool:
        """Whether an episode is one of those it is for."""
        return self.newest <= placed.rank <= self.oldest


class Scope:
    """Some episodes of the library, and where to look for them, newest first."""

    def __init__(self, placed: Sequence[Placed], stretches: Sequence[Stretch]) -> None:
        """`placed` is in the order of ranks."""
        self._placed = placed
        self._by_row = sorted(placed, key=lambda it: it.first)
        self._firsts = [it.first for it in self._by_row]
        self.stretches = stretches

    def __len__(self) -> int:
        return len(self._placed)

    def owner(self, row: int, stretch: Stretch) -> Placed | None:
        """The episode that has a row; None where it is none of these."""
        at = bisect_right(self._firsts, row) - 1
        if at < 0 or row > (placed := self._by_row[at]).last or not stretch.has(placed):
            return None
        return placed

    def has(self, placed: Placed) -> bool:
        """Whether an episode is one of these."""
        at = bisect_right(self._firsts, placed.first) - 1
        return at >= 0 and self._by_row[at] is placed


class Shelf:
    """All episodes of a library that are in the index."""

    def __init__(
        self,
        entries: Sequence[Entry],
        contents: Mapping[str, Content],
        indexed: Iterable[Indexed],
    ) -> None:
        """`contents` is the store's; `indexed` is all that is in the index, by row."""
        rows = {row.content: row for row in indexed}
        self._order = {row.first: place for place, row in enumerate(rows.values())}
        self.readable = [entry for entry in entries if not entry.broken]
        found = ((entry, contents.get(str(entry.path))) for entry in self.readable)
        here = [(entry, rows[it]) for entry, it in found if it and it in rows]
        self.placed = [
            Placed(rank, entry, it.content, it.first, it.first + it.turns - 1, it.quoted)
            for rank, (entry, it) in enumerate(here)
        ]
        self.all = self._scope(self.placed)
        self.parted: dict[Hashable, list[tuple[tuple[Clause, ...], Scope]]] = {}

    @property
    def is_complete(self) -> bool:
        """Whether all that can be read is in the index."""
        return len(self.placed) == len(self.readable)

    def scope(self, ranks: Collection[int]) -> Scope:
        """The episodes of some ranks."""
        if len(ranks) == len(self.placed):
            return self.all
        return self._scope([self.placed[rank] for rank in sorted(ranks)])

    def _scope(self, placed: Sequence[Placed]) -> Scope:
        stretches = list(self._unmixed(placed))
        return Scope(
            placed, stretches if len(stretches) <= _MOST_STRETCHES else list(_merged(stretches))
        )

    def _unmixed(self, placed: Sequence[Placed]) -> Iterator[Stretch]:
        """As many as have no rows of others: neighbours in the list are so in the index too."""
        if not placed:
            return
        begin = last = placed[0]
        for one in placed[1:]:
            if self._order[one.first] != self._order[last.first] - 1:
                yield Stretch(last.first, begin.last, begin.rank, last.rank)
                begin = one
            last = one
        yield Stretch(last.first, begin.last, begin.rank, last.rank)


def _merged(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """As few as have newer episodes higher."""
    merged = stretches[0]
    for one in stretches[1:]:
        if one.high > merged.low:
            yield merged
            merged = one
        merged = merged._replace(low=one.low, oldest=one.oldest)
    yield merged
