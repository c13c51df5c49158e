"""What the reader says: in passing on the status line, what went wrong in a box over the text."""

from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen

SECONDS = 5.0
_SECONDS_OF_A_COMPLAINT = 8.0


class Notices:
    """One message at a time stands on the line; nothing of the text is covered by it."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self.said = ""
        """What stands on the line now."""

    def tell(self, message: str) -> None:
        """Say something in passing, in place of what was said; text, never markup."""
        if not self._screen.status.display:
            self._screen.app.clear_notifications()
            self._screen.notify(message, markup=False, timeout=SECONDS)
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(SECONDS, self.forget)
        self._say(message)

    def complain(self, message: str) -> None:
        """Say what went wrong."""
        self._say("")
        self._screen.notify(
            message, markup=False, severity="error", timeout=_SECONDS_OF_A_COMPLAINT
        )

    def forget(self) -> None:
        """What was said is of no use any more, as something else is done."""
        if self.said:
            self._say("")

    def _say(self, message: str) -> None:
        self.said = message
        self._screen.status.set_class(bool(message), "-saying")
        self._screen.bars.tell_place()
