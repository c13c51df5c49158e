"""The reader's screen: what keys and clicks do to what is on its stage; features do the work."""

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding

from braidtui.config.settings import Config
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.notebook.places import Notebook, Place
from braidtui.tui.commands import IN_READER, bindings
from braidtui.tui.episode_map import EpisodeMap
from braidtui.tui.panes.quotes import QuoteList
from braidtui.tui.panes.segments import SegmentList
from braidtui.tui.panes.sources import SourceList
from braidtui.tui.reader.both_bars import BothBars
from braidtui.tui.reader.feature import FeatureCommands
from braidtui.tui.reader.file_watch import SECONDS_BETWEEN_LOOKS, FileWatch
from braidtui.tui.reader.find.find_prompt import FindPrompt
from braidtui.tui.reader.find.finding import Finding
from braidtui.tui.reader.find.library_search import LibrarySearch
from braidtui.tui.reader.find.only_hits import OnlyHits
from braidtui.tui.reader.keep.deeds import Deeds
from braidtui.tui.reader.keep.keeping_words import KeepingWords
from braidtui.tui.reader.keep.kept_here import KeptHere
from braidtui.tui.reader.keep.kept_list import KeptList
from braidtui.tui.reader.keep.key_asking import KeyAsking
from braidtui.tui.reader.keep.marks import Marks
from braidtui.tui.reader.keep.notes import Notes
from braidtui.tui.reader.keep.selecting_turns import SelectingTurns
from braidtui.tui.reader.notices import Notices
from braidtui.tui.reader.numbers import EpisodeNumbers
from braidtui.tui.reader.opening import Opening, place_in
from braidtui.tui.reader.pane_switch import PaneSwitch
from braidtui.tui.reader.place.jumps import Stop
from braidtui.tui.reader.place.keeping import SECONDS_BETWEEN_WRITES, PlaceKeeper
from braidtui.tui.reader.place.movement import Movement
from braidtui.tui.reader.program import ProgramCommands
from braidtui.tui.reader.source_opening import SourceOpening
from braidtui.tui.reader.stage import ReaderStage
from braidtui.tui.reader.stepping_out import SteppingOut
from braidtui.tui.reader.take_out.copying import Copying
from braidtui.tui.reader.take_out.writing_out import WritingOut
from braidtui.tui.transcript.reading import Progress, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

if TYPE_CHECKING:
    pass


class ReaderScreen(ReaderStage):
    """One episode at a time; `show` puts another in its place."""

    BINDINGS = [*bindings(*IN_READER), Binding("escape", "step_out", show=False)]

    def __init__(
        self,
        library: Library,
        notebook: Notebook | None,
        opened: Opened,
        place: Place | None,
        config: Config,
    ) -> None:
        super().__init__(opened.episode, config.width)
        self.opened = opened
        self._place = place
        self._commands = feature = FeatureCommands()
        self.bars = BothBars(self)
        self.notices = Notices(self)
        self.only_hits = OnlyHits(self)
        self.movement = feature.of(Movement(self))
        self.pane_switch = feature.of(PaneSwitch(self))
        self.keeper = feature.of(PlaceKeeper(self, notebook))
        self.file_watch = feature.of(FileWatch(self, library))
        self.sources = feature.of(SourceOpening(self))
        self.opening = feature.of(Opening(self, library))
        self.finding = feature.of(Finding(self))
        self.find_prompt = feature.of(FindPrompt(self))
        self.library_search = feature.of(LibrarySearch(self, library))
        self.program = feature.of(ProgramCommands(self, library))
        self.stepping_out = feature.of(SteppingOut(self))
        self.deeds = Deeds(self)
        self.kept_here = KeptHere(self, notebook)
        self.key_asking = KeyAsking(self)
        self.selecting = feature.of(SelectingTurns(self))
        self.keeping_words = feature.of(KeepingWords(self))
        self.notes = feature.of(Notes(self))
        self.marks = feature.of(Marks(self, library))
        self.kept_list = feature.of(KeptList(self))
        self.copying = feature.of(Copying(self, config.copying))
        self.writing_out = feature.of(WritingOut(self, config.exporting))
        self.numbers_shown = feature.of(EpisodeNumbers(self))

    @property
    def keymap(self) -> dict[str, str]:
        """Keys that the person set, by command id."""
        return self.app.own_keys

    def on_mount(self) -> None:
        """Show what was opened, and from now on keep the place and watch the file."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.color())
        self.show(self.opened, place_in(self.opened, self._place))
        self.opening.tell_remarks()
        self.watch(self.transcript, "progress", self.follow_place)
        self.set_interval(SECONDS_BETWEEN_WRITES, self.keeper.keep_in_background)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.file_watch.look)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.kept_here.look)

    def on_resize(self) -> None:
        """Panes where there is room."""
        self.pane_switch.fit(self.size.width)
        self.bars.fit()

    def on_unmount(self) -> None:
        """Whatever the way out, the place is kept."""
        self.keep_all()

    def keep_all(self) -> str:
        """Write down the place, and what waits to be kept; gives "" or why it could not be."""
        failures = (self.deeds.finish(), self.keeper.keep(), self.notes.rescue())
        return "; ".join(dict.fromkeys(filter(None, failures)))

    def show(self, opened: Opened, place: ReadingPlace) -> None:
        """Put an episode on the screen, at a place of it."""
        turn = max(0, min(place.turn, len(opened.episode.turns) - 1))
        is_same_file, self.opened = opened.path == self.opened.path, opened
        if is_same_file:
            self.movement.forget()
        self.file_watch.start()
        self.bars.show(opened.episode, turn)
        turns = self.only_hits.turns_again(is_same_file=is_same_file)
        self.show_episode(opened.episode, ReadingPlace(turn, place.offset), turns)
        self.finding.renew(is_same_file=is_same_file)
        self.bars.tell_place()
        self.call_after_refresh(self.kept_here.show)
        self.pane_switch.fit(self.app.size.width)

    def read_at(self, stop: Stop) -> None:
        """Read on at a place of this episode or another one."""
        self.opening.read_at(stop)

    def action_command(self, command: str) -> None:
        """Do what a command of the list says."""
        self.notices.forget()
        if not (self.keeping_words.undoes(command) or self._commands.do(command)):
            self.transcript.action_command(command)

    def key_escape(self) -> None:
        """Textual would drop the selection here, before escape is asked what it steps out of."""

    def action_step_out(self) -> None:
        """Escape."""
        self.stepping_out.escape()

    def tell(self, message: str) -> None:
        """Say something in passing; text, never markup."""
        self.notices.tell(message)

    def complain(self, message: str) -> None:
        """Say what went wrong."""
        self.notices.complain(message)

    def follow_place(self, progress: Progress | None) -> None:
        """Panes and status line follow the reading place."""
        if progress is None:
            return
        self.show_place(progress)
        self.keeper.note(progress.place, progress.fraction, is_jump=progress.is_jump)
        self.selecting.follow(self.turn)
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

    @on(EpisodeMap.PlaceChosen)
    def read_place(self, event: EpisodeMap.PlaceChosen) -> None:
        """Read on where the map was clicked; dragged on, it is the same jump."""
        if not event.is_dragged:
            self.movement.remember()
        self.transcript.jump(ReadingPlace(event.turn, event.offset))

    @on(SourceList.SourceChosen)
    @on(TranscriptView.SourceChosen)
    def ask_for_source(self, event: SourceList.SourceChosen | TranscriptView.SourceChosen) -> None:
        """Ask whether to open a source."""
        self.sources.ask(event.number)

    def _back_to_text(self) -> None:
        if self.pane_switch.is_over:
            self.pane_switch.close_over()
        self.transcript.focus()
