"""Showing only some turns of the episode, and all of them again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from braidtui.find.finder import InvalidPattern
from braidtui.tui.transcript.front_matter import shown_of
from braidtui.tui.transcript.reading import ReadingPlace, Stand

if TYPE_CHECKING:
    from braidtui.find.turn_filter import TurnFilter
    from braidtui.tui.reader.screen import ReaderScreen


class OnlyHits:
    """Remembers what fits, for a file that changes, and where one was when turns were hidden."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._filter: TurnFilter | None = None
        self._before: tuple[Stand, ReadingPlace] | None = None

    @property
    def is_on(self) -> bool:
        """Whether turns are hidden."""
        return self._filter is not None

    @property
    def status(self) -> tuple[str, ...]:
        """How many turns are shown and hidden."""
        reading = self._screen.transcript.reading
        if reading is None or not reading.rows.hides_some:
            return ()
        return (shown_of(len(reading.rows.shown), reading.rows.colophon_turn),)

    def turns(self, wanted: "TurnFilter") -> Sequence[int]:
        """The turns of the open episode that fit; raises InvalidPattern."""
        found = wanted.turns(self._screen.opened.episode)
        return tuple(turn for turn in found if turn is not None)

    def show(self, wanted: "TurnFilter", turns: Sequence[int]) -> None:
        """Show these turns, at least one, and no others."""
        view = self._screen.transcript
        stand = view.reading.stand if view.reading else None
        if self._before and self._before[1] == view.place:
            stand = self._before[0]
        self._filter = wanted
        view.show_turns(turns)
        self._before = (stand, view.place) if stand else None
        self._screen.finding.renew()

    def show_all(self) -> None:
        """Show all turns, at the turn being read; where one was, if one has not moved since."""
        view = self._screen.transcript
        before, self._filter, self._before = self._before, None, None
        is_unmoved = before is not None and before[1] == view.place
        view.show_turns(None)
        if reading := view.reading:
            if before and is_unmoved:
                reading.resume(before[0])
            elif reading.turn != reading.window.reading()[0]:
                reading.reveal(reading.turn, reading.rows.name(reading.turn))
            view.follow()
        self._screen.finding.renew()

    def all_are_shown(self) -> None:
        """A jump led to a hidden turn."""
        self._filter = self._before = None
        self._screen.finding.renew()
        self._screen.tell("That turn was hidden: all are shown again.")

    def turns_again(self, *, is_same_file: bool) -> Sequence[int] | None:
        """Which turns of the episode that is opened now are to be shown; None for all."""
        self._before = None
        try:
            turns = self.turns(self._filter) if self._filter and is_same_file else ()
        except InvalidPattern:  # its speaker is gone
            turns = ()
        if not turns:
            self._filter = None
        return turns or None
