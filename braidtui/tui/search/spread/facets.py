"""How the hits spread over speakers, shows and years; choosing one narrows to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import on
from textual.message import Message
from textual.reactive import var

from braidtui.library.search.results import Facets
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.tui.search.filters import written
from braidtui.typeset.cells import cell_len, elided, fitted

_MOST_OF_A_KIND = 12


class Facet(NamedTuple):
    """One of a kind: what it is called, how many hits it has, and the filter that narrows to it."""

    heading: str
    label: str
    hits: int
    filter: str


class FacetList(ItemList):
    """The facets by kind; those that the query narrows to are marked, and choosing frees them."""

    DEFAULT_CSS = """
    FacetList {
        height: 1fr; padding: 0 1; border-top: solid $panel;
        border-title-color: $text-muted; border-title-style: bold;
        &:focus { border-top: solid $border; border-title-color: $text-accent; }
    }
    """

    facets: var[Facets | None] = var[Facets | None](None)
    filters: var[frozenset[str]] = var[frozenset[str]](frozenset())
    """Those that stand in the query, as they were typed."""

    @dataclass
    class FilterChosen(Message):
        """A filter was chosen, as one types it."""

        filter: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._listed: Sequence[Facet] = ()

    @property
    def count(self) -> int:
        """How many facets there are."""
        return len(self._listed)

    def watch_facets(self) -> None:
        """Other hits; the cursor stays on what it was on, where that is still there."""
        present = self._listed[self.cursor].filter if self._listed else ""
        self._listed = tuple(_listed(self.facets)) if self.facets else ()
        filters = [facet.filter for facet in self._listed]
        if present in filters:
            self.set_reactive(ItemList.cursor, filters.index(present))
        is_sample = self.facets is not None and self.facets.is_sample
        self.border_title = ("Narrow · newest" if is_sample else "Narrow") if self._listed else ""
        self.can_focus = bool(self._listed)
        self.items_changed()

    def watch_filters(self) -> None:
        """Others are chosen."""
        self.items_changed()

    def heading_rows(self, index: int) -> int:
        """A heading stands above the first of a kind, with a blank row between kinds."""
        heading = self._listed[index].heading
        if index and self._listed[index - 1].heading == heading:
            return 0
        return 2 if index else 1

    def item_height(self, index: int, width: int) -> int:
        """One row, and its heading's."""
        return self.heading_rows(index) + 1

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """A heading where a new kind begins, then the mark, the name and the count."""
        facet = self._listed[index]
        rows: tuple[ItemRow, ...] = ((), ((elided(facet.heading, width), "muted"),))
        rows = rows[2 - self.heading_rows(index) :]
        is_chosen = facet.filter in self.filters
        count = f" {facet.hits:,}"
        name = fitted(facet.label, max(1, width - 2 - cell_len(count)))
        style = "strong" if is_chosen else "text"
        return (*rows, (("✓ " if is_chosen else "  ", "accent"), (name, style), (count, "muted")))

    @on(ItemList.Chosen)
    def choose_facet(self, event: ItemList.Chosen) -> None:
        """Say which filter it was."""
        event.stop()
        self.post_message(self.FilterChosen(self._listed[event.index].filter))


def _listed(facets: Facets) -> Iterator[Facet]:
    """The most frequent speakers and shows, the latest years first."""
    years = [(f"{year:04}", count) for year, count in sorted(facets.years, reverse=True)]
    kinds = (("speaker", "Speakers", facets.speakers), ("show", "Shows", facets.shows))
    for field, heading, counted in (*kinds, ("date", "Years", years)):
        more = len(counted) - _MOST_OF_A_KIND
        title = f"{heading} · {more:,} more" if more > 0 else heading
        for label, count in counted[:_MOST_OF_A_KIND]:
            yield Facet(title, label, count, written(field, label))
