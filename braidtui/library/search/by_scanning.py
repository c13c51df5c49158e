"""Searching a library without an index: every file is read, newest first, until there is enough."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.opened import Opened
from braidtui.library.place_names import place_of
from braidtui.library.search.faceting import Spread
from braidtui.library.search.query import Query, finder_of
from braidtui.library.search.results import (
    MOST_COUNTED,
    Count,
    Facets,
    Hit,
    Question,
    Results,
    Wanted,
)
from braidtui.library.search.scanning import scan
from braidtui.library.target_names import TargetNames

_MOST_KEPT = 32  # episodes, for the next key stroke


class _Scanned(NamedTuple):
    entry: Entry
    opened: Opened
    turns: list[int]


class LibraryScan:
    """Answers as the index would, but in the order of the list: newest first."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._opened = lru_cache(_MOST_KEPT)(self._open)

    def find(self, asked: Question, wanted: Wanted) -> Results:
        """The newest hits; where there are more than are wanted, not all are counted."""
        limit, per_episode = wanted
        names = TargetNames(self._library.entries())
        hits: list[Hit] = []
        count = 0
        for found in self._scanned(asked):
            count += len(found.turns)
            name = names.name(found.entry)
            hits += islice(_hits(found, asked.query, name), per_episode or None)
            if 0 < limit <= len(hits):
                return Results(tuple(hits[:limit]), Count(count, True))
        return Results(tuple(hits), Count(count, False))

    def count(self, asked: Question) -> Count:
        """How many turns a query finds."""
        count = 0
        for found in self._scanned(asked):
            count += len(found.turns)
            if count > MOST_COUNTED:
                return Count(MOST_COUNTED, True)
        return Count(count, False)

    def facets(self, asked: Question) -> Facets:
        """How the newest hits spread."""
        spread = Spread()
        for entry, opened, turns in self._scanned(asked):
            episode = opened.episode
            ids = (episode.turns[turn].speaker for turn in turns)
            spread.add(entry, (episode.speakers_by_id[id].name for id in ids))
            if spread.hits > MOST_COUNTED:
                return spread.facets(is_sample=True)
        return spread.facets(is_sample=False)

    def _scanned(self, asked: Question) -> Iterator[_Scanned]:
        query, read, check = asked
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
            f"{name}@{place_of(episode, turn)}",
        )
