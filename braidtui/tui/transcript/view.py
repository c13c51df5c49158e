"""The transcript on the screen: a scroll view that draws only the rows in sight.

What stays put is the reading place, (turn, offset in its text), never a row number: the rows of
turns that were not laid out yet are estimates, and only the scroll bar shows those.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from braidtui.episode.turn_span import TurnSpan
from braidtui.tui.annotated import Annotated
from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.drawing.flash import Flash
from braidtui.tui.transcript.kept_marks import NOTHING_KEPT, KeptMarks
from braidtui.tui.transcript.marks import Marks
from braidtui.tui.transcript.page import Contents, Page
from braidtui.tui.transcript.reading import Progress, Reading, ReadingPlace
from braidtui.tui.transcript.scroll_bar import ScrollMarks
from braidtui.tui.transcript.scrolling import RowScroll
from braidtui.tui.transcript.selecting import selected_spans, selected_words, whole_turns

if TYPE_CHECKING:
    from braidtui.find.episode_hits import Stretch


class TranscriptView(RowScroll, can_focus=True):
    """One episode; `place` is what is being read."""

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
        self._flash = Flash(self)

    def show_episode(
        self,
        annotated: Annotated,
        colors: Mapping[str, Color],
        place: ReadingPlace,
        turns: Sequence[int] | None = None,
        kept: KeptMarks = NOTHING_KEPT,
    ) -> None:
        """Show another episode (or a corrected one) at a place of it; colours by speaker id.

        `turns` are those to be shown, all where it is None; `kept` what the reader kept of it.
        """
        self._contents = Contents(annotated, turns, kept=kept)
        self._scroll_marks.show((), None)
        self._brushes.use(colors)
        self._page = None
        self._wanted = place
        self.lay_out_again()

    def show_colors(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self._brushes.use(colors)
        self._redraw()

    def show_turns(self, turns: Sequence[int] | None) -> None:
        """Hide all but these turns, or none; the same words stay on top where they are shown."""
        if self._contents:
            self._contents = self._contents._replace(turns=turns, marks=None)
            self._scroll_marks.show((), None)
            self.lay_out_again()

    def show_marks(self, marks: Marks | None) -> None:
        """Mark the hits of a find in the text, or none."""
        if self._contents:
            self._contents = self._contents._replace(marks=marks)
        if self._page:
            self._page.painting.mark(marks)
        self.refresh()

    def show_kept(self, kept: KeptMarks) -> None:
        """Show what the reader kept, the same words on top. Only other notes make other rows."""
        if self._contents is None:
            return
        before, self._contents = self._contents.kept, self._contents._replace(kept=kept)
        if kept.notes != before.notes:
            self.lay_out_again()
        elif self._page:
            self._page.painting.keep(kept)
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
        return self.reading is not None and self.reading.is_at_head

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
            self._flash.light(place.turn)
        self.follow(is_jump=is_jump)

    def jump_to_fraction(self, fraction: float) -> None:
        """Put a part of the episode, from 0 to 1, on top."""
        if self.reading:
            self.reading.to_fraction(fraction)
            self.follow()

    def scroll_rows(self, rows: int) -> None:
        """Move by rows; where the last row is in sight, the reading place alone goes on."""
        if self.reading:
            self.reading.scroll(rows)
            self.follow(is_jump=rows < 0)

    def go_to_row(self, row: int) -> None:
        """The scroll bar was moved."""
        if self.reading:
            self.reading.to_row(row)
            self.follow()

    @property
    def selected(self) -> tuple[TurnSpan, ...]:
        """What is selected, by mouse or by key."""
        if self.reading is None or self.text_selection is None:
            return ()
        return tuple(selected_spans(self.reading.rows, self.text_selection))

    def select(self, first: int, last: int) -> None:
        """Select all that is said from one turn to another."""
        if self.reading:
            self.screen.clear_selection()
            self.screen.selections = {self: whole_turns(self.reading.rows, first, last)}

    def watch_text_width(self) -> None:
        """Wrap anew."""
        self.lay_out_again()

    def on_click(self, event: events.Click) -> None:
        """A click on a source mark asks for that source."""
        number = self._page.source_at(event.x, event.y) if self._page else 0
        if number and not self.screen.selections:
            self.post_message(self.SourceChosen(number))

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._redraw()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand in the turns that are shown."""
        words = selected_words(self.reading.rows, selection) if self.reading else ""
        return (words, "\n") if words else None

    def notify_style_update(self) -> None:
        """Another theme: forget what was drawn."""
        super().notify_style_update()
        self._brushes.forget()
        self._redraw()

    def row_strip(self, y: int, *, is_painted: bool) -> Strip:
        """A row of the screen; when not for painting, each letter knows its turn and offset."""
        row = self._page.row_at(y) if self._page else None
        if row is None or self._page is None:
            return Strip.blank(self.scrollable_content_region.width, self._brushes("text"))
        if not is_painted:
            return self._page.painting.placed(row)
        return self._page.painted(row, flashing=self._flash.turn, selection=self.text_selection)

    def lay_out(self, size: Size) -> None:
        """Make rows for a size, with the same words on top."""
        if self._contents is None:
            return
        before = self.reading
        self._page = Page(self._contents, self._brushes, size, self.text_width, before)
        if before is None and self._wanted > (0, 0):
            self._page.reading.jump(self._wanted)
        self.follow()
        self._scroll_marks.lay_out(self._page.reading.window)

    def follow(self, *, is_jump: bool = True) -> None:
        """Let scroll bar, screen and listeners follow the reading place."""
        if self._page is None:
            return
        window = self._page.reading.window
        self.tell_scroll_bar(window.row, window.total)
        self.refresh()
        hides = self._page.reading.rows.hides_some  # what is hidden is not read
        self.progress = Progress(self._page.reading.place, window.fraction, is_jump or hides)

    def _redraw(self) -> None:
        if self._page:
            self._page.painting.forget()
        self.refresh()
