"""The search over a library: keeps its index in step, and finds."""

import sqlite3
from collections.abc import Callable, Mapping
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from braidtui.library.cache.outline import TurnTexts
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.search.by_index import IndexedTurns
from braidtui.library.search.explaining import excluded
from braidtui.library.search.index.state import IndexState, state_of
from braidtui.library.search.index.tables import index_file, note_doubt
from braidtui.library.search.index.updating import Progress, Update
from braidtui.library.search.matching.view import View
from braidtui.library.search.query import Query
from braidtui.library.search.results import Count, Facets, Question, Results, Wanted

if TYPE_CHECKING:  # an index spares it
    from braidtui.library.search.by_scanning import LibraryScan

__all__ = ["IndexState", "SearchInterrupted", "Searcher"]

Order = Literal["best", "date"]
Answer = TypeVar("Answer")

NOTHING_READ: Mapping[str, float] = MappingProxyType({})
NO_RESULTS = Results((), Count(0, False))
NO_FACETS = Facets((), (), (), (), False)
_SLOW = "for each search, which is slow"


class SearchInterrupted(Exception):
    """`interrupt` was called while a search ran."""


def never() -> bool:
    """For what need not stop."""
    return False


class Searcher:
    """Finds turns of a library. Usable from any thread; one search at a time, beside one update."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._path = library.store_path
        self._open()
        self._interrupts = 0
        self._updates = 0
        self._is_stuck = False
        self._notice = ""
        self._scan: LibraryScan | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with the index: a safe line, or none.

        Where the cache as a whole is of no use, the library says so.
        """
        if self._library.store_path is None and self._path is not None:
            return ()
        told = [it for it in (self._file.notice or self._notice,) if it]
        return (f"{told[0]}, {_SLOW}",) if told and self._is_useless else tuple(told)

    def update(
        self, progress: Progress | None = None, *, until: Callable[[], bool] = never
    ) -> None:
        """Brings the index in step with the library's files.

        `progress` hears (episodes done, of how many). What is done stays when `until` stops it.
        """
        self._run(Update(self._library, progress, until), anew=False)

    def rebuild(
        self, progress: Progress | None = None, *, until: Callable[[], bool] = never
    ) -> None:
        """Makes the index anew; otherwise as `update`."""
        self._run(Update(self._library, progress, until), anew=True)

    def find(
        self,
        query: Query,
        *,
        order: Order = "best",
        limit: int = 50,
        per_episode: int = 3,
        read: Mapping[str, float] = NOTHING_READ,
    ) -> Results:
        """The first hits, and how many there are; 0 as `limit` or `per_episode` is no limit.

        `read` tells by the key of an entry how much of it is read, 0 to 1. Raises
        SearchInterrupted.
        """
        if not query.clauses:
            return NO_RESULTS
        asked, wanted = self._question(query, read), Wanted(limit, per_episode)
        return self._answer(
            asked,
            lambda turns: turns.find(asked, wanted, is_ranked=order == "best"),
            lambda scan: scan.find(asked, wanted),
        )

    def facets(self, query: Query, *, read: Mapping[str, float] = NOTHING_READ) -> Facets:
        """How the hits spread over speakers, shows, years and months; as `find` otherwise."""
        if not query.clauses:
            return NO_FACETS
        asked = self._question(query, read)
        return self._answer(
            asked, lambda turns: turns.facets(asked), lambda scan: scan.facets(asked)
        )

    def not_found(
        self, query: Query, *, read: Mapping[str, float] = NOTHING_READ
    ) -> tuple[str, ...]:
        """Why there are no hits: safe lines; as `find` otherwise."""
        asked = self._question(query, read)
        unindexed: tuple[str, ...] = ()
        said = self._answer(asked, lambda turns: turns.unknown(query), lambda _: unindexed)

        def counted(query: Query) -> Count:
            part = asked._replace(query=query)
            return self._answer(
                part, lambda turns: turns.count(part), lambda scan: scan.count(part)
            )

        return (*said, *excluded(query, counted))

    def state(self) -> IndexState:
        """What is in the index."""
        return state_of(self._file, self._store, self._library.entries())

    def interrupt(self) -> None:
        """From another thread: the search that runs ends early, with SearchInterrupted."""
        self._interrupts += 1
        self._file.interrupt()

    def close(self) -> None:
        """Lets go of the files; a later call takes them up again."""
        self._file.close()
        self._store.close()

    def _open(self) -> None:
        self._file = index_file(self._path)
        self._store = EpisodeStore(self._path)
        self._texts = TurnTexts(self._store)
        self._view: View | None = None

    def _run(self, update: Update, *, anew: bool) -> None:
        """Afterwards the files are opened again: other ones may have taken their place."""
        self._updates += 1
        try:
            self._is_stuck, self._notice = update.run(anew=anew)
        finally:
            self._updates -= 1
            self.close()
            self._open()

    def _answer(
        self,
        asked: Question,
        indexed: Callable[[IndexedTurns], Answer],
        scanned: "Callable[[LibraryScan], Answer]",
    ) -> Answer:
        """What the index tells; where it is of no use, what the files themselves tell.

        A second time the index is asked only after it was found damaged, and made anew.
        """
        times = count(1)

        def deed(index: sqlite3.Connection) -> Answer:
            if next(times) > 1:
                note_doubt(index)
            return indexed(self._turns(index))

        found = None if self._is_useless else self._file.ask(deed, None)
        asked.check()
        if found is None or self._is_useless:
            return scanned(self._scanning)
        return found

    def _turns(self, index: sqlite3.Connection) -> IndexedTurns:
        """The index as it is now."""
        index.execute("BEGIN")
        entries = self._library.entries()
        if self._view is None or not self._view.is_current(index, self._store, entries):
            self._view = View(index, self._store, entries)
        return IndexedTurns(index, self._view, self._texts)

    @property
    def _is_useless(self) -> bool:
        """Whether there is no index that can be asked, or brought in step.

        One that was found damaged is empty until the next update.
        """
        is_emptied = bool(self._file.notice or self._store.notice) and not self._updates
        return is_emptied or self._is_stuck or None in (self._file.path, self._store.path)

    @property
    def _scanning(self) -> "LibraryScan":
        """What searches without an index."""
        from braidtui.library.search.by_scanning import LibraryScan

        self._scan = self._scan or LibraryScan(self._library)
        return self._scan

    def _question(self, query: Query, read: Mapping[str, float]) -> Question:
        """Its check raises SearchInterrupted once `interrupt` has been called."""
        interrupts = self._interrupts

        def check() -> None:
            if self._interrupts != interrupts:
                raise SearchInterrupted

        return Question(query, read, check)
