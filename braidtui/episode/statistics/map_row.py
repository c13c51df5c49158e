"""The map of an episode, or of some turns of it: one row of cells, each with who speaks there."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from braidtui.episode.statistics.timeline import Timeline

_SAMPLES = 8  # a cell

Item = TypeVar("Item", int, str)


class Cell(NamedTuple):
    """Who speaks most in a part of the line, and the turn in which that one does."""

    speaker: str
    turn: int


class MapRow:
    """The line, or some turns of it, in `width` equal cells; `extent` is how long all are together.

    Who speaks most is told by samples, so that costs follow the width, not the length.
    """

    def __init__(self, timeline: Timeline, width: int, turns: range | None = None) -> None:
        self._timeline = timeline
        self._turns = range(len(timeline.turns)) if turns is None else turns
        self._begin = timeline.bounds[self._turns.start]
        self.extent = timeline.bounds[self._turns.stop] - self._begin
        self.width = max(0, width) if self.extent else 0

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells from left to right; none where nothing is said, or no time passes."""
        return tuple(map(self._cell, range(self.width)))

    def cell_of(self, turn: int, offset: int = 0) -> int:
        """In which cell a code point of a turn's text is; for other turns the nearest cell."""
        part = (self._timeline.point_of(turn, offset) - self._begin) / max(1, self.extent)
        return max(0, min(int(part * self.width), self.width - 1))

    def place_in(self, cell: int) -> tuple[int, int]:
        """Where to read on for a cell: the turn it shows, and a code point of its text.

        That is its beginning where it begins in the cell, else what is said in the middle of it.
        """
        turn = self.cells[cell].turn
        if self._timeline.bounds[turn] >= self._point(cell):
            return turn, 0
        return turn, self._timeline.offset_of(turn, self._point(cell + 0.5))

    def _cell(self, index: int) -> Cell:
        points = [self._point(index + (step + 0.5) / _SAMPLES) for step in range(_SAMPLES)]
        turns = [self._timeline.turn_at(point, self._turns) for point in points]
        speakers = [self._timeline.turns[turn].speaker for turn in turns]
        speaker = _most_frequent(speakers)
        own = [turn for turn, name in zip(turns, speakers, strict=True) if name == speaker]
        return Cell(speaker, _most_frequent(own))

    def _point(self, cell: float) -> float:
        return self._begin + self.extent * cell / self.width


def _most_frequent(items: Sequence[Item]) -> Item:
    """The first of those."""
    return max(items, key=items.count)
