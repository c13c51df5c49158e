"""A line to type in that keeps up with keys that come all at once."""

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from braidtui.tui.late_keys import acted_at_once
from braidtui.tui.pasting import pasted_line


class LineBox(Input):
    """One line; what is pasted into it is safe text, and a line break in that is a blank."""

    DEFAULT_CSS = """
    LineBox { background: $panel; &:focus { background-tint: $foreground 0%; } }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """How much was typed; as Textual declares it, each key would lay the screen out anew."""

    def take(self, event: events.Key) -> bool:
        """Do at once what a key means here; False for a letter, and for what is bound elsewhere."""
        return False

    async def _on_key(self, event: events.Key) -> None:
        if await acted_at_once(self, event, self.take):
            event.prevent_default().stop()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default().stop()
        line, (begin, end) = pasted_line(event.text), sorted(self.selection)
        if self.max_length:
            line = line[: max(0, self.max_length - len(self.value) + end - begin)]
        self.replace(line, begin, end)
