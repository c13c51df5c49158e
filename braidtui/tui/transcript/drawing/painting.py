"""Rows of the transcript as strips: painted ones, drawn once, and ones that tell places."""

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.drawing.ink import Ink, Run
from braidtui.tui.transcript.kept_marks import KeptMarks
from braidtui.tui.transcript.layout.viewport import Top
from braidtui.tui.transcript.marks import Marks
from braidtui.typeset.cells import cell_len

_REMEMBERED_STRIPS = 4096


class Painting:
    """Draws the rows of one layout, `margin` cells from the left, `width` cells wide in all."""

    def __init__(self, ink: Ink, brushes: Brushes, margin: int, width: int) -> None:
        self._ink = ink
        self._brushes = brushes
        self._margin = margin
        self._width = width
        self._strips: dict[tuple[Top, bool, bool], Strip] = {}

    def mark(self, marks: Marks | None) -> None:
        """Draw the hits of a find, or none."""
        self._ink.marks = marks
        self.forget()

    def keep(self, kept: KeptMarks) -> None:
        """Draw what the reader kept, notes aside: those are rows."""
        self._ink.keep(kept)
        self.forget()

    def forget(self) -> None:
        """What was drawn looks different now."""
        self._strips.clear()

    def painted(
        self, row: Top, *, is_current: bool, is_flashing: bool, selection: Selection | None
    ) -> Strip:
        """A row as it is shown. Styles are shared by all rows, so each is worked out once."""
        key = (row, is_current, is_flashing)
        if (strip := self._strips.get(key)) is None:
            if len(self._strips) >= _REMEMBERED_STRIPS:
                self._strips.clear()
            segments = [
                Segment(run.text, self._style_of(run))
                for run in self._runs(row, is_current, selection)
            ]
            strip = self._strip(segments).adjust_cell_length(self._width, self._brushes("text"))
            if is_flashing:
                ground = Style(bgcolor=self._brushes("flash").bgcolor)
                strip = Strip(Segment.apply_style(strip, post_style=ground), self._width)
            self._strips[key] = strip
        return strip

    def placed(self, row: Top) -> Strip:
        """A row whose letters know their turn and their offset in it; one without any, the place
        between what is above and below."""
        segments = [Segment("", Style.from_meta({"offset": (self._ink.end_above(*row), row.turn)}))]
        for run in self._runs(row, False, None):
            meta = {"offset": (run.offset, row.turn)} if run.offset >= 0 else {}
            segments.append(Segment(run.text, self._style_of(run) + Style.from_meta(meta)))
        return self._strip(segments)

    def source_at(self, row: Top, column: int) -> int:
        """The number of the source mark at a column of a row, 0 where there is none."""
        end = self._margin
        for run in self._runs(row, False, None):
            end += cell_len(run.text)
            if column < end:
                return run.source
        return 0

    def _style_of(self, run: Run) -> Style:
        style = self._brushes(run.style)
        return style + self._brushes.over(run.over) if run.over else style

    def _strip(self, segments: list[Segment]) -> Strip:
        return Strip([Segment(" " * self._margin, self._brushes("text")), *segments])

    def _runs(self, row: Top, is_current: bool, selection: Selection | None) -> list[Run]:
        return self._ink.runs(row.turn, row.row, is_current=is_current, selection=selection)
