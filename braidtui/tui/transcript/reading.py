"""The reading place as it moves through a window over the transcript."""

from typing import NamedTuple

from braidtui.tui.transcript.layout.rows import Rows
from braidtui.tui.transcript.layout.viewport import Anchor, Top, Viewport

HEAD = -1
"""The offset of the head of the episode, above its first turn."""


class ReadingPlace(NamedTuple):
    """Where one reads: a turn and a code point of its text."""

    turn: int
    offset: int


class Progress(NamedTuple):
    """The reading place and what part, 0 to 1, of the whole it is: read on to, or jumped to."""

    place: ReadingPlace
    fraction: float
    is_jump: bool


class Stand(NamedTuple):
    """What was on top, and the turn that was read, to come back to: by row, if `rows` are alike."""

    anchor: Anchor
    turn: int
    top: Top
    rows: Rows


class Reading:
    """A window and the turn being read in it: the first in sight, but where the end stops the
    window the place goes on without it."""

    def __init__(self, rows: Rows, height: int) -> None:
        self.rows = rows
        self.window = Viewport(rows, height)
        self.turn = rows.shown[0]
        self._anchor: Anchor | None = None

    @property
    def place(self) -> ReadingPlace:
        """What is being read."""
        turn, offset = self.window.reading()
        return ReadingPlace(turn, offset) if turn == self.turn else ReadingPlace(self.turn, 0)

    @property
    def is_at_head(self) -> bool:
        """Whether the very first row is in sight."""
        return self.window.top == Top(self.rows.shown[0], 0)

    @property
    def stand(self) -> Stand:
        """Where one is. The same until one moves: narrower and wider again is where one was."""
        anchor = self._anchor or self.window.anchor()
        return Stand(anchor, self.turn, self.window.top, self.rows)

    def resume(self, stand: Stand) -> None:
        """Come back, the same words on top; where those are hidden, the next ones."""
        self._restore(stand)
        if self.rows.are_like(stand.rows):
            self.window.put(*stand.top)

    def relaid(self, rows: Rows, height: int) -> "Reading":
        """The same place in other rows, the same words on top."""
        again = Reading(rows, height)
        again._restore(self.stand)
        if height == self.window.height and rows.are_like(self.rows):
            again.window.put(*self.window.top)
        return again

    def is_in_sight(self, turn: int, row: int) -> bool:
        """Whether a row of a turn is in the window."""
        return Top(turn, row) in self.window.in_sight()

    def reveal(self, turn: int, row: int) -> None:
        """Bring a row of a turn into sight, a third from the top, and read on at that turn."""
        self._anchor = None
        if not self.is_in_sight(turn, row):
            self.window.put_near(turn, row, -(self.window.height // 3))
        self.turn = min(turn, self.rows.shown[-1])

    def is_on_top(self, turn: int) -> bool:
        """Whether a jump to this turn would move nothing."""
        top = self.window.top
        goal = Top(turn, self.rows.heading(turn))
        return self.turn == turn and top == min(goal, self.window.last_top)

    def jump(self, place: ReadingPlace) -> None:
        """Put a place that is shown on top, as far as the end allows, and read on there."""
        self._anchor = None
        self.window.put_offset(*place)
        self.turn = place.turn

    def scroll(self, rows: int) -> None:
        """Move by rows; where the window can't, the place alone moves on, and first back again."""
        self._anchor = None
        last = self.rows.shown[-1]
        is_at_end = self.window.top == self.window.last_top
        if rows == -1 and is_at_end and self.turn > self.window.reading()[0]:
            self.turn = self.rows.before(self.turn)
        elif self.window.move(rows):
            self.turn = self.window.reading()[0]
        elif rows > 0:
            self.turn = min(self.rows.after(self.turn), last) if rows == 1 else last

    def to_fraction(self, fraction: float) -> None:
        """Put a part of the episode, from 0 to 1, on top; 1 reads the last turn."""
        self._anchor = None
        self.window.put_fraction(fraction)
        last = self.rows.shown[-1]
        self.turn = last if fraction >= 1 else self.window.reading()[0]

    def to_row(self, row: int) -> None:
        """Put a row of the episode on top, as the scroll bar counts them."""
        self._anchor = None
        self.window.put_row(row)
        self.turn = self.window.reading()[0]

    def _restore(self, stand: Stand) -> None:
        anchor = self._anchor = stand.anchor
        self.turn = self.rows.nearest(stand.turn)
        if anchor.turn in (self.rows.nearest(anchor.turn), self.rows.colophon_turn):
            self.window.restore(anchor)
        else:
            self.window.put_offset(self.turn, 0)
