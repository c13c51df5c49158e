"""A scroll view that lays out and paints its rows itself: its scroll bar follows, or leads."""

from abc import abstractmethod

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_PAGE_OVERLAP = 2
_WHEEL_ROWS = 3


class RowScroll(ScrollView):
    """Only the scroll bar knows of row numbers; a subclass moves by rows, and draws them."""

    DEFAULT_CSS = """
    RowScroll {
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-color: $panel; scrollbar-color-hover: $primary; scrollbar-color-active: $primary;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fitted = Size(0, 0)
        self._is_following = False
        self._is_painting = False

    @abstractmethod
    def go_to_row(self, row: int) -> None:
        """The scroll bar was moved: put a row on top."""

    @abstractmethod
    def scroll_rows(self, rows: int) -> None:
        """Move by rows."""

    @abstractmethod
    def lay_out(self, size: Size) -> None:
        """Make rows for a size of some cells."""

    @abstractmethod
    def row_strip(self, y: int, *, is_painted: bool) -> Strip:
        """A row of the screen; when it is for the mouse, each letter knows its place."""

    def action_command(self, command: str) -> None:
        """Scroll as a command of the list says."""
        height = self.scrollable_content_region.height
        page, half = max(1, height - _PAGE_OVERLAP), max(1, height // 2)
        steps = {"line_down": 1, "line_up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_page_down": half, "half_page_up": -half}
        self.scroll_rows(steps[command])

    def tell_scroll_bar(self, row: int, total: int) -> None:
        """Which row is on top, of how many."""
        # A change of virtual_size would lay the whole screen out again, at every key.
        self.set_reactive(RowScroll.virtual_size, Size(self.size.width, total))
        self.vertical_scrollbar.window_virtual_size = total
        self.vertical_scrollbar.window_size = self.scrollable_content_region.height
        self._is_following = True
        self.scroll_y = self.scroll_target_y = row
        self._is_following = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the scroll bar, when it is not the scroll bar that follows."""
        self.vertical_scrollbar.position = new_value
        if not self._is_following and round(old_value) != round(new_value):
            self.go_to_row(round(new_value))

    def on_resize(self) -> None:
        """Lay out where the size changed."""
        self._fit()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves by rows."""
        self._wheel(event, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves by rows."""
        self._wheel(event, -_WHEEL_ROWS)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is painted: strips without places, which would part the styles."""
        self._fit()
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        return self.row_strip(y, is_painted=self._is_painting)

    def lay_out_again(self) -> None:
        """Something else is shown, or it is wrapped otherwise."""
        self._fitted = size = self.scrollable_content_region.size
        if size.width > 0 and size.height > 0:
            self.lay_out(size)

    def _fit(self) -> None:
        """Lay out for the present size. Painting asks for it, so that the first frame is whole."""
        if self.scrollable_content_region.size != self._fitted:
            self.lay_out_again()

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        self.scroll_rows(rows)
        event.stop()
        event.prevent_default()
