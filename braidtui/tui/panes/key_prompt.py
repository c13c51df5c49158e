"""The line that waits for one key, such as the letter of a mark."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from braidtui.tui.late_keys import acted_at_once
from braidtui.typeset.cells import elided


class KeyPrompt(Widget, can_focus=True):
    """One line that says what is asked; whatever key comes, it is done with asking."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyPrompt { height: 1; width: 1fr; padding: 0 1; background: $panel; color: $foreground; }
    """

    said: reactive[str] = reactive("")
    """What is asked for."""

    def __init__(self, close: Callable[[], None]) -> None:
        """`close` takes the line away and gives the keys to what had them, at once."""
        super().__init__(id="key")
        self._close = close
        self._taken: Callable[[str], None] | None = None

    def ask(self, said: str, taken: Callable[[str], None]) -> None:
        """Wait for a key; `taken` gets its sign. A key without one, as escape, only closes."""
        self.said, self._taken = said, taken

    def render(self) -> Content:
        """What is asked for."""
        return Content(elided(self.said, self.size.width))

    def on_blur(self) -> None:
        """Something else was clicked: no key is waited for."""
        if self._taken and self.app.focused is not self:
            self._taken = None
            self._close()

    async def _on_key(self, event: events.Key) -> None:
        """At once: the key behind it may be waiting, and is not for this line."""
        if await acted_at_once(self, event, self._take):
            event.prevent_default().stop()

    def _take(self, event: events.Key) -> bool:
        taken, self._taken = self._taken, None
        self._close()
        if taken and event.character and event.is_printable:
            taken(event.character)
        return True
