"""The numbers of the open episode, from the reader: to their screen, and on to a place of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen
    from braidtui.tui.transcript.reading import ReadingPlace


class EpisodeNumbers:
    """Shows who speaks how much."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"statistics": self.show}

    def show(self) -> None:
        """Bars by speaker, segment and site; choosing one reads on there."""
        from braidtui.tui.reader.keep.kept_here import kept_marks
        from braidtui.tui.statistics.screen import StatisticsScreen

        screen = self._screen
        assert screen.annotated is not None
        kept = kept_marks(screen.kept_here.attached)
        numbers = StatisticsScreen(screen.annotated, screen.transcript.place, kept)
        screen.app.push_screen(numbers, self._go)

    def _go(self, place: "ReadingPlace | None") -> None:
        if place is not None:
            self._screen.movement.to_turn(place.turn, offset=place.offset, flash=True)
