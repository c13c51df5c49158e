"""The box that a query is typed into."""

from textual import events
from textual.message import Message
from textual.widgets.input import Selection

from braidtui.episode.safe_text import clean_line
from braidtui.tui.panes.line_box import LineBox


class QueryBox(LineBox):
    """One line of safe text, whatever is typed or pasted."""

    DEFAULT_CSS = """
    QueryBox { width: 1fr; padding: 0 1 0 0; }
    """

    class HelpWanted(Message):
        """`?` was typed where there is nothing else."""

    def __init__(self) -> None:
        super().__init__(
            placeholder="words, or ? for examples", select_on_focus=False, compact=True
        )

    def validate_value(self, value: str) -> str:
        """What may stand on the screen."""
        return clean_line(value)

    def take(self, event: events.Key) -> bool:
        """A question mark alone asks for help."""
        if event.character != "?" or self.value:
            return False
        self.post_message(self.HelpWanted())
        return True

    def write(self, typed: str) -> None:
        """Put a query into the box, to be typed on."""
        self.value = typed
        self.cursor_position = len(self.value)

    def take_up(self) -> None:
        """Take the keys, the whole query selected: typing begins a new one."""
        self.selection = Selection(0, len(self.value))
        self.focus()
