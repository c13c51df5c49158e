"""The transcript on the screen: a scroll view that draws only the rows in sight.

What stays put is the reading place, (turn, offset in its text), never a row number: the rows of
turns that were not laid out yet are estimates, and only the scroll bar shows those.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from braidtui.tui.annotated import Annotated
from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.ink import GUTTER, Ink
from braidtui.tui.transcript.painting import Painting
from braidtui.tui.transcript.reading import Reading, ReadingPlace
from braidtui.tui.transcript.rows import Rows
from braidtui.tui.transcript.viewport import Top

_FLASH_SECONDS = 0.9
_PAGE_OVERLAP = 2
_WHEEL_ROWS = 3
_AIRY = 44  # cells from which there is a blank column left of the text


class Progress(NamedTuple):
    """The reading place and what part, 0 to 1, of the whole it is: read on to, or jumped to."""

    place: ReadingPlace
    fraction: float
    is_jump: bool


class TranscriptView(ScrollView, can_focus=True):
    """One episode; `place` is what is being read."""

    DEFAULT_CSS = """
    TranscriptView {
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-color: $panel; scrollbar-color-hover: $primary; scrollbar-color-active: $primary;
    }
    """

    text_width: var[int] = var(88)
    """At most so many cells of text."""
    progress: var[Progress | None] = var(None)
    """To be watched: a message would paint what follows it in a frame of its own."""

    @dataclass
    class SourceChosen(Message):
        """A source mark was clicked."""

        number: int

    def __init__(self, text_width: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(TranscriptView.text_width, text_width)
        self._shown: Annotated | None = None
        self._brushes = Brushes(self)
        self._painting: Painting | None = None
        self._reading: Reading | None = None
        self._wanted = ReadingPlace(0, 0)
        self._flashing: int | None = None
        self._fitted = Size(0, 0)
        self._is_following = False
        self._is_painting = False

    def show_episode(
        self, annotated: Annotated, colors: Mapping[str, Color], place: ReadingPlace
    ) -> None:
        """Show another episode (or a corrected one) at a place of it; colours by speaker id."""
        self._shown = annotated
        self._brushes.use(colors)
        self._reading = None
        self._wanted = place
        self._lay_out()

    def show_colors(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self._brushes.use(colors)
        self._redraw()

    @property
    def place(self) -> ReadingPlace:
        """What is being read."""
        return self._reading.place if self._reading else self._wanted

    @property
    def shown_width(self) -> int:
        """Cells of text on a full line: `text_width`, or what there is room for."""
        return self._reading.rows.width if self._reading else self.text_width

    @property
    def is_at_head(self) -> bool:
        """Whether the very first row is in sight."""
        return self._reading is not None and self._reading.window.top == Top(0, 0)

    def is_on_top(self, turn: int) -> bool:
        """Whether a jump to this turn would move nothing."""
        return self._reading is not None and self._reading.is_on_top(turn)

    def jump(self, place: ReadingPlace, *, flash: bool = False, is_jump: bool = True) -> None:
        """Put a place on top, as far as the end allows, and read on there."""
        if self._reading is None:
            self._wanted = place
            return
        self._reading.jump(place)
        if flash:
            self._flashing = place.turn
            self.set_timer(_FLASH_SECONDS, self._end_flash)
        self._follow(is_jump=is_jump)

    def jump_to_fraction(self, fraction: float) -> None:
        """Put a part of the episode, from 0 to 1, on top."""
        if self._reading:
            self._reading.to_fraction(fraction)
            self._follow(is_jump=True)

    def action_command(self, command: str) -> None:
        """Scroll as a command of the list says."""
        page, half = max(1, self._height - _PAGE_OVERLAP), max(1, self._height // 2)
        steps = {"line_down": 1, "line_up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_page_down": half, "half_page_up": -half}
        self.scroll_rows(steps[command])

    def scroll_rows(self, rows: int) -> None:
        """Move by rows; where the last row is in sight, the reading place alone goes on."""
        if self._reading:
            self._reading.scroll(rows)
            self._follow(is_jump=rows < 0)

    def watch_text_width(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the scroll bar, when it is not the scroll bar that follows."""
        self.vertical_scrollbar.position = new_value
        if not self._is_following and self._reading and round(old_value) != round(new_value):
            self._reading.to_row(round(new_value))
            self._follow(is_jump=True)

    def on_resize(self) -> None:
        """Wrap anew where the size changed."""
        self._fit()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves by rows."""
        self._wheel(event, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves by rows."""
        self._wheel(event, -_WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """A click on a source mark asks for that source."""
        row = self._row_at(event.y)
        number = self._painting.source_at(row, event.x) if self._painting and row else 0
        if number and not self.screen.selections:
            self.post_message(self.SourceChosen(number))

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        if self._painting:
            self._painting.forget()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand in the turns: no display line breaks, no marks."""
        if self._shown is None:
            return None
        turns = self._shown.episode.turns
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else len(turns), len(turns) - 1)
        chosen = []
        for turn in range(first, last + 1):
            begin, end = selection.get_span(turn) or (0, 0)
            text = turns[turn].text
            chosen.append(text[begin : len(text) if end < 0 else end])
        words = "\n\n".join(filter(None, chosen))
        return (words, "\n") if words else None

    def notify_style_update(self) -> None:
        """Another theme: forget what was drawn."""
        super().notify_style_update()
        self._redraw()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is painted: strips without places, which would part the styles."""
        self._fit()
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """One row of the screen; when not for painting, each letter knows its place."""
        row = self._row_at(y)
        if row is None or self._painting is None or self._reading is None:
            return Strip.blank(self.scrollable_content_region.width, self._brushes("text"))
        if not self._is_painting:
            return self._painting.placed(row)
        return self._painting.painted(
            row,
            is_current=row.turn == self._reading.turn,
            is_flashing=row.turn == self._flashing,
            selection=self.text_selection,
        )

    def _row_at(self, y: int) -> Top | None:
        """Which row of which turn stands on a row of the screen."""
        in_sight = self._reading.window.in_sight() if self._reading else []
        return in_sight[y] if y < len(in_sight) else None

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _fit(self) -> None:
        """Lay out for the present size. Painting asks for it, so that the first frame is whole."""
        if self.scrollable_content_region.size != self._fitted:
            self._lay_out()

    def _lay_out(self) -> None:
        """Make rows for the present width, with the same words on top."""
        self._fitted = self.scrollable_content_region.size
        inner = self._fitted.width
        if self._shown is None or inner <= 0 or self._height <= 0:
            return
        airy = inner >= _AIRY
        width = max(1, min(self.text_width, inner - GUTTER - 1 - airy))
        margin = max(airy, (inner - width - GUTTER) // 2)
        rows = Rows(self._shown, width)
        self._painting = Painting(Ink(rows), self._brushes, margin, inner)
        if self._reading is not None:
            self._reading = self._reading.relaid(rows, self._height)
        else:
            self._reading = Reading(rows, self._height)
            if self._wanted > (0, 0):
                self._reading.jump(self._wanted)
        self._follow(is_jump=True)

    def _follow(self, *, is_jump: bool = False) -> None:
        """Let scroll bar, screen and listeners follow the reading place."""
        if self._reading is None:
            return
        window = self._reading.window
        row, total = window.row, window.total
        # A change of virtual_size would lay the whole screen out again, at every key.
        self.set_reactive(TranscriptView.virtual_size, Size(self.size.width, total))
        self.vertical_scrollbar.window_virtual_size = total
        self.vertical_scrollbar.window_size = self._height
        self._is_following = True
        self.scroll_y = self.scroll_target_y = row
        self._is_following = False
        self.refresh()
        self.progress = Progress(self._reading.place, window.fraction, is_jump)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        self.scroll_rows(rows)
        event.stop()
        event.prevent_default()

    def _end_flash(self) -> None:
        self._flashing = None
        self.refresh()

    def _redraw(self) -> None:
        self._brushes.forget()
        if self._painting:
            self._painting.forget()
        self.refresh()
