"""The two lines that frame a screen: what is open above, where one reads below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from braidtui.typeset.cells import cell_len, elided

_BETWEEN = " · "
_LEAST_GAP = 2


class Bar(Widget):
    """One line: parts at the left, the most important first, and a text at the right.

    Where not all has room, the last part goes first, then the text at the right.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; background: $panel; color: $text-muted; padding: 0 1; }
    """

    left: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """What there is room for."""
        width = self.size.width
        for parts in (self.left, self.left[:-1]):
            left = _BETWEEN.join(parts)
            gap = width - cell_len(left) - cell_len(self.right)
            if gap >= _LEAST_GAP:
                return Content(left + " " * gap + self.right)
        for count in range(len(self.left), 1, -1):
            left = _BETWEEN.join(self.left[:count])
            if cell_len(left) <= width:
                return Content(left)
        return Content(elided("".join(self.left[:1]), width))
