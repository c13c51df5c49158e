"""Selecting whole turns by key: `v` by turn, `V` by segment; whatever moves on selects more."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.selection import Selection

from braidtui.typeset.heads import counted

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen


class SelectingTurns:
    """Is on while what it selected is what is selected: a click or the mouse ends it."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._begin = 0
        self._by_segment = False
        self._stretch = 0, 0
        self._selection: Selection | None = None
        self._is_watching = False

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "select_turns": partial(self.switch, by_segment=False),
            "select_segment": partial(self.switch, by_segment=True),
        }

    @property
    def is_on(self) -> bool:
        """Whether moving on selects more."""
        selection = self._selection
        return selection is not None and self._screen.transcript.text_selection == selection

    @property
    def status(self) -> tuple[str, ...]:
        """`3 turns selected`, those that are shown."""
        reading = self._screen.transcript.reading
        if reading is None or not self.is_on:
            return ()
        first, last = self._stretch
        shown = reading.rows.slot(last + 1) - reading.rows.slot(first)
        return (f"{counted(shown, 'turn')} selected",)

    def switch(self, *, by_segment: bool) -> None:
        """Select from the turn being read on; the other way of it goes on where this one began."""
        if self.is_on and self._by_segment == by_segment:
            self.end()
            return
        self._watch()
        turn = self._screen.transcript.place.turn
        if not self.is_on:
            self._begin = turn
        self._by_segment = by_segment
        self._select(turn)

    def follow(self, turn: int) -> None:
        """Another turn is read: select from where it began to there."""
        if self.is_on and self._stretch_to(turn) != self._stretch:
            self._select(turn)

    def end(self) -> None:
        """Nothing is selected any more, if it was selected here."""
        if self.is_on:
            self._screen.clear_selection()

    def _select(self, turn: int) -> None:
        view = self._screen.transcript
        self._stretch = self._stretch_to(turn)
        self._selection = None
        view.select(*self._stretch)
        self._selection = view.text_selection
        self._screen.bars.tell_place()

    def _stretch_to(self, turn: int) -> tuple[int, int]:
        """The first and the last turn, whichever way one went."""
        ends = [end for place in (self._begin, turn) for end in self._around(place)]
        return min(ends), max(ends)

    def _around(self, turn: int) -> tuple[int, int]:
        if not self._by_segment:
            return turn, turn
        episode = self._screen.opened.episode
        segment = episode.segment_of(turn)
        first = episode.first_turns[segment]
        return first, first + len(episode.segments[segment].turns) - 1

    def _watch(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            self._screen.watch(self._screen, "selections", self._look, init=False)

    def _look(self) -> None:
        if self._selection is not None and not self.is_on:
            self._selection = None
            self._screen.bars.tell_place()
