"""The pull quotes of the episode, then the reader's own; choosing one jumps to its turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import on
from textual.color import Color
from textual.message import Message
from textual.reactive import var

from braidtui.episode.model import Episode, Quote
from braidtui.episode.timecode import format_clock
from braidtui.episode.turn_span import TurnSpan
from braidtui.tui.annotated import Annotated
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.cells import elided
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.wrap import wrap_body


class ShownQuote(NamedTuple):
    """The words of a quote, and where they stand: nowhere, or in one turn or several."""

    quote: Quote
    spans: tuple[TurnSpan, ...]
    is_own: bool = False


class QuoteList(ItemList):
    """Shows each quote with who said it and when."""

    BORDER_TITLE = "Quotes"

    annotated: var[Annotated | None] = var(None)
    own_quotes: var[tuple[ShownQuote, ...]] = var[tuple[ShownQuote, ...]](())
    cast_colors: var[Mapping[str, Color]] = var[Mapping[str, Color]]({})

    @dataclass
    class QuoteChosen(Message):
        """A quote was chosen; it stands at `place`, None where its words are in no turn."""

        place: TurnSpan | None

    @property
    def count(self) -> int:
        """How many quotes there are."""
        return len(self._published) + len(self.own_quotes)

    @property
    def present(self) -> ShownQuote | None:
        """The quote under the cursor."""
        return self._quote(self.cursor) if 0 <= self.cursor < self.count else None

    def watch_annotated(self) -> None:
        """Show the quotes of another episode."""
        self.items_changed()

    def watch_own_quotes(self) -> None:
        """One was kept, or dropped."""
        self.items_changed()

    def watch_cast_colors(self) -> None:
        """Another theme, or another cast."""
        self.brushes.use(self.cast_colors)
        self.refresh()

    def heading_rows(self, index: int) -> int:
        """A heading stands above the first of the reader's own."""
        return int(bool(self.own_quotes) and index == len(self._published))

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """The words, and below them who said them when."""
        heading = ((("Your own", "strong"),),) if self.heading_rows(index) else ()
        return (*heading, *self._written(index, width))

    @on(ItemList.Chosen)
    def choose_quote(self, event: ItemList.Chosen) -> None:
        """Say where the quote stands."""
        event.stop()
        spans = self._quote(event.index).spans
        self.post_message(self.QuoteChosen(spans[0] if spans else None))

    @property
    def _published(self) -> tuple[TurnSpan | None, ...]:
        return self.annotated.quotes if self.annotated else ()

    def _quote(self, index: int) -> ShownQuote:
        if index >= len(self._published):
            return self.own_quotes[index - len(self._published)]
        assert self.annotated is not None
        span = self._published[index]
        return ShownQuote(self.annotated.episode.quotes[index], (span,) if span else ())

    def _written(self, index: int, width: int) -> Iterator[ItemRow]:
        assert self.annotated is not None
        quote, spans, is_own = self._quote(index)
        words, style = f"“{quote.text}”", "own quote" if is_own else "text"
        for span in wrap_body(words, max(1, width)):
            yield ((words[slice(*span)], style),) if span else ()
        yield from _attribution(self.annotated.episode, quote, spans[0] if spans else None, width)
        if index < self.count - 1:
            yield ()


def _attribution(
    episode: Episode, quote: Quote, place: TurnSpan | None, width: int
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
