"""The box that a query is typed into."""

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from braidtui.episode.safe_text import clean_line
from braidtui.tui.pasting import pasted_line


class QueryBox(Input):
    """One line of safe text, whatever is typed or pasted."""

    DEFAULT_CSS = """
    QueryBox {
        width: 1fr; padding: 0 1 0 0; background: $panel;
        &:focus { background-tint: $foreground 0%; }
    }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """The box stays as wide as it is; a layout of the screen at each key would be felt."""

    class HelpWanted(Message):
        """`?` was typed where there is nothing else."""

    def __init__(self) -> None:
        super().__init__(
            placeholder="words, or ? for examples", select_on_focus=False, compact=True
        )

    def validate_value(self, value: str) -> str:
        """What may stand on the screen."""
        return clean_line(value)

    def on_key(self, event: events.Key) -> None:
        """A question mark alone asks for help."""
        if event.character == "?" and not self.value:
            event.prevent_default().stop()
            self.post_message(self.HelpWanted())

    def _on_paste(self, event: events.Paste) -> None:
        """A line break is a blank here."""
        event.prevent_default().stop()
        self.insert_text_at_cursor(pasted_line(event.text))

    def write(self, typed: str) -> None:
        """Put a query into the box, to be typed on."""
        self.value = typed
        self.cursor_position = len(self.value)

    def take_up(self) -> None:
        """Take the keys, the whole query selected: typing begins a new one."""
        self.selection = Selection(0, len(self.value))
        self.focus()
