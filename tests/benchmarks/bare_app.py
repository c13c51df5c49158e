"""The smallest Textual app: the yardstick of the reader."""

from textual.app import App, ComposeResult
from textual.widgets import Static

MARK = "READY"


class BareApp(App[None]):
    """Shows one word."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static(MARK)


if __name__ == "__main__":
    BareApp().run()
