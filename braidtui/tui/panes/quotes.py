"""The pull quotes of the episode; choosing one jumps to its turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.color import Color
from textual.message import Message
from textual.reactive import var

from braidtui.episode.model import Episode, Quote
from braidtui.episode.quotes import FoundQuote
from braidtui.episode.timecode import format_clock
from braidtui.tui.annotated import Annotated
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.cells import elided
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.wrap import wrap_body


class QuoteList(ItemList):
    """Shows each quote with who said it and when."""

    BORDER_TITLE = "Quotes"

    annotated: var[Annotated | None] = var(None)
    cast_colors: var[Mapping[str, Color]] = var[Mapping[str, Color]]({})

    @dataclass
    class QuoteChosen(Message):
        """A quote was chosen; it stands at `place`, None where its words are in no turn."""

        place: FoundQuote | None

    @property
    def count(self) -> int:
        """How many quotes there are."""
        return len(self.annotated.quotes) if self.annotated else 0

    def watch_annotated(self) -> None:
        """Show the quotes of another episode."""
        self.items_changed()

    def watch_cast_colors(self) -> None:
        """Another theme, or another cast."""
        self.brushes.use(self.cast_colors)
        self.refresh()

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """The words, and below them who said them when."""
        return tuple(self._written(index, width))

    @on(ItemList.Chosen)
    def choose_quote(self, event: ItemList.Chosen) -> None:
        """Say where the quote stands."""
        event.stop()
        assert self.annotated is not None
        self.post_message(self.QuoteChosen(self.annotated.quotes[event.index]))

    def _written(self, index: int, width: int) -> Iterator[ItemRow]:
        assert self.annotated is not None
        episode, place = self.annotated.episode, self.annotated.quotes[index]
        quote = episode.quotes[index]
        words = f"“{quote.text}”"
        for span in wrap_body(words, max(1, width)):
            yield ((words[slice(*span)], "text"),) if span else ()
        yield from _attribution(episode, quote, place, width)
        if index < self.count - 1:
            yield ()


def _attribution(
    episode: Episode, quote: Quote, place: FoundQuote | None, width: int
) -> Iterator[ItemRow]:
    """Who said it and when; or that it is in no turn."""
    turn = episode.turns[place.turn] if place else None
    speaker = episode.speakers_by_id.get(turn.speaker if turn else quote.speaker)
    start = turn.start if turn else quote.start
    time = "" if start is None else f"  {format_clock(start)}"
    if speaker:
        sign = glyph(episode.speakers.index(speaker))
        name = elided(f"{sign} {speaker.name}", max(1, width - len(time)))
        yield ((name, f"speaker {speaker.id}"), (time, "muted"))
    if place is None:
        yield (("not in the transcript", "muted"),)
