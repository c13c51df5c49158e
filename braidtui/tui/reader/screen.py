"""The reader's screen: an episode and the panes around it. Owns the state; features do the work."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen

from braidtui.episode.sources import SourceNumbers
from braidtui.find.finder import Finder
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.notebook.places import Notebook, Place
from braidtui.tui.annotated import Annotated
from braidtui.tui.commands import IN_READER, bindings
from braidtui.tui.item_list import ItemList
from braidtui.tui.panes.bars import Bar
from braidtui.tui.panes.quotes import QuoteList
from braidtui.tui.panes.segments import SegmentList
from braidtui.tui.panes.sources import SourceList
from braidtui.tui.reader.both_bars import BothBars
from braidtui.tui.reader.file_watch import SECONDS_BETWEEN_LOOKS, FileWatch
from braidtui.tui.reader.find_prompt import FindPrompt
from braidtui.tui.reader.finding import Finding
from braidtui.tui.reader.keeping import SECONDS_BETWEEN_WRITES, PlaceKeeper
from braidtui.tui.reader.library_search import LibrarySearch
from braidtui.tui.reader.movement import Movement
from braidtui.tui.reader.only_hits import OnlyHits
from braidtui.tui.reader.opening import Opening, place_in
from braidtui.tui.reader.pane_switch import PaneSwitch
from braidtui.tui.reader.program import ProgramCommands
from braidtui.tui.reader.source_opening import SourceOpening
from braidtui.tui.reader.stepping_out import SteppingOut
from braidtui.tui.transcript.reading import Progress, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

_SECONDS_OF_A_COMPLAINT = 8.0


class ReaderScreen(Screen[None]):
    """One episode at a time; `show` puts another in its place."""

    BINDINGS = [*bindings(*IN_READER), Binding("escape", "step_out", show=False)]
    AUTO_FOCUS = "TranscriptView"
    DEFAULT_CSS = """
    ReaderScreen {
        layers: base over;
        & #segments { width: 24%; min-width: 25; max-width: 29; }
        & #segments { padding: 0 1; border-top: solid $panel; }
        & #side { width: 26%; max-width: 31; }
        & #side ItemList { padding: 0 1; border-top: solid $panel; height: 1fr; }
        & #transcript { width: 1fr; }
        & ItemList { border-title-color: $text-muted; border-title-style: bold; }
        & ItemList:focus { border-title-color: $text-accent; border-top: solid $border; }
        & #side #quotes { height: auto; max-height: 50%; }
        & .-over { layer: over; background: $surface; height: 100%; }
        & #segments.-over { dock: left; width: 90%; max-width: 48; border-right: solid $border; }
        & #side.-over { dock: right; width: 90%; max-width: 48; border-left: solid $border; }
        & #side.-over #quotes { max-height: 100%; }
        & #side.-over ItemList { background: $surface; }
    }
    """

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    annotated: var[Annotated | None] = var(None, init=False)
    turn: var[int] = var(0)
    cast_colors: var[Mapping[str, Color]] = var[Mapping[str, Color]]({})

    head = query_one("#head", Bar)
    status = query_one("#status", Bar)
    transcript = query_one(TranscriptView)
    segments = query_one(SegmentList)
    side = query_one("#side", Vertical)

    def __init__(
        self,
        library: Library,
        notebook: Notebook | None,
        opened: Opened,
        place: Place | None,
        width: int,
    ) -> None:
        super().__init__()
        self._width = width
        self._complained_at = -_SECONDS_OF_A_COMPLAINT
        self.opened = opened
        self.set_reactive(ReaderScreen.annotated, Annotated.of(opened.episode))
        self._place = place
        self.movement = Movement(self)
        self.pane_switch = PaneSwitch(self)
        self.keeper = PlaceKeeper(self, notebook)
        self.file_watch = FileWatch(self, library)
        self.sources = SourceOpening(self)
        self.opening = Opening(self, library)
        self.finding = Finding(self)
        self.only_hits = OnlyHits(self)
        self.find_prompt = FindPrompt(self)
        self.library_search = LibrarySearch(self, library)
        self.program = ProgramCommands(self, library)
        self.stepping_out = SteppingOut(self)
        self.bars = BothBars(self)
        features = (
            self.movement,
            self.pane_switch,
            self.keeper,
            self.file_watch,
            self.sources,
            self.opening,
            self.finding,
            self.find_prompt,
            self.library_search,
            self.program,
            self.stepping_out,
        )
        self._commands: dict[str, Callable[[], None]] = {}
        for feature in features:
            self._commands |= feature.commands

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

    @property
    def keymap(self) -> dict[str, str]:
        """Keys that the person set, by command id."""
        return self.app.own_keys

    def compose(self) -> ComposeResult:
        """Bars above and below; segments, transcript, quotes over sources between them."""
        yield Bar(id="head")
        with Horizontal():
            yield SegmentList(id="segments").data_bind(ReaderScreen.annotated, ReaderScreen.turn)
            yield TranscriptView(self._width, id="transcript")
            with Vertical(id="side"):
                quotes = QuoteList(id="quotes")
                yield quotes.data_bind(ReaderScreen.annotated, ReaderScreen.cast_colors)
                yield SourceList(id="sources").data_bind(ReaderScreen.annotated, ReaderScreen.turn)
        yield Bar(id="status")

    def on_mount(self) -> None:
        """Show what was opened, and from now on keep the place and watch the file."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.color())
        self.show(self.opened, place_in(self.opened, self._place))
        self.watch(self.transcript, "progress", self.follow_place)
        self.set_interval(SECONDS_BETWEEN_WRITES, self.keeper.keep_in_background)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.file_watch.look)

    def on_resize(self) -> None:
        """Panes where there is room."""
        self.pane_switch.fit(self.size.width)
        self.bars.fit()

    def on_unmount(self) -> None:
        """Whatever the way out, the place is kept."""
        self.keeper.keep()

    def show(self, opened: Opened, place: ReadingPlace) -> None:
        """Put an episode on the screen, at a place of it."""
        turn = max(0, min(place.turn, len(opened.episode.turns) - 1))
        is_same_file, self.opened = opened.path == self.opened.path, opened
        if self.annotated is None or self.annotated.episode is not opened.episode:
            self.clear_selection()
            self.annotated = Annotated.of(opened.episode)
        self.turn = turn
        self.cast_colors = self.app.colors_of(opened.episode)
        self.movement.forget()
        self.file_watch.start()
        self.bars.show(opened.episode, turn)
        self.transcript.show_episode(
            self.annotated,
            self.cast_colors,
            ReadingPlace(turn, place.offset),
            self.only_hits.turns_again(is_same_file=is_same_file),
        )
        self.finding.renew(is_same_file=is_same_file)
        self.pane_switch.fit(self.app.size.width)

    def open_at(self, path: Path, place: ReadingPlace, finder: Finder, label: str) -> None:
        """Read on at a place of a file, with the hits of `finder` marked (see `Opening`)."""
        self.opening.open_at(path, place, finder, label)

    def color(self) -> None:
        """Give the speakers colours that can be read on the present theme."""
        self.cast_colors = self.app.colors_of(self.opened.episode)
        self.transcript.show_colors(self.cast_colors)

    def action_command(self, command: str) -> None:
        """Do what a command of the list says."""
        if command in self._commands:
            self._commands[command]()
        else:
            self.transcript.action_command(command)

    def action_step_out(self) -> None:
        """Escape."""
        self.stepping_out.escape()

    def tell(self, message: str) -> None:
        """Say something in passing, in place of what was said; text, never markup."""
        if monotonic() > self._complained_at + _SECONDS_OF_A_COMPLAINT:
            self.app.clear_notifications()
        self.notify(message, markup=False, timeout=3)

    def complain(self, message: str) -> None:
        """Say what went wrong."""
        self._complained_at = monotonic()
        self.notify(message, markup=False, severity="error", timeout=_SECONDS_OF_A_COMPLAINT)

    def follow_place(self, progress: Progress | None) -> None:
        """Panes and status line follow the reading place."""
        if progress is None:
            return
        self.turn = progress.place.turn
        self.keeper.note(progress.place, progress.fraction, is_jump=progress.is_jump)
        self.bars.tell_place()

    @on(TranscriptView.AllShown)
    def forget_filter(self) -> None:
        """No turn is hidden any more."""
        self.only_hits.all_are_shown()

    @on(SegmentList.SegmentChosen)
    def read_segment(self, event: SegmentList.SegmentChosen) -> None:
        """Read on at a segment."""
        self._back_to_text()
        self.movement.to_segment(event.segment)

    @on(QuoteList.QuoteChosen)
    def read_quote(self, event: QuoteList.QuoteChosen) -> None:
        """Read on at the turn of a quote, which flashes."""
        if event.place is None:
            self.tell("These words are in no turn.")
            return
        self._back_to_text()
        self.movement.to_turn(event.place.turn, flash=True)

    @on(SourceList.SourceChosen)
    @on(TranscriptView.SourceChosen)
    def ask_for_source(self, event: SourceList.SourceChosen | TranscriptView.SourceChosen) -> None:
        """Ask whether to open a source."""
        self.sources.ask(event.number)

    def _back_to_text(self) -> None:
        if self.pane_switch.is_over:
            self.pane_switch.close_over()
        self.transcript.focus()
