"""The search over the library: type and the hits are there; enter opens one in its episode."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from braidtui.episode.safe_text import clean_line
from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.query import Query
from braidtui.library.search.results import Facets, Hit
from braidtui.notebook.places import Notebook
from braidtui.tui.commands import IN_SEARCH, SCROLLING, bindings
from braidtui.tui.panes.bars import Bar
from braidtui.tui.search.filters import filters_of, switched, written
from braidtui.tui.search.findings import Findings
from braidtui.tui.search.query_box import QueryBox
from braidtui.tui.search.spread.facets import FacetList
from braidtui.tui.search.spread.histogram import Histogram
from braidtui.tui.search.status import hints, hints_in_box
from braidtui.tui.search.suggestions import SuggestionList

if TYPE_CHECKING:
    from braidtui.library.search.searcher import Searcher

_NARROW, _SLIM, _LOW = 100, 60, 16


class ChosenHit(NamedTuple):
    """A hit to be opened, and the query that found it."""

    hit: Hit
    query: Query


class SearchScreen(Screen[ChosenHit | None]):
    """Gives the hit that was chosen, or None; the same screen is shown again, as it was left."""

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    BINDINGS = [
        *bindings(*IN_SEARCH),
        Binding("escape", "step_out", show=False),
        Binding("down", "scroll_list('line_down')", show=False),
        Binding("up", "scroll_list('line_up')", show=False),
        Binding("pagedown", "scroll_list('page_down')", show=False),
        Binding("pageup", "scroll_list('page_up')", show=False),
    ]
    AUTO_FOCUS = "QueryBox"
    DEFAULT_CSS = """
    SearchScreen {
        layers: base over;
        & #top { height: 1; background: $panel; }
        & #top Bar { width: 6; color: $text-accent; text-style: bold; }
        & #complaint { background: $background; color: $text-error; padding: 0 2; }
        & #facets { width: 30; }
        &.-low Histogram, &.-slim Histogram, &.-low #complaint { display: none; }
        &.-low.-complaining #complaint { display: block; }
        &.-narrow #facets, &.-without-facets #facets { display: none; }
        &.-narrow #facets.-over { display: block; layer: over; dock: right; }
        & #facets.-over { width: 90%; max-width: 40; background: $surface; }
        & #facets.-over { border-left: solid $border; }
    }
    """

    facets: var[Facets | None] = var[Facets | None](None)
    present: var[Hit | None] = var[Hit | None](None)
    filters: var[frozenset[str]] = var[frozenset[str]](frozenset())
    """Those that stand in the query, as they were typed."""

    box = query_one(QueryBox)
    findings = query_one(Findings)
    facet_list = query_one(FacetList)
    complaint = query_one("#complaint", Bar)
    status = query_one("#status", Bar)

    def __init__(self, library: Library, searcher: "Searcher", notebook: Notebook | None) -> None:
        super().__init__()
        self._library = library
        self._searcher = searcher
        self._notebook = notebook
        self._query = Query("")
        self._is_beginning = True

    def compose(self) -> ComposeResult:
        """The box, what is wrong in it, hits over time, hits beside facets, the bar."""
        with Horizontal(id="top"):
            prompt = Bar()
            prompt.left = ("Find",)
            yield prompt
            yield QueryBox()
        yield Bar(id="complaint")
        yield Histogram().data_bind(SearchScreen.facets, SearchScreen.present)
        with Horizontal():
            yield Findings(self._library, self._searcher, self._notebook)
            facets = FacetList(id="facets")
            yield facets.data_bind(SearchScreen.facets, SearchScreen.filters)
        yield Bar(id="status")

    def on_mount(self) -> None:
        """Hand on what was found."""
        self.watch(self.findings, "facets", lambda facets: setattr(self, "facets", facets))
        self.watch(self.findings, "present", lambda hit: setattr(self, "present", hit))
        self.watch(self.findings, "said", lambda said: setattr(self.status, "left", said))
        self.watch(self, "focused", self.tell_keys)

    def tell_keys(self) -> None:
        """Name the keys that do something now."""
        is_typing = isinstance(self.focused, QueryBox)
        self.status.right = (hints_in_box if is_typing else hints)(self.app.own_keys)

    def on_screen_resume(self) -> None:
        """Begin a search, unless one came back to the hits as they were."""
        if self._is_beginning:
            self._is_beginning = False
            self.app.clear_notifications()
            self.findings.begin()
            self.box.take_up()
            self.search()

    def on_resize(self) -> None:
        """What there is no room for goes."""
        width, height = self.size
        self.set_class(width < _NARROW, "-narrow")
        self.set_class(width < _SLIM, "-slim")
        self.set_class(height < _LOW, "-low")
        if width >= _NARROW:
            self.facet_list.remove_class("-over")

    def begin_again(self) -> None:
        """The next time it is shown, the keys go to the box and the library is looked through."""
        self._is_beginning = True

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """By command id, what it does."""
        return {
            "type_query": self.box.focus,
            "change_order": self.findings.change_order,
            "whole_episode": self.switch_episode,
            "toggle_facets": self.toggle_facets,
            "next_pane": self.focus_next,
            "previous_pane": self.focus_previous,
            "help": self.show_help,
            "leave": self.leave,
        }

    def action_command(self, command: str) -> None:
        """Do what a command of the list says."""
        self.commands[command]()

    def action_scroll_list(self, command: str) -> None:
        """Move in what is listed, also while one types."""
        self.findings.listed.action_command(command)

    def action_step_out(self) -> None:
        """Escape: the facets over the hits go, then the search."""
        if self.facet_list.has_class("-over"):
            self.toggle_facets()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    @on(Input.Changed)
    def search(self) -> None:
        """Look for what is in the box, and say what of it was not understood."""
        self._query = query = parse(self.box.value, as_you_type=True)
        self.filters = frozenset(filter.typed for filter in filters_of(query))
        self.complaint.left = query.complaints[:1]
        self.set_class(bool(query.complaints), "-complaining")
        self.findings.search(query)

    def try_query(self, typed: str) -> None:
        """Put a query into the box."""
        self.box.write(typed)
        self.box.focus()

    def switch(self, filter: str) -> None:
        """Put a filter into the query, or take it out of it."""
        self.box.write(switched(self._query, filter))

    def switch_episode(self) -> None:
        """Narrow to the episode under the cursor, or no longer to it."""
        if hit := self.present:
            same = [it for it in self._library.entries() if it.number == hit.entry.number]
            is_known_by_it = hit.entry.number is not None and len(same) < 2
            self.switch(
                written("episode", str(hit.entry.number) if is_known_by_it else hit.entry.id)
            )

    def toggle_facets(self) -> None:
        """Show or hide the facets, over the hits where there is no room beside them."""
        facets = self.facet_list
        if not self.has_class("-narrow"):
            self.toggle_class("-without-facets")
        elif facets.toggle_class("-over").has_class("-over"):
            facets.focus()
        else:
            self.findings.listed.focus()

    @on(QueryBox.HelpWanted)
    def show_help(self) -> None:
        """The language by examples, and every key; picking one tries or does it."""
        from braidtui.tui.search.help import SearchHelp, Wish

        def picked(wish: Wish | None) -> None:
            if wish is None:
                return
            if wish.query:
                self.try_query(wish.query)
            elif wish.command in SCROLLING:
                self.action_scroll_list(wish.command)
            else:
                self.action_command(wish.command)

        self.app.push_screen(SearchHelp(self.app.own_keys), picked)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Enter in the box chooses too."""
        self.findings.choose()

    @on(Findings.HitChosen)
    def open(self, event: Findings.HitChosen) -> None:
        """Give the hit that was chosen, if its file is still there."""
        path = event.hit.entry.path
        if path.exists():
            self.dismiss(ChosenHit(event.hit, event.query))
        else:
            self.notify(f"{clean_line(path.name)} is gone.", markup=False, severity="error")

    @on(SuggestionList.QueryChosen)
    def try_suggestion(self, event: SuggestionList.QueryChosen) -> None:
        """Put a suggested query into the box."""
        self.try_query(event.query)

    @on(FacetList.FilterChosen)
    @on(Histogram.PeriodChosen)
    def narrow(self, event: FacetList.FilterChosen | Histogram.PeriodChosen) -> None:
        """Narrow to a facet or a time, or no longer to it."""
        self.switch(event.filter)
