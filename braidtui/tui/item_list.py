"""A list that draws only the items in sight, each on one row or several; keys and mouse choose."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from braidtui.tui.brushes import Brushes
from braidtui.tui.commands import SCROLLING, bindings

_MOST_MEASURED = 150  # items; of more, measuring alone would be felt

Part = tuple[str, str]
"""A text and the name of its style."""
ItemRow = Sequence[Part]


class ItemList(ScrollView, can_focus=True):
    """Shows `count` items; a subclass says how many rows each has and what stands on them."""

    ALLOW_SELECT = False
    ONE_ROW_WHERE_MANY: ClassVar[bool] = False
    """Whether items of a long list have only their first row."""
    BINDINGS = [*bindings(*SCROLLING), Binding("enter", "choose", "Choose", show=False)]
    DEFAULT_CSS = """
    ItemList {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-color: $panel; scrollbar-color-hover: $primary; scrollbar-color-active: $primary;
    }
    """

    cursor: var[int] = var(0)
    """The item that enter chooses."""

    @dataclass
    class Chosen(Message):
        """An item was chosen, by enter or a click."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: list[int] = []
        self._height_told = -1
        self._fitted = 0
        self._rows: dict[int, Sequence[ItemRow]] = {}
        self.brushes = Brushes(self)

    @property
    def is_long(self) -> bool:
        """Whether there are so many items that each has one row, which needs no measuring."""
        return self.ONE_ROW_WHERE_MANY and self.count > _MOST_MEASURED

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @abstractmethod
    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """What stands on the rows of an item in `width` cells."""

    def item_height(self, index: int, width: int) -> int:
        """How many rows an item has; a list of equal items need not write each to know."""
        if self.is_long:
            return 1
        if width != self._width:
            return len(self.item_rows(index, width))
        return len(self._rows_of(index))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As tall as its first items, where the height is `auto`; the bar takes a column."""
        self._height_told = sum(self.item_height(index, width - 1) for index in range(self.count))
        return self._height_told or bool(self.when_empty)

    @property
    def when_empty(self) -> str:
        """What a list without items says."""
        return ""

    def heading_rows(self, index: int) -> int:
        """How many of an item's first rows are no part of what the cursor is on."""
        return 0

    def items_changed(self) -> None:
        """Call when the items, or how they look, are others."""
        self._rows.clear()
        width = self._fitted = self._width
        if width <= 0:
            return
        self._ends = list(accumulate(self.item_height(index, width) for index in range(self.count)))
        rows = self._ends[-1] if self._ends else bool(self.when_empty)
        self._tell_height(Size(width, int(rows)))
        self.set_reactive(ItemList.cursor, max(0, min(self.cursor, self.count - 1)))
        self.reveal_present()
        self.refresh()

    def reveal_present(self) -> None:
        """Bring what is being read into sight; called as soon as it is known where that is."""

    def forget(self, index: int) -> None:
        """Call when one item looks different, but is as tall as before."""
        self._rows.pop(index, None)
        self._refresh_item(index)

    def forget_all(self) -> None:
        """Call when all items look different, but are as tall as before."""
        self._rows.clear()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew where the width changed."""
        self._fit()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: forget the styles."""
        super().notify_style_update()
        self.brushes.forget()
        self.refresh()

    def action_command(self, command: str) -> None:
        """Move the cursor as a command of the list says."""
        page = max(1, self.scrollable_content_region.height // max(1, self._height_at(self.cursor)))
        steps = {"line_down": 1, "line_up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_page_down": max(1, page // 2), "half_page_up": -max(1, page // 2)}
        steps |= {"top": -self.count, "end": self.count}
        self.move_cursor(self.cursor + steps[command])

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self.cursor))

    def move_cursor(self, index: int) -> None:
        """Put the cursor on an item, clamped, and bring it into sight."""
        self.cursor = max(0, min(index, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the item under the cursor into sight."""
        self.reveal(new)
        if self.shows_cursor:
            self._refresh_item(old)
            self._refresh_item(new)

    def reveal(self, index: int) -> None:
        """Scroll as little as brings an item into sight."""
        if index < len(self._ends):
            begin = self._ends[index - 1] if index else 0
            region = Region(0, begin, 1, self._ends[index] - begin)
            self.scroll_to_region(region, animate=False, force=True)

    def _refresh_item(self, index: int) -> None:
        if index < len(self._ends):
            begin = self._ends[index - 1] if index else 0
            self.refresh_lines(begin, self._ends[index] - begin)

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = bisect_right(self._ends, offset.y + self.scroll_offset.y)
        if index < self.count:
            self.cursor = index
            self.post_message(self.Chosen(index))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is painted; laid out first, so that the first frame is whole."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        index = bisect_right(self._ends, row)
        base = self.brushes("text")
        if index >= self.count or index >= len(self._ends):
            said = self.when_empty if y == 0 and not self.count else ""
            return Strip(self.brushes.paint([(said, "muted")])).adjust_cell_length(width, base)
        line = row - (self._ends[index - 1] if index else 0)
        parts = self._rows_of(index)[line]
        strip = Strip(self.brushes.paint(parts))
        strip = strip.adjust_cell_length(width, base)
        if index == self.cursor and self.shows_cursor and line >= self.heading_rows(index):
            strip = self.under_cursor(strip)
        return strip

    def under_cursor(self, strip: Strip) -> Strip:
        """A row of the item that the cursor is on."""
        return Strip(
            Segment.apply_style(strip, post_style=self.brushes("cursor")), strip.cell_length
        )

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn: only where keys would move it."""
        return self.has_focus

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _tell_height(self, size: Size) -> None:
        """Let the scroll bar know; only a list as tall as its items is laid out anew for that."""
        is_as_tall = self.styles.height is not None and self.styles.height.is_auto
        if is_as_tall and size.height != self._height_told:
            self.refresh(layout=True)
        self.set_reactive(ItemList.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        self.vertical_scrollbar.window_size = self.scrollable_content_region.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _fit(self) -> None:
        if self._width != self._fitted:
            self.items_changed()

    def _rows_of(self, index: int) -> Sequence[ItemRow]:
        if index not in self._rows:
            rows = self.item_rows(index, self._width)
            self._rows[index] = rows[:1] if self.is_long else rows
        return self._rows[index]

    def _height_at(self, index: int) -> int:
        if not 0 <= index < len(self._ends):
            return 1
        return self._ends[index] - (self._ends[index - 1] if index else 0)
