"""The words that a key works on: those selected, a quote in its pane, else the turn being read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Self

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.tui.panes.quotes import QuoteList
from braidtui.typeset.cells import elided

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen


class Chosen(NamedTuple):
    """Some words of an episode, one span a turn, in order."""

    opened: Opened
    spans: tuple[TurnSpan, ...]
    is_selection: bool

    @classmethod
    def of(cls, screen: "ReaderScreen") -> Self | None:
        """What is chosen on the screen now; None, and told, for a quote that is in no turn."""
        opened, view = screen.opened, screen.transcript
        if selected := view.selected:
            return cls(opened, selected, True)
        if isinstance(screen.focused, QuoteList) and (quote := screen.focused.present):
            if not quote.spans:
                screen.tell("These words are in no turn.")
                return None
            return cls(opened, quote.spans, True)
        turn = view.place.turn
        return cls(opened, (TurnSpan(turn, 0, len(opened.episode.turns[turn].text)),), False)

    @property
    def key(self) -> tuple[str, tuple[TurnSpan, ...]]:
        """What tells these words from all others."""
        return self.opened.key, self.spans

    def words(self, cells: int = 400) -> str:
        """The words on one line of at most so many cells, in quotation marks."""
        turns = self.opened.episode.turns
        text = " ".join(turns[it.turn].text[it.begin : it.end] for it in self.spans)
        return quoted(text, cells)

    def are_within(self, spans: Iterable[TurnSpan]) -> bool:
        """Whether each code point is in one of these spans."""
        by_turn = {it.turn: it for it in spans}
        return all(
            it.turn in by_turn
            and by_turn[it.turn].begin <= it.begin <= it.end <= by_turn[it.turn].end
            for it in self.spans
        )


def quoted(text: str, cells: int) -> str:
    """A text on one line of at most so many cells, in quotation marks."""
    return f"“{elided(' '.join(text.split()), cells)}”"
