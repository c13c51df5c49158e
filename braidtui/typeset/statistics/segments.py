"""The segments of an episode with what each comes to, each as its part of the map."""

from collections.abc import Sequence
from functools import cached_property

from braidtui.episode.statistics.map_row import MapRow
from braidtui.episode.statistics.numbers import Numbers, SegmentNumbers
from braidtui.episode.statistics.timeline import Timeline
from braidtui.typeset.cells import cell_len, fitted
from braidtui.typeset.heads import counted
from braidtui.typeset.statistics.map_line import MapMarks, map_parts
from braidtui.typeset.statistics.parts import (
    GAP,
    Column,
    Line,
    Part,
    cut,
    heading_line,
    headings,
    numbers,
    width_of,
)
from braidtui.typeset.statistics.speakers import LEAST_WIDE
from braidtui.typeset.statistics.totals import clock

_LONG_TITLE = 44
_LEAST_MAP = 14  # with the gap before it


class SegmentSection:
    """One line a segment, or two where there is not room for all columns."""

    def __init__(self, numbers: Numbers, timeline: Timeline, width: int) -> None:
        self._numbers = numbers
        self._timeline = timeline
        self._width = width
        self._is_wide = width >= LEAST_WIDE
        self.count = len(numbers.segments)
        self.height = 1 if self._is_wide else 2

    @property
    def heading(self) -> Line:
        """What stands above the segments."""
        after = headings(self._columns) if self._is_wide else ""
        return heading_line("Segments", after, self._width)

    def lines(self, index: int) -> tuple[Line, ...]:
        """What a segment comes to."""
        one = self._numbers.segments[index]
        return (self._row(index, one),) if self._is_wide else self._block(one)

    def turn(self, index: int) -> int:
        """Its first turn; of one without turns that of the next."""
        episode = self._numbers.episode
        first = episode.first_turns[self._numbers.segments[index].segment]
        return min(first, len(episode.turns) - 1)

    def _row(self, index: int, one: SegmentNumbers) -> Line:
        room = self._width - width_of(self._columns)
        title = min(self._widest_title, max(room // 2, min(_LONG_TITLE, room - _LEAST_MAP)))
        width = room - title - len(GAP)
        drawn = self._map(one, width)
        return cut(
            (
                (fitted(self._title(one), title) + GAP, "text"),
                *drawn,
                (" " * (width - len(drawn)) + numbers(self._columns, index), "text"),
            ),
            self._width,
        )

    def _block(self, one: SegmentNumbers) -> tuple[Line, ...]:
        indent = " " * (self._digits + 1)
        told = [counted(one.tally.words, "word"), counted(one.tally.turns, "turn")]
        told = told if one.length is None else [clock(one.length), *told[:1]]
        after = " · ".join(told)
        width = max(1, self._width - len(indent) - len(GAP) - self._widest_after)
        drawn = self._map(one, width)
        below = (*drawn, (" " * (width - len(drawn)) + GAP + after, "text"))
        return (
            cut(((self._title(one), "text"),), self._width),
            cut(((indent, "text"), *below), self._width),
        )

    def _map(self, one: SegmentNumbers, width: int) -> Sequence[Part]:
        """Who speaks when in it; as wide beside the longest segment as it is long."""
        turns = self._turns(one)
        if not turns or not self._longest:
            return ()
        cells = max(1, round(width * self._extent(one) / self._longest))
        row = MapRow(self._timeline, cells, turns)
        return map_parts(row, self._numbers.episode, MapMarks())

    @cached_property
    def _longest(self) -> int:
        return max(map(self._extent, self._numbers.segments), default=0)

    @cached_property
    def _widest_title(self) -> int:
        return max((cell_len(self._title(one)) for one in self._numbers.segments), default=0)

    @cached_property
    def _widest_after(self) -> int:
        words = max((len(f"{one.tally.words:,}") for one in self._numbers.segments), default=0)
        return words + len(" words · 00:00:00")

    @property
    def _digits(self) -> int:
        return len(str(len(self._numbers.episode.segments)))

    def _extent(self, one: SegmentNumbers) -> int:
        turns, bounds = self._turns(one), self._timeline.bounds
        return bounds[turns.stop] - bounds[turns.start]

    def _turns(self, one: SegmentNumbers) -> range:
        first = self._numbers.episode.first_turns[one.segment]
        return range(first, first + one.tally.turns)

    def _title(self, one: SegmentNumbers) -> str:
        title = self._numbers.episode.segments[one.segment].title
        return f"{one.segment + 1:>{self._digits}} {title}"

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        segments = self._numbers.segments
        is_timed = any(one.length is not None for one in segments)
        lengths = Column("length", [clock(one.length) for one in segments])
        return (
            *((lengths,) if is_timed else ()),
            Column("words", [f"{one.tally.words:,}" for one in segments]),
            Column("turns", [f"{one.tally.turns:,}" for one in segments]),
        )
