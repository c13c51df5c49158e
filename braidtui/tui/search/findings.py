"""The hits of a query, kept in step with what is typed and with an index that grows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var

from braidtui.library.catalog import Library
from braidtui.library.search.examples import EXAMPLES
from braidtui.library.search.query import Query
from braidtui.library.search.results import Facets, Hit
from braidtui.notebook.places import Notebook, NotebookError
from braidtui.tui.colors import speaker_color
from braidtui.tui.item_list import ItemList
from braidtui.tui.search.asking import Asking
from braidtui.tui.search.index_growth import IndexGrowth
from braidtui.tui.search.results import ResultList, color_name
from braidtui.tui.search.status import found, growth, indexed
from braidtui.tui.search.suggestions import Suggestion, SuggestionList

if TYPE_CHECKING:
    from braidtui.library.search.searcher import Searcher

_SECONDS_IN_SILENCE = 0.5


class Findings(Vertical):
    """Lists hits, or where there are none, what to try; stays as it is until others are found."""

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    DEFAULT_CSS = """
    Findings {
        width: 1fr;
        & ItemList { height: 1fr; border-top: solid $panel; }
        & ItemList:focus { border-top: solid $border; }
        & SuggestionList, &.-without-hits ResultList { display: none; }
        &.-without-hits SuggestionList { display: block; }
    }
    """

    facets: var[Facets | None] = var[Facets | None](None)
    """How the hits spread, counted when the keys rest."""
    present: var[Hit | None] = var[Hit | None](None)
    """The hit under the cursor."""
    said: var[tuple[str, ...]] = var[tuple[str, ...]](())
    """How many hits, in which order, and how far the index is."""

    results = query_one(ResultList)
    suggestions = query_one(SuggestionList)

    @dataclass
    class HitChosen(Message):
        """A hit was chosen, of those that a query found."""

        hit: Hit
        query: Query

    def __init__(self, library: Library, searcher: "Searcher", notebook: Notebook | None) -> None:
        super().__init__()
        self._library = library
        self._searcher = searcher
        self._notebook = notebook
        self._asking = Asking(self, searcher)
        self._growth = IndexGrowth(self, searcher)
        self._growing = self._indexed = ""
        self._notices: set[str] = set()
        self._is_choice_wanted = False

    def compose(self) -> ComposeResult:
        """Both lists, of which one is seen."""
        yield ResultList(id="results")
        yield SuggestionList(id="suggestions")

    def on_mount(self) -> None:
        """Follow cursor and theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.color())
        self.watch(self.results, "cursor", self.follow, init=False)

    def on_unmount(self) -> None:
        """Whatever the way out, nothing goes on."""
        self._asking.give_up()

    @property
    def listed(self) -> ItemList:
        """The list that is seen."""
        return self.suggestions if self.has_class("-without-hits") else self.results

    @property
    def is_in_step(self) -> bool:
        """Whether what is listed is found in the whole library."""
        return not self._growth.is_running and not self._asking.is_under_way

    def begin(self) -> None:
        """Bring the index up to date, and look up what has been read."""
        self._growth.start()
        self.set_timer(_SECONDS_IN_SILENCE, self.say_that_it_grows)
        try:
            self._asking.read = self._notebook.progress() if self._notebook else {}
        except NotebookError as error:
            self.notify(str(error), markup=False, severity="error")

    def say_that_it_grows(self) -> None:
        """What takes longer than a moment is told, before it is known how long it takes."""
        if self._growth.is_running and not self._growing:
            self._growing = "looking through the library"
            self.follow()

    def search(self, query: Query) -> None:
        """Look for a query, or for an empty one show what there is to try."""
        self._is_choice_wanted = False
        if query.clauses:
            self._asking.ask(query)
        else:
            self._asking.give_up()
            self.facets = None
            self._show_examples()
            self.follow()

    def change_order(self) -> None:
        """The newest hits first, or the best again."""
        self._asking.change_order()
        self.follow()

    def choose(self) -> None:
        """Choose what the cursor is on, once what was asked for last is found."""
        if self._asking.is_under_way:
            self._is_choice_wanted = True
        else:
            self.listed.action_choose()

    def color(self) -> None:
        """Another theme."""
        self.results.color(self._colors())

    def follow(self) -> None:
        """Say what is listed now."""
        answer = self._asking.answer
        self.present = self.results.present if answer and answer.results.hits else None
        hits = found(answer.results.count, self._asking.order) if answer else ()
        said = (*hits, self._growing or ("" if answer else self._indexed))
        self.said = tuple(filter(None, said))

    @on(Asking.Found)
    def show_hits(self, event: Asking.Found) -> None:
        """List what was found, unless something else is wanted by now."""
        event.stop()
        if not self._asking.take(event.answer):
            return
        question, results = event.answer
        self.set_class(not results.hits, "-without-hits")
        # Where one has gone to a hit, it stays where it is; else the best is the first.
        is_kept = question.is_renewal and (self.results.has_focus or self.results.cursor > 0)
        self.results.show(results.hits, is_renewal=is_kept)
        self.color()
        if not results.hits:
            self.suggestions.show(self._no_hits, ())
        self.follow()
        if self._is_choice_wanted:
            self.listed.action_choose()

    @on(Asking.Counted)
    def show_counts(self, event: Asking.Counted) -> None:
        """Show how the hits spread, or why there are none."""
        event.stop()
        if self._asking.is_latest(event.question):
            self.facets = event.facets
            if event.facets is None:
                self.suggestions.show(self._no_hits, tuple(map(Suggestion, event.not_found)))

    @on(ResultList.EndNeared)
    def find_more(self) -> None:
        """Another page."""
        self._asking.ask_for_more()

    @on(IndexGrowth.Grown)
    def show_growth(self, event: IndexGrowth.Grown) -> None:
        """Say how far the index is, and now and then look again in what it has."""
        event.stop()
        self._growing = growth(event.done, event.episodes)
        if event.is_worth_asking and self.screen.is_current:
            self._asking.renew()
        self.follow()

    @on(IndexGrowth.Ended)
    def end_growth(self, event: IndexGrowth.Ended) -> None:
        """Look again in the whole, and say what went wrong on the way."""
        event.stop()
        self._growth.is_running = False
        self._growing, self._indexed = "", indexed(event.state)
        self._tell_notices()
        if event.has_grown:
            self._asking.renew()
        self.follow()

    @on(ItemList.Chosen)
    def choose_hit(self, event: ItemList.Chosen) -> None:
        """Say which hit it was, and what found it."""
        event.stop()
        if self.present and self._asking.answer:
            self.post_message(self.HitChosen(self.present, self._asking.answer.question.query))

    def _tell_notices(self) -> None:
        """What is wrong with folders, cache or index, each once."""
        for notice in (*self._library.notices, *self._searcher.notices):
            if notice not in self._notices:
                self._notices.add(notice)
                self.notify(notice, markup=False, severity="warning")

    @property
    def _no_hits(self) -> str:
        return "No hits so far." if self._growth.is_running else "No hits."

    def _show_examples(self) -> None:
        self.add_class("-without-hits")
        examples = tuple(Suggestion(finds, query) for query, finds in EXAMPLES)
        self.suggestions.show("Type words of what was said, or try one of these:", examples)

    def _colors(self) -> Mapping[str, Color]:
        grounds, hits = self.app.text_grounds, self.results.hits
        return {
            color_name(hit): speaker_color(hit.speaker, hit.cast_index, grounds) for hit in hits
        }
