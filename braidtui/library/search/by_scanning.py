"""Searching a library without an index: every file is read, newest first, until there is enough."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.problem import EpisodeRefused
from braidtui.episode.timecode import format_time
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.opened import Opened
from braidtui.library.search.faceting import Spread
from braidtui.library.search.query import Query, finder_of
from braidtui.library.search.results import Count, Facets, Hit, Results
from braidtui.library.search.scanning import scan
from braidtui.library.target_names import TargetNames

_MOST_KEPT = 32  # episodes, for the next key stroke
_MOST_COUNTED = 1_000  # hits; also those that facets are made of

Check = Callable[[], None]
"""Raises where the search is not wanted any more."""


class _Scanned(NamedTuple):
    entry: Entry
    opened: Opened
    turns: list[int]


class LibraryScan:
    """Answers as the index would, but in the order of the list: newest first."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._opened = lru_cache(_MOST_KEPT)(self._open)

    def find(
        self, query: Query, limit: int, per_episode: int, read: Mapping[str, float], check: Check
    ) -> Results:
        """The newest hits; where there are more than `limit` (0: all), not all are counted."""
        names = TargetNames(self._library.entries())
        hits: list[Hit] = []
        count = 0
        for found in self._scanned(query, read, check):
            count += len(found.turns)
            name = names.name(found.entry)
            hits += islice(_hits(found, query, name), per_episode or None)
            if 0 < limit <= len(hits):
                return Results(tuple(hits[:limit]), Count(count, True))
        return Results(tuple(hits), Count(count, False))

    def count(self, query: Query, read: Mapping[str, float], check: Check) -> Count:
        """How many turns a query finds."""
        count = 0
        for found in self._scanned(query, read, check):
            count += len(found.turns)
            if count > _MOST_COUNTED:
                return Count(_MOST_COUNTED, True)
        return Count(count, False)

    def facets(self, query: Query, read: Mapping[str, float], check: Check) -> Facets:
        """How the newest hits spread."""
        spread = Spread()
        for entry, opened, turns in self._scanned(query, read, check):
            episode = opened.episode
            ids = (episode.turns[turn].speaker for turn in turns)
            spread.add(entry, (episode.speakers_by_id[id].name for id in ids))
            if spread.hits > _MOST_COUNTED:
                return spread.facets(is_sample=True)
        return spread.facets(is_sample=False)

    def _scanned(self, query: Query, read: Mapping[str, float], check: Check) -> Iterator[_Scanned]:
        for entry in self._library.entries():
            check()
            if entry.broken or (opened := self._opened(entry.path)) is None:
                continue
            if turns := scan(query, entry, opened.episode, read.get(entry.key, 0)):
                yield _Scanned(entry, opened, turns)

    def _open(self, path: Path) -> Opened | None:
        """None where the file has gone or has been broken since it was listed."""
        try:
            return self._library.open(path)
        except (EpisodeRefused, OSError):
            return None


def _hits(found: _Scanned, query: Query, name: str) -> Iterator[Hit]:
    entry, opened, turns = found
    episode, finder = opened.episode, finder_of(query)
    for turn in turns:
        speaker, text, start, _ = episode.turns[turn]
        who = episode.speakers_by_id[speaker]
        segment = episode.segment_of(turn)
        yield Hit(
            entry,
            turn,
            who,
            episode.speakers.index(who),
            start,
            segment,
            episode.segments[segment].title,
            text,
            finder.spans(text),
            opened.turn_lines[turn] if opened.turn_lines else 1,
            f"{name}@{_place(opened, turn)}",
        )


def _place(opened: Opened, turn: int) -> str:
    """The start, where that leads to just this turn."""
    episode = opened.episode
    start = episode.turns[turn].start
    if start is None or bisect_left(episode.starts, start) != turn:
        return f"t{turn + 1}"
    return format_time(start)
