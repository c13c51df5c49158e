"""The reading place as it moves through a window over the transcript."""

from typing import NamedTuple

from braidtui.tui.transcript.rows import Rows
from braidtui.tui.transcript.viewport import Anchor, Top, Viewport

HEAD = -1
"""The offset of the head of the episode, above its first turn."""


class ReadingPlace(NamedTuple):
    """Where one reads: a turn and a code point of its text."""

    turn: int
    offset: int


class Reading:
    """A window and the turn being read in it: the first in sight, but where the end stops the
    window the place goes on without it."""

    def __init__(self, rows: Rows, height: int) -> None:
        self.rows = rows
        self.window = Viewport(rows, height)
        self.turn = 0
        self._anchor: Anchor | None = None

    @property
    def place(self) -> ReadingPlace:
        """What is being read."""
        turn, offset = self.window.reading()
        return ReadingPlace(turn, offset) if turn == self.turn else ReadingPlace(self.turn, 0)

    def relaid(self, rows: Rows, height: int) -> "Reading":
        """The same place in rows of another width, the same words on top."""
        again = Reading(rows, height)
        again.turn = self.turn
        # The same anchor until one moves: narrower and wider again is where one was.
        again._anchor = self._anchor or self.window.anchor()
        again.window.restore(again._anchor)
        return again

    def is_on_top(self, turn: int) -> bool:
        """Whether a jump to this turn would move nothing."""
        top = self.window.top
        goal = Top(turn, self.rows.heading(turn))
        return self.turn == turn and top == min(goal, self.window.last_top)

    def jump(self, place: ReadingPlace) -> None:
        """Put a place on top, as far as the end allows, and read on there."""
        self._anchor = None
        self.window.put_offset(*place)
        self.turn = place.turn

    def scroll(self, rows: int) -> None:
        """Move by rows; where the window can't, the place alone moves on, and first back again."""
        self._anchor = None
        last = len(self.rows.episode.turns) - 1
        if rows == -1 and self.turn > self.window.reading()[0]:
            self.turn -= 1
        elif self.window.move(rows):
            self.turn = self.window.reading()[0]
        elif rows > 0:
            self.turn = min(self.turn + 1, last) if rows == 1 else last

    def to_fraction(self, fraction: float) -> None:
        """Put a part of the episode, from 0 to 1, on top; 1 reads the last turn."""
        self._anchor = None
        self.window.put_fraction(fraction)
        last = len(self.rows.episode.turns) - 1
        self.turn = last if fraction >= 1 else self.window.reading()[0]

    def to_row(self, row: int) -> None:
        """Put a row of the episode on top, as the scroll bar counts them."""
        self._anchor = None
        self.window.put_row(row)
        self.turn = self.window.reading()[0]
