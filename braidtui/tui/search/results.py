"""The hits as a list: where each is and who says it, then the words around what was found."""

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.message import Message
from textual.strip import Strip

from braidtui.episode.safe_text import clean_line
from braidtui.find.finder import Span
from braidtui.library.search.results import Hit
from braidtui.library.search.snippets import snippet
from braidtui.tui.item_list import ItemList, ItemRow, Part
from braidtui.typeset.cells import cell_len, elided
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.wrap import wrap

_INDENT = 2  # the bar of the cursor, and a blank
_ROWS_OF_WORDS = 6
_LONGEST_SNIPPET = 320
_WITH_DATE = 56  # cells from which the date has room


class ResultList(ItemList):
    """Hits; the cursor stays on one while more are found."""

    hits: Sequence[Hit] = ()

    class EndNeared(Message):
        """The last of the hits came near: if there are more, they are wanted now."""

    @property
    def count(self) -> int:
        """How many hits are listed."""
        return len(self.hits)

    @property
    def shows_cursor(self) -> bool:
        """Always: enter opens also while one types."""
        return True

    @property
    def present(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.cursor] if self.cursor < self.count else None

    def show(self, hits: Sequence[Hit], *, is_renewal: bool) -> None:
        """List other hits from the first on; a renewal leaves the one under the cursor in place."""
        present = _identity(self.present) if is_renewal and self.present else None
        depth = self._begin_of(self.cursor) - round(self.scroll_y)
        self.hits = hits
        places = (index for index, hit in enumerate(hits) if _identity(hit) == present)
        cursor = next(places, min(self.cursor, self.count) if is_renewal else 0)
        self.set_reactive(ItemList.cursor, cursor)
        self.items_changed()
        top = self._begin_of(self.cursor) - depth if present else 0
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self._look_ahead()

    def color(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self.brushes.use(colors)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more before the end is reached."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value:
            self._look_ahead()

    def heading_rows(self, index: int) -> int:
        """A blank row parts it from the hit before."""
        return 1 if index else 0

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """Where it is and who says it, then the words around what was found."""
        hit = self.hits[index]
        rows = (self._head(hit, width), *self._words(hit, max(1, width - _INDENT)))
        return ((), *rows) if index else rows

    def under_cursor(self, strip: Strip) -> Strip:
        """A bar at the left, and another ground that leaves the colours as they are."""
        base, ground = self.brushes("text"), Style(bgcolor=self.brushes("present").bgcolor)
        row = [Segment("▎", self.brushes("accent") + ground)]
        for text, style, _ in strip.crop(1):
            is_plain = style is None or style.bgcolor == base.bgcolor
            row.append(Segment(text, (style or base) + ground if is_plain else style))
        return Strip(row, strip.cell_length)

    def _head(self, hit: Hit, width: int) -> ItemRow:
        """Target, date, speaker, segment; where not all has room, the segment is cut first."""
        day = str(hit.entry.date or "") if width >= _WITH_DATE else ""
        row: list[Part] = [(" " * _INDENT, "text")]
        room = width - _INDENT
        for text, style in (
            (clean_line(hit.target), "accent"),
            (day, "muted"),
            (f"{glyph(hit.cast_index)} {hit.speaker.name}", f"speaker {color_name(hit)}"),
            (hit.segment_title, "muted"),
        ):
            if text and room > 0:
                shown = elided(text, room)
                row += [(shown, style), ("  ", "text")]
                room -= cell_len(shown) + 2
        return row

    def _words(self, hit: Hit, width: int) -> Iterator[ItemRow]:
        most = max(80, min(_LONGEST_SNIPPET, _ROWS_OF_WORDS * width))
        text, spans = snippet(hit.text, hit.spans, most)
        for line in wrap(text, width):
            yield ((" " * _INDENT, "text"), *_marked(text, spans, *line))

    def _look_ahead(self) -> None:
        if self.scroll_y + 2 * self.scrollable_content_region.height >= self.virtual_size.height:
            self.post_message(self.EndNeared())

    def _begin_of(self, index: int) -> int:
        """The row at which an item begins."""
        return self._ends[index - 1] if 0 < index <= len(self._ends) else 0


def color_name(hit: Hit) -> str:
    """What the colour of a hit's speaker depends on: one name in two shows may be two people."""
    return f"{hit.cast_index} {hit.speaker.color}"


def _identity(hit: Hit) -> tuple[str, int]:
    return hit.entry.key, hit.turn


def _marked(text: str, spans: Sequence[Span], begin: int, end: int) -> Iterator[Part]:
    """A line of a text with the words found apart."""
    place = begin
    for span in spans:
        first, last = max(span[0], begin), min(span[1], end)
        if first < last:
            yield text[place:first], "text"
            yield text[first:last], "found"
            place = last
    yield text[place:end], "text"
