"""The transcript on the screen: a scroll view that draws only the rows in sight.

What stays put is the reading place, (turn, offset in its text), never a row number: the rows of
turns that were not laid out yet are estimates, and only the scroll bar shows those.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from braidtui.tui.transcript.marks import Marks
from braidtui.tui.transcript.page import Contents, Page
from braidtui.tui.transcript.reading import Progress, Reading, ReadingPlace
from braidtui.tui.transcript.scroll_bar import ScrollMarks
from braidtui.tui.transcript.selecting import selected_words
from braidtui.tui.transcript.viewport import Top

if TYPE_CHECKING:
    from braidtui.find.episode_hits import Stretch

_FLASH_SECONDS = 0.9
_PAGE_OVERLAP = 2
_WHEEL_ROWS = 3


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

    @dataclass
    class AllShown(Message):
        """A jump led to a hidden turn, so that none is hidden any more."""

    def __init__(self, text_width: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(TranscriptView.text_width, text_width)
        self._contents: Contents | None = None
        self._scroll_marks = ScrollMarks(
            lambda: self.vertical_scrollbar, lambda: self._brushes("accent")
        )
        self._brushes = Brushes(self)
        self._page: Page | None = None
        self._wanted = ReadingPlace(0, 0)
        self._flashing: int | None = None
        self._fitted = Size(0, 0)
        self._is_following = False
        self._is_painting = False

    def show_episode(
        self,
        annotated: Annotated,
        colors: Mapping[str, Color],
        place: ReadingPlace,
        turns: Sequence[int] | None = None,
    ) -> None:
        """Show another episode (or a corrected one) at a place of it; colours by speaker id.

        `turns` are those to be shown, all where it is None.
        """
        self._contents = Contents(annotated, turns)
        self._scroll_marks.show((), None)
        self._brushes.use(colors)
        self._page = None
        self._wanted = place
        self._lay_out()

    def show_colors(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self._brushes.use(colors)
        self._redraw()

    def show_turns(self, turns: Sequence[int] | None) -> None:
        """Hide all but these turns, or none; the same words stay on top where they are shown."""
        if self._contents:
            self._contents = Contents(self._contents.annotated, turns)
            self._scroll_marks.show((), None)
            self._lay_out()

    def show_marks(self, marks: Marks | None) -> None:
        """Mark the hits of a find in the text, or none."""
        if self._contents:
            self._contents = self._contents._replace(marks=marks)
        if self._page:
            self._page.painting.mark(marks)
        self.refresh()

    def show_stretches(self, stretches: Sequence["Stretch"]) -> None:
        """Mark on the scroll bar where there are hits."""
        self._scroll_marks.show(stretches, self.reading.window if self.reading else None)

    @property
    def place(self) -> ReadingPlace:
        """What is being read."""
        return self.reading.place if self.reading else self._wanted

    @property
    def reading(self) -> Reading | None:
        """The reading place and the window, None before the first layout; `follow` its moves."""
        return self._page.reading if self._page else None

    @property
    def shown_width(self) -> int:
        """Cells of text on a full line: `text_width`, or what there is room for."""
        return self.reading.rows.width if self.reading else self.text_width

    @property
    def is_at_head(self) -> bool:
        """Whether the very first row is in sight."""
        reading = self.reading
        return reading is not None and reading.window.top == Top(reading.rows.shown[0], 0)

    def is_on_top(self, turn: int) -> bool:
        """Whether a jump to this turn would move nothing."""
        return self.reading is not None and self.reading.is_on_top(turn)

    def jump(self, place: ReadingPlace, *, flash: bool = False, is_jump: bool = True) -> None:
        """Put a place on top, as far as the end allows, and read on there.

        Where its turn is hidden, all turns are shown again.
        """
        if self.reading and self.reading.rows.nearest(place.turn) != place.turn:
            self.show_turns(None)
            self.post_message(self.AllShown())
        if self.reading is None:
            self._wanted = place
            return
        self.reading.jump(place)
        if flash:
            self._flashing = place.turn
            self.set_timer(_FLASH_SECONDS, self._end_flash)
        self.follow(is_jump=is_jump)

    def jump_to_fraction(self, fraction: float) -> None:
        """Put a part of the episode, from 0 to 1, on top."""
        if self.reading:
            self.reading.to_fraction(fraction)
            self.follow()

    def action_command(self, command: str) -> None:
        """Scroll as a command of the list says."""
        page, half = max(1, self._height - _PAGE_OVERLAP), max(1, self._height // 2)
        steps = {"line_down": 1, "line_up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_page_down": half, "half_page_up": -half}
        self.scroll_rows(steps[command])

    def scroll_rows(self, rows: int) -> None:
        """Move by rows; where the last row is in sight, the reading place alone goes on."""
        if self.reading:
            self.reading.scroll(rows)
            self.follow(is_jump=rows < 0)

    def watch_text_width(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the scroll bar, when it is not the scroll bar that follows."""
        self.vertical_scrollbar.position = new_value
        if not self._is_following and self.reading and round(old_value) != round(new_value):
            self.reading.to_row(round(new_value))
            self.follow()

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
        number = self._page.source_at(event.x, event.y) if self._page else 0
        if number and not self.screen.selections:
            self.post_message(self.SourceChosen(number))

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        if self._page:
            self._page.painting.forget()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand in the turns that are shown."""
        words = selected_words(self.reading.rows, selection) if self.reading else ""
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
        row = self._page.row_at(y) if self._page else None
        if row is None or self._page is None:
            return Strip.blank(self.scrollable_content_region.width, self._brushes("text"))
        if not self._is_painting:
            return self._page.painting.placed(row)
        return self._page.painted(row, flashing=self._flashing, selection=self.text_selection)

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
        if self._contents is None or self._fitted.width <= 0 or self._height <= 0:
            return
        before = self.reading
        self._page = Page(self._contents, self._brushes, self._fitted, self.text_width, before)
        if before is None and self._wanted > (0, 0):
            self._page.reading.jump(self._wanted)
        self.follow()
        self._scroll_marks.lay_out(self._page.reading.window)

    def follow(self, *, is_jump: bool = True) -> None:
        """Let scroll bar, screen and listeners follow the reading place."""
        if self._page is None:
            return
        window = self._page.reading.window
        row, total = window.row, window.total
        # A change of virtual_size would lay the whole screen out again, at every key.
        self.set_reactive(TranscriptView.virtual_size, Size(self.size.width, total))
        self.vertical_scrollbar.window_virtual_size = total
        self.vertical_scrollbar.window_size = self._height
        self._is_following = True
        self.scroll_y = self.scroll_target_y = row
        self._is_following = False
        self.refresh()
        hides = self._page.reading.rows.hides_some  # what is hidden is not read
        self.progress = Progress(self._page.reading.place, window.fraction, is_jump or hides)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        self.scroll_rows(rows)
        event.stop()
        event.prevent_default()

    def _end_flash(self) -> None:
        self._flashing = None
        self.refresh()

    def _redraw(self) -> None:
        self._brushes.forget()
        if self._page:
            self._page.painting.forget()
        self.refresh()
