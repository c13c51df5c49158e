"""Asks before a web address is opened, and shows it whole."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from braidtui.episode.model import Source
from braidtui.episode.web_address import refusal, shown_host


class OpenSource(ModalScreen[bool]):
    """True when the person wants a source opened; one that may not be opened is only shown."""

    BINDINGS = [
        Binding("enter,y", "open", show=False),
        Binding("escape,q,n", "leave", show=False),
    ]
    DEFAULT_CSS = """
    OpenSource {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 84; height: auto; max-height: 80%;
            background: $surface; border: round $border-blurred; border-title-color: $text-accent;
            border-subtitle-color: $text-muted; padding: 1 2;
        }
        & VerticalScroll { height: auto; max-height: 12; margin: 1 0; }
        & .note { color: $text-muted; }
    }
    """

    def __init__(self, number: int, source: Source) -> None:
        super().__init__()
        self._number = number
        self._source = source
        self._refusal = refusal(source.url)

    def compose(self) -> ComposeResult:
        """Title, the whole address, and the host it leads to."""
        keys = "esc closes" if self._refusal else "enter opens it in the browser · esc leaves"
        with Vertical() as window:
            window.border_title = Content(f"Source {self._number}")
            window.border_subtitle = Content(keys)
            yield Static(Content(self._source.title or self._source.site or "A web address"))
            with VerticalScroll():
                yield Static(Content(self._source.url))
            yield Static(Content(self._verdict()), classes="note")

    def action_open(self) -> None:
        """Yes, if it may be opened."""
        if not self._refusal:
            self.dismiss(True)

    def action_leave(self) -> None:
        """No."""
        self.dismiss(False)

    def _verdict(self) -> str:
        if self._refusal:
            return f"This address is not opened: {self._refusal}."
        return f"Leads to {shown_host(self._source.url)}"
