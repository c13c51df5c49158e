"""Which rows are in sight: a window of some height over the rows of an episode."""

from array import array
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from braidtui.episode.model import Turn
from braidtui.tui.transcript.layout.heights import Heights
from braidtui.tui.transcript.layout.rows import RowKind, Rows

_TEXT_OF_TURN = itemgetter(Turn._fields.index("text"))


class Top(NamedTuple):
    """The first row in sight: which row of which turn."""

    turn: int
    row: int


class Anchor(NamedTuple):
    """What stood on top, told without rows, so that it can be found again at another width.

    `offset` is a code point of the turn's text; `above` is how many rows above the name line, None
    the very first row of the turn.
    """

    turn: int
    offset: int
    above: int | None


class Viewport:
    """A window of `height` rows that never runs past the last row. Costs follow the window."""

    def __init__(self, rows: Rows, height: int) -> None:
        self._rows = rows
        self.height = max(1, height)
        turns = rows.episode.turns
        if len(rows.shown) < len(turns):
            turns = tuple(turns[turn] for turn in rows.shown)
        lengths = array("L", map(len, map(_TEXT_OF_TURN, turns)))
        lengths.append(0)
        self._heights = Heights(lengths, rows.extra(), rows.width)
        self._first, self._last = rows.shown[0], rows.colophon_turn
        self.top = Top(self._first, 0)
        self._in_sight: tuple[Top, list[Top]] | None = None

    @property
    def total(self) -> int:
        """Rows of the whole episode, as far as known."""
        if self.top == self.last_top:
            return self.row + self.height
        return max(self._heights.total, self.row + self.height + 1)

    @property
    def row(self) -> int:
        """The row of the episode that is on top, as far as known."""
        return self._heights.row_of(self._rows.slot(self.top.turn)) + self.top.row

    @property
    def fraction(self) -> float:
        """How far the window is through the episode: 0 at the top, 1 at the end."""
        if self.top == self.last_top:
            return 1.0
        return min(0.999, self.row / max(1, self.total - self.height))

    @cached_property
    def last_top(self) -> Top:
        """The top that shows the last row of the episode at the bottom."""
        turn, missing = self._last, self.height
        while turn >= 0:
            rows = len(self._laid_out(turn))
            if rows >= missing:
                return Top(turn, rows - missing)
            missing -= rows
            turn = self._rows.before(turn)
        return Top(self._first, 0)

    def in_sight(self) -> list[Top]:
        """The rows in the window, from the top; fewer than its height only where no more are."""
        if self._in_sight is None or self._in_sight[0] != self.top:
            self._in_sight = self.top, self._walk()
        return self._in_sight[1]

    def move(self, rows: int) -> bool:
        """Move by rows; False where the window stands still, at either end."""
        return self.put_near(*self.top, rows)

    def put_near(self, turn: int, row: int, rows: int) -> bool:
        """Put the row that comes so many rows after one of a turn on top, as `put` does."""
        row += rows
        while row < 0 and turn > self._first:
            turn = self._rows.before(turn)
            row += len(self._laid_out(turn))
        while turn < self._last and row >= len(self._laid_out(turn)):
            row -= len(self._laid_out(turn))
            turn = self._rows.after(turn)
        return self.put(turn, max(0, row))

    def put(self, turn: int, row: int) -> bool:
        """Put a row of a turn on top, as far as the end allows; False where it is there already."""
        before = self.top
        turn = max(self._first, min(turn, self._last))
        row = max(0, min(row, len(self._laid_out(turn)) - 1))
        self.top = min(Top(turn, row), self.last_top)
        return self.top != before

    def put_fraction(self, fraction: float) -> bool:
        """Put a part of the episode, from 0 to 1, on top."""
        if fraction >= 1:
            return self.put(*self.last_top)
        return self.put_row(round(fraction * max(0, self._heights.total - self.height)))

    def put_row(self, row: int) -> bool:
        """Put a row of the episode on top, as far as rows are known."""
        slot, row = self._heights.locate(row)
        return self.put(self._rows.at_slot(slot), row)

    def rows_of(self, places: Iterable[tuple[int, int]]) -> list[int]:
        """About which row of the episode each place (turn, code point) stands on; lays out none."""
        line = max(1, self._rows.width)
        found = []
        for turn, offset in places:
            slot = self._rows.slot(turn)
            found.append(self._heights.about_row_of(slot) + (offset and 1 + offset // line))
        return found

    def put_offset(self, turn: int, offset: int) -> bool:
        """Put a code point of a turn on top; 0 is its heading, less is its very first row."""
        if offset < 0:
            return self.put(turn, 0)
        if offset > 0:
            return self.put(turn, self._rows.row_at(turn, offset))
        return self.put(turn, self._rows.heading(turn))

    def anchor(self) -> Anchor:
        """What is on top, for `restore`."""
        turn, index = self.top
        name = self._rows.name(turn)
        if index == 0 or turn == self._last:
            return Anchor(turn, 0, None)
        for row in self._rows.of(turn)[max(index, name + 1) :]:
            if row.kind is RowKind.TEXT and row.begin > 0:
                return Anchor(turn, row.begin, 0)
            if row.kind is RowKind.TEXT:
                return Anchor(turn, 0, name - index)
        return Anchor(turn, len(self._rows.shown_text(turn)), 0)

    def restore(self, anchor: Anchor) -> None:
        """Put what an anchor tells on top again."""
        if anchor.above is None:
            self.put(anchor.turn, 0)
        elif anchor.offset:
            self.put(anchor.turn, self._rows.row_at(anchor.turn, anchor.offset))
        else:
            self.put(anchor.turn, self._rows.name(anchor.turn) - anchor.above)

    def reading(self) -> tuple[int, int]:
        """The first turn whose words are in sight, and the offset of the first of them."""
        for turn, index in self.in_sight():
            if turn < self._last:
                row = self._rows.of(turn)[index]
                if row.kind in (RowKind.TEXT, RowKind.NAME):
                    return turn, row.begin
                if row.kind is RowKind.NOTE:
                    return turn, len(self._rows.episode.turns[turn].text)
        return self._between()

    def _between(self) -> tuple[int, int]:
        """Where one reads while no words are in sight: at those that come next in the turn."""
        turn, index = self.top
        if turn >= self._last or index <= self._rows.name(turn):
            return min(turn, self._rows.shown[-1]), 0
        below = (row for row in self._rows.of(turn)[index:] if row.kind is RowKind.TEXT)
        row = next(below, None)
        return turn, row.begin if row else len(self._rows.episode.turns[turn].text)

    def _walk(self) -> list[Top]:
        turn, first = self.top
        found: list[Top] = []
        while turn <= self._last and len(found) < self.height:
            rows = len(self._laid_out(turn))
            found += [Top(turn, row) for row in range(first, min(rows, first + self.height))]
            turn, first = self._rows.after(turn), 0
        return found[: self.height]

    def _laid_out(self, turn: int) -> tuple[object, ...]:
        rows = self._rows.of(turn)
        self._heights.set_exact(self._rows.slot(turn), len(rows))
        return rows
