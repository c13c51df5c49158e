"""Searching the library from the reader: to the hits, to one of them, and back to the hits."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from braidtui.library.catalog import Library
from braidtui.tui.transcript.reading import ReadingPlace

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen
    from braidtui.tui.search.screen import ChosenHit, SearchScreen


class LibrarySearch:
    """One search screen, kept from its first use on, so that one can come back to its hits."""

    def __init__(self, screen: "ReaderScreen", library: Library) -> None:
        self._screen = screen
        self._library = library
        self._search: SearchScreen | None = None

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"search_library": self.search}

    def search(self) -> None:
        """Type a query, the last one still in the box."""
        self._made().begin_again()
        self.come_back()

    def come_back(self) -> None:
        """Show the hits as they were left."""
        self._screen.keeper.keep()
        self._screen.app.push_screen(self._made(), self._open)

    def _made(self) -> "SearchScreen":
        if self._search is None:
            from braidtui.library.search.searcher import Searcher
            from braidtui.tui.search.screen import SearchScreen

            library, notebook = self._library, self._screen.keeper.notebook
            self._search = SearchScreen(library, Searcher(library), notebook)
            self._screen.app.install_screen(self._search, "search")
        return self._search

    def _open(self, chosen: "ChosenHit | None") -> None:
        if chosen is None:
            return
        from braidtui.library.search.query import finder_of

        hit, query = chosen
        place = ReadingPlace(hit.turn, hit.spans[0][0] if hit.spans else 0)
        self._screen.opening.open_at(hit.entry.path, place, finder_of(query), query.typed.strip())
        self._screen.movement.remember_way(self.come_back)
