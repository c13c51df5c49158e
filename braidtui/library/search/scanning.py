"""Searching one episode without an index: what a query means, written down plainly."""

from collections.abc import Callable
from functools import cached_property

from braidtui.episode.model import Episode
from braidtui.episode.quotes import find_quotes
from braidtui.find.phrase import Phrase
from braidtui.find.word_finder import stands_in
from braidtui.library.entry import Entry
from braidtui.library.search.fields import FIELDS
from braidtui.library.search.filtering import (
    holds_for_entry,
    holds_for_source,
    holds_for_speaker,
)
from braidtui.library.search.query import Clause, Filter, Query

_Test = Callable[[int], bool]


def scan(query: Query, entry: Entry, episode: Episode, read: float = 0) -> list[int]:
    """The turns for which all clauses hold, counted through the episode; none without a clause.

    `read` is how much of the episode is read, 0 to 1. Words are found in the text of a turn or in
    what stands above it (see `headings`), a phrase wholly in one of these.
    """
    tests = _Tests(entry, episode, read)
    left = list(range(len(episode.turns))) if query.clauses else []
    for clause in query.clauses:
        if left:
            left = list(filter(tests.of_clause(clause), left))
    return left


def headings(episode: Episode, turn: int) -> tuple[str, ...]:
    """What stands above a turn: its segment's title over the first of the segment, and over the
    first of all the episode's title and summary.
    """
    segment = episode.segment_of(turn)
    above = (episode.title, episode.summary) if turn == 0 else ()
    is_first = episode.first_turns[segment] == turn
    return (*above, episode.segments[segment].title) if is_first else above


class _Tests:
    """Makes of a part of a query what tells whether it holds for a turn of one episode."""

    def __init__(self, entry: Entry, episode: Episode, read: float) -> None:
        self._entry, self._episode, self._read = entry, episode, read

    def of_clause(self, clause: Clause) -> _Test:
        """Whether any of its atoms holds."""
        tests = [(self._of(atom.what), atom.is_not) for atom in clause]
        return lambda turn: any(holds(turn) != is_not for holds, is_not in tests)

    def _of(self, what: Phrase | Filter) -> _Test:
        if isinstance(what, Phrase):
            return lambda turn: any(stands_in(what, text) for text in self._texts(turn))
        if FIELDS[what.field].is_of_episode:
            holds = holds_for_entry(what, self._entry, self._read)
            return lambda _: holds
        return self._of_filter(what)

    def _of_filter(self, what: Filter) -> _Test:
        turns = self._episode.turns
        if what.field == "in" and isinstance(what.wanted, Phrase):
            return self._in_segment(what.wanted)
        if what.field == "site":
            return lambda turn: any(holds_for_source(what, it) for it in turns[turn].sources)
        if what.wanted == "source":
            return lambda turn: bool(turns[turn].sources)
        if what.wanted == "quote":
            return self._quoted.__contains__
        ids = {it.id for it in self._episode.speakers if holds_for_speaker(what, it)}
        return lambda turn: turns[turn].speaker in ids

    def _in_segment(self, title: Phrase) -> _Test:
        segments = enumerate(self._episode.segments)
        fitting = {index for index, it in segments if stands_in(title, it.title)}
        return lambda turn: self._episode.segment_of(turn) in fitting

    def _texts(self, turn: int) -> tuple[str, ...]:
        return (self._episode.turns[turn].text, *headings(self._episode, turn))

    @cached_property
    def _quoted(self) -> set[int]:
        """The turns that a pull quote stands in."""
        return {quote.turn for quote in find_quotes(self._episode) if quote}
