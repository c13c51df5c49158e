"""Escape and `q`: from what lies over the text, step by step, to the plain text and out."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen


class SteppingOut:
    """One step a key."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"leave": self.leave}

    def escape(self) -> None:
        """The pane over the text goes, then the selection; keys go to the text; the find goes, then
        all turns are shown."""
        screen = self._screen
        if self._close():
            return
        if screen.selections:
            screen.clear_selection()
        elif screen.focused is not screen.transcript:
            screen.transcript.focus()
        elif screen.finding.found.sought:
            screen.finding.clear()
        elif screen.only_hits.is_on:
            screen.only_hits.show_all()

    def leave(self) -> None:
        """What lies over the text goes; else the program ends."""
        if not self._close():
            self._screen.app.exit()

    def _close(self) -> bool:
        """Close the line in which one types, or the pane over the text; False where none is."""
        if self._screen.find_prompt.is_open:
            self._screen.find_prompt.leave()
        elif self._screen.pane_switch.is_over:
            self._screen.pane_switch.close_over()
        else:
            return False
        return True
