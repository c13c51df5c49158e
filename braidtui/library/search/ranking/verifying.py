"""Whether a turn that the index found is right, by what the store has of it.

So damage to the index shows no wrong hit, and a phrase typed with accents is found with them.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from braidtui.find.phrase import Phrase
from braidtui.find.word_finder import stands_in
from braidtui.library.cache.outline import Outline
from braidtui.library.entry import Entry
from braidtui.library.search.fields import FIELDS
from braidtui.library.search.filtering import (
    holds_for_entry,
    holds_for_source,
    holds_for_speaker,
)
from braidtui.library.search.query import Filter, Query


class Looked(NamedTuple):
    """An episode that was looked into; `read` is how much of it is, 0 to 1.

    `quoted` are the turns that a pull quote stands in: of these alone the index is believed.
    """

    entry: Entry
    read: float
    outline: Outline
    quoted: Collection[int]


def is_right(query: Query, episode: Looked, turn: int, text: str) -> bool:
    """Whether all clauses hold for a turn of this text."""
    return all(
        any(_holds(atom.what, episode, turn, text) != atom.is_not for atom in clause)
        for clause in query.clauses
    )


def _holds(what: Phrase | Filter, episode: Looked, turn: int, text: str) -> bool:
    outline = episode.outline
    if isinstance(what, Phrase):
        return stands_in(what, text) or any(stands_in(what, it) for it in _above(outline, turn))
    if FIELDS[what.field].is_of_episode:
        return holds_for_entry(what, episode.entry, episode.read)
    if what.field == "in":
        title = outline.segment_title(outline.segment_of(turn))
        return isinstance(what.wanted, Phrase) and stands_in(what.wanted, title)
    if what.field == "site":
        return any(holds_for_source(what, source) for source in outline.sources(turn))
    if what.field == "has":
        return turn in episode.quoted if what.wanted == "quote" else bool(outline.sources(turn))
    return holds_for_speaker(what, outline.cast[outline.cast_index(turn)])


def _above(outline: Outline, turn: int) -> Iterator[str]:
    """What stands above a turn (as `scanning.headings`)."""
    if turn == 0:
        yield outline.title
        yield outline.summary
    if outline.is_first_of_segment(turn):
        yield outline.segment_title(outline.segment_of(turn))
