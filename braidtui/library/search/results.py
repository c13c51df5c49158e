"""What a search over the library is asked, and what it gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from braidtui.episode.model import Speaker
from braidtui.find.finder import Span
from braidtui.library.entry import Entry
from braidtui.library.search.query import Query

MOST_COUNTED = 500  # hits, where they need not all be known: more are "500+"
MOST_SPREAD = 20_000  # hits that facets are counted over, where an index tells them

Check = Callable[[], None]
"""Raises where the search is not wanted any more."""


class Question(NamedTuple):
    """A query, and how much of each episode is read: 0 to 1, by its key."""

    query: Query
    read: Mapping[str, float]
    check: Check


class Wanted(NamedTuple):
    """How many hits, and how many an episode; 0 is no limit."""

    limit: int
    per_episode: int


class Hit(NamedTuple):
    """A turn that was found.

    `spans` are the words found in `text`; none where only the heading above the turn has them.
    `cast_index` is the speaker's place in the cast (for its sign and colour). `line` is that of the
    turn in the YAML. `start` is milliseconds. `target` is what leads here when it is given to
    `braidtui`: `008@00:05:26`; it may have in it the name of a file, as it is.
    """

    entry: Entry
    turn: int
    speaker: Speaker
    cast_index: int
    start: int | None
    segment: int
    segment_title: str
    text: str
    spans: Sequence[Span]
    line: int
    target: str = ""


class Count(NamedTuple):
    """So many hits; `is_more`: at least so many."""

    number: int
    is_more: bool

    def __str__(self) -> str:
        return f"{self.number:,}+" if self.is_more else f"{self.number:,}"


@dataclass(frozen=True, slots=True)
class Results:
    """The first page of hits, and how many there are in all (of all turns, not of the page)."""

    hits: tuple[Hit, ...]
    count: Count


@dataclass(frozen=True, slots=True)
class Facets:
    """How the hits spread, each with its count: speakers and shows with most hits first, years
    from the latest on, months (year, month) in order.

    Counted over at most so many hits, the newest: `is_sample` then.
    """

    speakers: tuple[tuple[str, int], ...]
    shows: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]
    months: tuple[tuple[tuple[int, int], int], ...]
    is_sample: bool
