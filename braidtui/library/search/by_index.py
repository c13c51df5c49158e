"""Searching a library by its index, as both are at one moment."""

import sqlite3

from braidtui.library.cache.outline import TurnTexts
from braidtui.library.cache.store import Damaged
from braidtui.library.search.explaining import speakers_meant, unknown_words
from braidtui.library.search.faceting import indexed_facets
from braidtui.library.search.index.tables import is_doubted
from braidtui.library.search.matching.plan import tasks
from braidtui.library.search.matching.snapshot import Snapshot
from braidtui.library.search.matching.view import View
from braidtui.library.search.query import Query
from braidtui.library.search.ranking.hits import HitMaker
from braidtui.library.search.ranking.page import PageMaker
from braidtui.library.search.ranking.topics import Topics
from braidtui.library.search.results import (
    MOST_COUNTED,
    Count,
    Facets,
    Question,
    Results,
    Wanted,
)


class IndexedTurns:
    """Answers from the index, in a transaction that has begun."""

    def __init__(self, index: sqlite3.Connection, view: View, texts: TurnTexts) -> None:
        self._index = index
        self._view = view
        self._texts = texts

    def find(self, asked: Question, wanted: Wanted, *, is_ranked: bool) -> Results:
        """The first hits, best first or newest first; raises Damaged where the index is wrong."""
        query, read, check = asked
        view, snapshot = self._view, self._snapshot(asked)
        hits = HitMaker(query, read, self._texts, view.name)
        page = PageMaker(snapshot, hits, wanted, check)
        topics = Topics(self._index, query, view.vocabulary, len(view.shelf.placed))
        results = page.by_worth(topics) if is_ranked and topics.are_told else page.by_date()
        if hits.wrong and snapshot.is_exact and not is_doubted(self._index):
            raise Damaged("a turn has not what the index says")
        return results

    def count(self, asked: Question) -> Count:
        """How many turns a query finds."""
        return self._snapshot(asked).newest(MOST_COUNTED).counted

    def facets(self, asked: Question) -> Facets:
        """How the newest hits spread."""
        return indexed_facets(self._index, self._snapshot(asked), self._view.facts, asked.check)

    def unknown(self, query: Query) -> tuple[str, ...]:
        """What of a query stands nowhere, and what may have been meant: safe lines."""
        words = unknown_words(query, self._view.vocabulary)
        return (*words, *speakers_meant(query, self._view.facts))

    def _snapshot(self, asked: Question) -> Snapshot:
        found = tasks(asked.query, self._view.shelf, self._view.matcher, asked.read)
        return Snapshot(self._index, found)
