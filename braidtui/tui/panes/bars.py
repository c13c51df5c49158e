"""The two lines that frame a screen: what is open above, where one reads below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from braidtui.typeset.cells import cell_len, elided, fitted

_BETWEEN = " · "
_LEAST_GAP = 2


class Bar(Widget):
    """One line: parts at the left, the most important first, and a text at the right.

    Where not all has room, the last part is cut first, then the text at the right goes.
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
        left = _BETWEEN.join(self.left)
        room = width - cell_len(self.right) - _LEAST_GAP
        least = _BETWEEN.join(self.left[:-1]) or left
        if not self.right or cell_len(least) > room:
            return Content(elided(left, width))
        return Content(fitted(elided(left, room), room + _LEAST_GAP) + self.right)
