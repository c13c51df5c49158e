"""Where the rows of episodes go: ranges of row numbers, those of newer episodes higher.

Row numbers are dense, as each episode's lie close to the next one's: that makes the index a fifth
smaller than numbers made of dates. Behind each episode as many are left free as it has turns, for
one that comes in between.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.library.entry import Entry

_MIDDLE = 1 << 44


class Range(NamedTuple):
    """The rows of an episode: from its first turn's on, so many. `age` orders episodes."""

    first: int
    turns: int
    age: str


def age_of(entry: Entry) -> str:
    """What is greater for an episode that comes earlier in the list of the library."""
    day = entry.date.isoformat() if entry.date else ""
    return f"{day:10} {entry.number or -1:10}"


def free_rows(taken: Sequence[Range], wanted: Sequence[tuple[str, int]]) -> list[int]:
    """For each episode that is to come in, of an age and so many turns, its first row.

    Both are in order, `taken` by row, `wanted` by age. What fits nowhere near its neighbours goes
    above all others: the search then has one range more to look into.
    """
    total = sum(2 * turns for _, turns in wanted)
    if not taken:
        return _in_a_row(_MIDDLE, wanted)
    if wanted[0][0] >= taken[-1].age:
        return _in_a_row(taken[-1].first + 2 * taken[-1].turns, wanted)
    if wanted[-1][0] <= taken[0].age:
        return _in_a_row(taken[0].first - total, wanted)
    return _between(taken, wanted)


def _in_a_row(first: int, wanted: Sequence[tuple[str, int]]) -> list[int]:
    firsts = []
    for _, turns in wanted:
        firsts.append(first)
        first += 2 * turns
    return firsts


def _between(taken: Sequence[Range], wanted: Sequence[tuple[str, int]]) -> list[int]:
    left = list(taken)
    firsts = []
    for age, turns in wanted:
        first = _fitting(left, age, turns)
        left.insert(bisect_left(left, first, key=lambda it: it.first), Range(first, turns, age))
        firsts.append(first)
    return firsts


def _fitting(taken: Sequence[Range], age: str, turns: int) -> int:
    above = bisect_left(taken, age, key=lambda it: it.age)
    if 0 < above < len(taken):
        below = taken[above - 1]
        first = below.first + below.turns
        if first + turns <= taken[above].first:
            return first
    if above == 0:
        return taken[0].first - 2 * turns
    return taken[-1].first + 2 * taken[-1].turns
