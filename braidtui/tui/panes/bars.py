"""The two lines that frame a screen: what is open above, where one reads below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from braidtui.typeset.cells import cell_len, elided, fitted

_BETWEEN = " · "
_LEAST_GAP = 2


class Bar(Widget):
    """One line: parts at the left, the most important first, and a text at the right.

    Where not all has room, the last part is cut first, then a shorter text stands at the right.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; background: $panel; color: $text-muted; padding: 0 1; }
    """

    left: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    right: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """What may stand at the right, the longest first."""

    def render(self) -> Content:
        """What there is room for."""
        width = self.size.width
        left = _BETWEEN.join(self.left)
        least = cell_len(_BETWEEN.join(self.left[:-1]) or left)
        for right in self.right:
            room = width - cell_len(right) - _LEAST_GAP
            if least <= room:
                return Content(fitted(elided(left, room), room + _LEAST_GAP) + right)
        return Content(elided(left, width))
