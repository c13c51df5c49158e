"""How hits spread over speakers, shows, years and months."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from braidtui.library.entry import Entry
from braidtui.library.search.index.register import speakers_of
from braidtui.library.search.matching.facts import Facts
from braidtui.library.search.matching.snapshot import Snapshot
from braidtui.library.search.results import MOST_SPREAD, Check, Facets


class Spread:
    """Counts hits, episode by episode."""

    def __init__(self) -> None:
        self.hits = 0
        self._speakers: Counter[str] = Counter()
        self._shows: Counter[str] = Counter()
        self._months: Counter[tuple[int, int]] = Counter()

    def add(self, entry: Entry, speakers: Iterable[str]) -> None:
        """Take in the hits of an episode: the name of who speaks, for each."""
        before = self._speakers.total()
        self._speakers.update(speakers)
        count = self._speakers.total() - before
        self.hits += count
        if entry.show:
            self._shows[entry.show] += count
        if entry.date:
            self._months[entry.date.year, entry.date.month] += count

    def facets(self, *, is_sample: bool) -> Facets:
        """What was counted."""
        years: Counter[int] = Counter()
        for (year, _), count in self._months.items():
            years[year] += count
        return Facets(
            tuple(self._speakers.most_common()),
            tuple(self._shows.most_common()),
            tuple(sorted(years.items(), reverse=True)),
            tuple(sorted(self._months.items())),
            is_sample,
        )


def indexed_facets(
    index: sqlite3.Connection, snapshot: Snapshot, facts: Facts, check: Check
) -> Facets:
    """The facets of a query, from the index; no text is read, so accents do not count here."""
    newest = snapshot.newest(MOST_SPREAD)
    spread = Spread()
    for placed, turns in newest.found:
        check()
        speakers = speakers_of(index, placed.first)
        if len(speakers) == placed.turns:
            spread.add(placed.entry, (facts.speaker(speakers[turn]) for turn in turns))
    return spread.facets(is_sample=newest.counted.is_more)
