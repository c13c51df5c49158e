"""Opening what a turn rests on: which source, is it to be opened, and then in the browser.

The windows and the browser are imported when they are asked for: the first paint needs none.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from textual.app import App

from braidtui.episode.sources import NumberedSource, SourceNumbers
from braidtui.tui.transcript.view import TranscriptView


class SourceScreen(Protocol):
    """What opening needs of the screen."""

    @property
    def app(self) -> App[None]: ...
    @property
    def numbers(self) -> SourceNumbers: ...
    @property
    def transcript(self) -> TranscriptView: ...
    def tell(self, message: str) -> None: ...
    def complain(self, message: str) -> None: ...


class SourceOpening:
    """Nothing is opened but by an answer to a question that shows the address whole."""

    def __init__(self, screen: SourceScreen) -> None:
        self._screen = screen

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"open_source": self.open_of_turn}

    def open_of_turn(self) -> None:
        """Ask for one of the sources of the turn being read."""
        numbers = self._screen.numbers.of_turn(self._screen.transcript.place.turn)
        if not numbers:
            self._screen.tell("This turn names no sources.")
        elif len(numbers) == 1:
            self.ask(numbers[0])
        else:
            self._choose([self._screen.numbers.all[number - 1] for number in numbers])

    def ask(self, number: int) -> None:
        """Show a source's address and ask whether to open it."""
        from braidtui.tui.dialogs.confirming import OpenSource

        source = self._screen.numbers.all[number - 1].source
        if not source.url:
            self._screen.tell(f"Source {number} tells only its site: {source.site}.")
            return

        def answered(wanted: bool | None) -> None:
            if wanted:
                self._open(source.url)

        self._screen.app.push_screen(OpenSource(number, source), answered)

    def _choose(self, sources: Sequence[NumberedSource]) -> None:
        from braidtui.tui.dialogs.picker import Choice, Picker

        choices = [
            Choice(f"[{number}] {source.title or source.url or source.site}", number, source.site)
            for number, source in sources
        ]

        def chosen(number: int | None) -> None:
            if number is not None:
                self.ask(number)

        self._screen.app.push_screen(Picker("Sources of this turn", choices), chosen)

    def _open(self, url: str) -> None:
        from braidtui.tui.browser import open_in_browser

        reason = open_in_browser(url)
        if reason:
            self._screen.complain(f"Not opened: {reason}.")
        else:
            self._screen.tell("Handed to the browser.")
