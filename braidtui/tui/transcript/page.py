"""An episode laid out for a screen of some size: its rows, the window over them, their painting."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip

from braidtui.tui.annotated import Annotated
from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.drawing.ink import GUTTER, Ink
from braidtui.tui.transcript.drawing.painting import Painting
from braidtui.tui.transcript.kept_marks import NOTHING_KEPT, KeptMarks
from braidtui.tui.transcript.layout.rows import Rows
from braidtui.tui.transcript.layout.viewport import Top
from braidtui.tui.transcript.marks import Marks
from braidtui.tui.transcript.reading import Reading

_AIRY = 44  # cells from which there is a blank column left of the text


class Contents(NamedTuple):
    """What is shown: an episode, the turns of it (None: all), marked hits, what the reader kept."""

    annotated: Annotated
    turns: Sequence[int] | None = None
    marks: Marks | None = None
    kept: KeptMarks = NOTHING_KEPT


class Page:
    """What stands on each row of the screen; the text stands in the middle."""

    def __init__(
        self,
        contents: Contents,
        brushes: Brushes,
        size: Size,
        text_width: int,
        before: Reading | None,
    ) -> None:
        """`text_width` is the most cells of text; `before` tells what is to stand on top."""
        airy = size.width >= _AIRY
        width = max(1, min(text_width, size.width - GUTTER - 1 - airy))
        margin = max(airy, (size.width - width - GUTTER) // 2)
        rows = Rows(contents.annotated, width, contents.turns, contents.kept.notes)
        ink = Ink(rows, contents.marks, contents.kept)
        self.painting = Painting(ink, brushes, margin, size.width)
        self.reading = before.relaid(rows, size.height) if before else Reading(rows, size.height)

    def row_at(self, y: int) -> Top | None:
        """Which row of which turn stands on a row of the screen."""
        in_sight = self.reading.window.in_sight()
        return in_sight[y] if y < len(in_sight) else None

    def source_at(self, x: int, y: int) -> int:
        """The number of the source mark at a cell of the screen, 0 where there is none."""
        row = self.row_at(y)
        return self.painting.source_at(row, x) if row else 0

    def painted(self, row: Top, *, flashing: int | None, selection: Selection | None) -> Strip:
        """A row as it is shown; the turn `flashing` lights up."""
        return self.painting.painted(
            row,
            is_current=row.turn == self.reading.turn,
            is_flashing=row.turn == flashing,
            selection=selection,
        )
