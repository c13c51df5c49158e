"""The hits over time as a row of bars, with the period of the hit under the cursor marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from braidtui.library.search.results import Facets, Hit
from braidtui.tui.brushes import Brushes
from braidtui.tui.item_list import Part
from braidtui.tui.search.filters import written
from braidtui.tui.search.spread.periods import Period, period_of, periods
from braidtui.typeset.cells import cell_len

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WIDEST_BAR = 6
_MARGIN = 1


class Histogram(Widget):
    """Two rows: bars between the first and the last period, and a mark below one of them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Histogram { height: 2; width: 1fr; }
    """

    facets: reactive[Facets | None] = reactive[Facets | None](None)
    present: reactive[Hit | None] = reactive[Hit | None](None)
    """The hit under the cursor."""

    @dataclass
    class PeriodChosen(Message):
        """A bar was clicked; `filter` narrows to its time."""

        filter: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._brushes = Brushes(self)

    def notify_style_update(self) -> None:
        """Another theme: forget the styles."""
        super().notify_style_update()
        self._brushes.forget()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on a bar, or below it, narrows to its period."""
        parts, wide, begin = self._laid_out()
        place = (event.x - begin) // wide
        if 0 <= place < len(parts) and parts[place].hits:
            self.post_message(self.PeriodChosen(written("date", parts[place].label)))

    def render_line(self, y: int) -> Strip:
        """The bars, or the row with the mark."""
        parts, wide, begin = self._laid_out()
        row = (self._bars if y == 0 else self._mark)(parts, wide, begin) if parts else ()
        base = self._brushes("text")
        strip = Strip([Segment(" " * _MARGIN, base), *self._brushes.paint(row)])
        return strip.adjust_cell_length(self.size.width, base)

    def _laid_out(self) -> tuple[Sequence[Period], int, int]:
        """The periods, how many cells each has, and where the first begins."""
        months = self.facets.months if self.facets else ()
        labels = 2 * len("0000..0000")
        room = self.size.width - labels - 2 * _MARGIN - 2
        parts = periods(months, room)
        if not parts:
            return (), 1, 0
        wide = max(1, min(_WIDEST_BAR, room // len(parts)))
        return parts, wide, _MARGIN + cell_len(parts[0].label) + 1

    def _place_in(self, parts: Sequence[Period]) -> int | None:
        """The period of the hit under the cursor."""
        day = self.present.entry.date if self.present else None
        return period_of(parts, (day.year, day.month)) if day else None

    def _bars(self, parts: Sequence[Period], wide: int, begin: int) -> Sequence[Part]:
        most = max(part.hits for part in parts)
        present = self._place_in(parts)
        row: list[Part] = [(f"{parts[0].label} ", "muted")]
        gap = " " if wide > 2 else ""
        for place, part in enumerate(parts):
            height = -(-part.hits * 8 // most) if most else 0
            bar = _EIGHTHS[height] * (wide - len(gap)) + gap
            row.append((bar, "heading" if place == present else "faint"))
        return [*row, (f" {parts[-1].label}", "muted")] if len(parts) > 1 else row

    def _mark(self, parts: Sequence[Period], wide: int, begin: int) -> Sequence[Part]:
        """A sign below the bar, and beside it which period that is and its hits."""
        place = self._place_in(parts)
        if place is None:
            return ()
        column = begin - _MARGIN + place * wide + (wide - (wide > 2) - 1) // 2
        words = f"{parts[place].label}: {parts[place].hits:,}"
        if column + 2 + cell_len(words) > self.size.width - 2 * _MARGIN:
            words = f"{words} ▴"
            return ((" " * (column + 1 - cell_len(words)), "text"), (words, "accent"))
        return ((" " * column, "text"), (f"▴ {words}", "accent"))
