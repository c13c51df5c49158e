"""The words that a key works on: those selected, a quote in its pane, else the turn being read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Self

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.tui.panes.quotes import QuoteList
from braidtui.tui.transcript.kept_marks import Stretch, merged
from braidtui.typeset.cells import elided

if TYPE_CHECKING:
    from braidtui.notebook.attaching import Attached
    from braidtui.notebook.kept import Kept, Kind
    from braidtui.tui.reader.screen import ReaderScreen


class Chosen(NamedTuple):
    """Some words of an episode, one span a turn, in order.

    `is_turn`: they are the turn being read, as nothing was selected.
    """

    opened: Opened
    spans: tuple[TurnSpan, ...]
    is_turn: bool = False

    @classmethod
    def of(cls, screen: "ReaderScreen") -> Self | None:
        """What is chosen on the screen now; None, and told, for a quote that is in no turn."""
        opened, view = screen.opened, screen.transcript
        if selected := view.selected:
            return cls(opened, selected)
        if isinstance(screen.focused, QuoteList) and (quote := screen.focused.present):
            if not quote.spans:
                screen.tell("These words are in no turn.")
                return None
            return cls(opened, quote.spans)
        turn = view.place.turn
        return cls(opened, (TurnSpan(turn, 0, len(opened.episode.turns[turn].text)),), True)

    @property
    def key(self) -> tuple[str, tuple[TurnSpan, ...]]:
        """What tells these words from all others."""
        return self.opened.key, self.spans

    def words(self, cells: int = 400) -> str:
        """The words on one line of at most so many cells, in quotation marks."""
        turns = self.opened.episode.turns
        text = " ".join(turns[it.turn].text[it.begin : it.end] for it in self.spans)
        return quoted(text, cells)

    def same(self, attached: "Iterable[Attached]", kind: "Kind") -> "tuple[Kept, ...]":
        """What of a kind is kept of these words and no others; of a turn wholly kept, all of it."""
        of_kind = [it for it in attached if it.kept.kind == kind and it.spans]
        if self.is_turn and self._are_within(span for it in of_kind for span in it.spans):
            return self.of_turn(of_kind, kind)
        return tuple(it.kept for it in of_kind if it.spans == self.spans)

    def of_turn(self, attached: "Iterable[Attached]", kind: "Kind") -> "tuple[Kept, ...]":
        """What of a kind is kept of the first of these turns, or of words in it."""
        turn = self.spans[0].turn
        return tuple(
            it.kept
            for it in attached
            if it.kept.kind == kind and any(span.turn == turn for span in it.spans)
        )

    def _are_within(self, spans: Iterable[TurnSpan]) -> bool:
        """Whether each code point is in one of these spans."""
        by_turn: dict[int, list[Stretch]] = {}
        for turn, begin, end in spans:
            by_turn.setdefault(turn, []).append((begin, end))
        return all(
            any(
                begin <= it.begin and it.end <= end
                for begin, end in merged(by_turn.get(it.turn, ()))
            )
            for it in self.spans
        )


def quoted(text: str, cells: int) -> str:
    """A text on one line of at most so many cells, in quotation marks."""
    return f"“{elided(' '.join(text.split()), cells)}”"
