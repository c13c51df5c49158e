"""The numbers of the episode on the screen: its map, and bars by speaker, segment and site."""

from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.getters import query_one
from textual.screen import Screen

from braidtui.episode.statistics.numbers import Numbers, numbers_of
from braidtui.episode.statistics.timeline import Timeline
from braidtui.tui.annotated import Annotated
from braidtui.tui.commands import BY_ID, bindings, shown_keys
from braidtui.tui.episode_map import EpisodeMap
from braidtui.tui.item_list import ItemList
from braidtui.tui.panes.bars import Bar
from braidtui.tui.statistics.number_list import NumberList
from braidtui.tui.transcript.kept_marks import NOTHING_KEPT, KeptMarks
from braidtui.tui.transcript.reading import ReadingPlace

_COUNTED_AT_ONCE = 5_000  # turns; more are counted while the screen stands


class StatisticsScreen(Screen[ReadingPlace | None]):
    """Gives the place that was chosen, or None."""

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    BINDINGS = [
        *bindings("statistics", "leave"),
        Binding("escape", "leave", show=False),
    ]
    AUTO_FOCUS = "NumberList"
    DEFAULT_CSS = """
    StatisticsScreen {
        & EpisodeMap { height: 3; padding: 1 0 0 0; }
        & NumberList { height: 1fr; padding: 1 1 0 1; }
        &.-low NumberList { padding: 0 1; }
    }
    """
    list = query_one(NumberList)
    map = query_one(EpisodeMap)

    def __init__(
        self, annotated: Annotated, place: ReadingPlace, kept: KeptMarks = NOTHING_KEPT
    ) -> None:
        super().__init__()
        self._annotated = annotated
        self._place = place
        self._kept = kept

    def compose(self) -> ComposeResult:
        """What is counted, the map, the numbers, the keys."""
        head, status = Bar(id="head"), Bar(id="status")
        head.left = ("Numbers", self._annotated.episode.title)
        status.left = (self._hints(),)
        yield head
        yield EpisodeMap(is_ruled=True)
        yield NumberList()
        yield status

    def on_mount(self) -> None:
        """Count; a very long episode takes a moment."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.color())
        self.map.show(self._annotated, self.app.colors_of(self._annotated.episode))
        self.map.show_kept(self._kept)
        self.map.show_place(*self._place)
        if len(self._annotated.episode.turns) <= _COUNTED_AT_ONCE:
            self.show(*self._counted())
        else:
            self.count()

    def on_resize(self) -> None:
        """What there is no room for goes."""
        self.map.fit(self.size.height)
        self.set_class(not self.map.display, "-low")

    @work(thread=True)
    def count(self) -> None:
        """Count beside the keys."""
        counted = self._counted()
        if self.is_attached:
            self.app.call_from_thread(self.show, *counted)

    def show(self, numbers: Numbers, timeline: Timeline) -> None:
        """List what was counted."""
        colors = self.app.colors_of(self._annotated.episode)
        self.list.show(self._annotated, numbers, timeline, colors)

    def color(self) -> None:
        """Another theme."""
        colors = self.app.colors_of(self._annotated.episode)
        self.list.show_colors(colors)
        self.map.show_colors(colors)

    def action_command(self, command: str) -> None:
        """The key that led here leads away, too."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the text."""
        self.dismiss(None)

    @on(ItemList.Chosen)
    def go_to_item(self, event: ItemList.Chosen) -> None:
        """Give where the item under the cursor leads."""
        event.stop()
        turn = self.list.goal(event.index)
        if turn is None:
            self.notify("The whole episode rests on it, no turn by itself.", markup=False)
        else:
            self.dismiss(ReadingPlace(turn, 0))

    @on(EpisodeMap.PlaceChosen)
    def go_to_place(self, event: EpisodeMap.PlaceChosen) -> None:
        """Give the place of the map that was clicked."""
        if not event.is_dragged:
            self.dismiss(ReadingPlace(event.turn, event.offset))

    def _counted(self) -> tuple[Numbers, Timeline]:
        episode, sources, _ = self._annotated
        return numbers_of(episode, sources=sources), Timeline(episode)

    def _hints(self) -> str:
        keys = self.app.own_keys.get("leave", BY_ID["leave"].keys)
        return f"enter go there  {shown_keys(keys.split(',')[0])} back"
