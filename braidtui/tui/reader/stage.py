"""The reader's widgets, and the state that goes down to them; knows nothing of what keys do."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen

from braidtui.episode.model import Episode
from braidtui.episode.sources import SourceNumbers
from braidtui.tui.annotated import Annotated
from braidtui.tui.episode_map import EpisodeMap
from braidtui.tui.item_list import ItemList
from braidtui.tui.panes.bars import Bar
from braidtui.tui.panes.quotes import QuoteList, ShownQuote
from braidtui.tui.panes.segments import SegmentList
from braidtui.tui.panes.sources import SourceList
from braidtui.tui.reader.layout import LAYOUT
from braidtui.tui.transcript.kept_marks import KeptMarks
from braidtui.tui.transcript.reading import Progress, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from braidtui.find.episode_hits import Stretch


class ReaderStage(Screen[None]):
    """Bars above and below; segments, transcript and quotes over sources between them."""

    AUTO_FOCUS = "TranscriptView"
    DEFAULT_CSS = LAYOUT

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    annotated: var[Annotated | None] = var(None, init=False)
    turn: var[int] = var(0)
    cast_colors: var[Mapping[str, Color]] = var[Mapping[str, Color]]({})
    own_quotes: var[tuple[ShownQuote, ...]] = var[tuple[ShownQuote, ...]](())

    head = query_one("#head", Bar)
    status = query_one("#status", Bar)
    map = query_one(EpisodeMap)
    transcript = query_one(TranscriptView)
    segments = query_one(SegmentList)
    side = query_one("#side", Vertical)

    def __init__(self, episode: Episode, text_width: int) -> None:
        """`text_width` is the most cells of text."""
        super().__init__()
        self._text_width = text_width
        self.set_reactive(ReaderStage.annotated, Annotated.of(episode))

    @property
    def numbers(self) -> SourceNumbers:
        """The numbers of the episode's sources."""
        assert self.annotated is not None
        return self.annotated.numbers

    @property
    def panes(self) -> Mapping[str, ItemList]:
        """The panes beside the transcript, by name."""
        return {
            "segments": self.segments,
            "quotes": self.query_one(QuoteList),
            "sources": self.query_one(SourceList),
        }

    def compose(self) -> ComposeResult:
        """All that the reader ever shows, but for what lies over it."""
        yield Bar(id="head")
        with Horizontal():
            yield SegmentList(id="segments").data_bind(ReaderStage.annotated, ReaderStage.turn)
            yield TranscriptView(self._text_width, id="transcript")
            with Vertical(id="side"):
                quotes = QuoteList(id="quotes")
                yield quotes.data_bind(
                    ReaderStage.annotated, ReaderStage.cast_colors, ReaderStage.own_quotes
                )
                yield SourceList(id="sources").data_bind(ReaderStage.annotated, ReaderStage.turn)
        yield EpisodeMap(id="map")
        yield Bar(id="status")

    def show_episode(
        self, episode: Episode, place: ReadingPlace, turns: Sequence[int] | None
    ) -> None:
        """Put an episode on all of them, at a place; only these turns, or with None all."""
        if self.annotated is None or self.annotated.episode is not episode:
            self.clear_selection()
            self.annotated = Annotated.of(episode)
        self.turn, self.own_quotes = place.turn, ()
        self.cast_colors = self.app.colors_of(episode)
        self.transcript.show_episode(self.annotated, self.cast_colors, place, turns)
        self.map.show(self.annotated, self.cast_colors)

    def show_place(self, progress: Progress) -> None:
        """Panes and map follow the reading place."""
        self.turn = progress.place.turn
        self.map.show_place(*progress.place)

    def show_kept(self, marks: KeptMarks, own_quotes: tuple[ShownQuote, ...]) -> None:
        """Show what is kept of the episode, in the text, on the map and among the quotes."""
        self.transcript.show_kept(marks)
        self.map.show_kept(marks)
        self.own_quotes = own_quotes

    def show_stretches(self, stretches: Sequence["Stretch"]) -> None:
        """Mark where there are hits, on the scroll bar and on the map."""
        self.transcript.show_stretches(stretches)
        self.map.show_hits(stretches)

    def color(self) -> None:
        """Give the speakers colours that can be read on the present theme."""
        if self.annotated is not None:
            self.cast_colors = self.app.colors_of(self.annotated.episode)
            self.transcript.show_colors(self.cast_colors)
            self.map.show_colors(self.cast_colors)
