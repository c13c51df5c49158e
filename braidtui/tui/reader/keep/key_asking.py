"""Asking for the one key that goes with another, such as the letter of a mark."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from braidtui.tui.panes.key_prompt import KeyPrompt
    from braidtui.tui.reader.screen import ReaderScreen


class KeyAsking:
    """A line in place of the status line, while it waits."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._prompt: KeyPrompt | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits for a key."""
        return self._prompt is not None and self._prompt.display

    def ask(self, said: str, taken: Callable[[str], None]) -> None:
        """Say what is asked for; `taken` gets the sign of the next key."""
        if self._prompt is None:
            from braidtui.tui.panes.key_prompt import KeyPrompt

            self._prompt = KeyPrompt(self.close)
            self._screen.mount(self._prompt)
        self._prompt.ask(said, taken)
        self._prompt.display = True
        self._screen.set_focus(self._prompt)
        self._screen.bars.fit()

    def close(self) -> None:
        """Keys go to the text again, at once."""
        if self._prompt is not None:
            self._prompt.display = False
            self._screen.set_focus(self._screen.transcript)
            self._screen.bars.fit()
