"""Keys that come faster than the focus moves, as over a slow line or from a paste.

Textual hands a key to what has the focus when it arrives, and looks for its command a little later,
when what was typed before may have opened a line to type in.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

if TYPE_CHECKING:
    from braidtui.tui.app import BraidApp

_ON_THEIR_WAY = 128


class LateKeys:
    """Remembers whom the latest keys were handed to."""

    def __init__(self) -> None:
        self._handed: deque[tuple[events.Key, Widget | None]] = deque(maxlen=_ON_THEIR_WAY)

    def handed(self, key: events.Key, widget: Widget | None) -> None:
        """A key goes to a widget."""
        self._handed.append((key, widget))

    def passed_on(self, key: events.Key, focused: Widget | None) -> bool:
        """Hand a key that nobody took to what has the focus by now; False where it had it then."""
        widget = next((widget for other, widget in self._handed if other is key), focused)
        if focused is None or focused is widget:
            return False
        self.hand(key, focused)
        return True

    def hand(self, key: events.Key, widget: Widget) -> None:
        """Hand on a key that another widget had."""
        again = events.Key(key.key, key.character)
        again._set_forwarded()  # else the app would hand it on once more, when it comes by there
        self.handed(again, widget)
        widget.post_message(again)


async def acted_at_once(box: Widget, key: events.Key, take: Callable[[events.Key], bool]) -> bool:
    """What a box to type in does first with a key; False for a letter that is to be typed.

    Where the box has the keys no more, the key is handed on. What it does not `take`, and is no
    letter, has its command now: Textual would look for that when the keys behind it were typed.
    """
    app: BraidApp = box.app  # type: ignore[assignment]
    if app.focused is not box:
        app.late_keys.hand(key, app.focused or app.screen)
        return True
    return take(key) or (not key.is_printable and await app._check_bindings(key.key))
