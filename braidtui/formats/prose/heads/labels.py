"""Names before a colon: which of them may be speakers, by their place in the whole file."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from braidtui.formats.prose.layouts import Kind, Mark
from braidtui.formats.speech.prefixes import MOST, accepted_names

_ENOUGH = 3
_FEWER = 3  # how many times more often names stand alone than before words
_NUMBERED = re.compile(r"#[ ]?\d|\bepisode\b", re.IGNORECASE)
_OF_AN_EXCHANGE = frozenset(("q", "a", "question", "answer"))
_OF_A_HEAD = frozenset(
    (
        *("runtime", "running time", "length", "duration", "time", "recorded", "recorded on"),
        *("transcribed by", "transcript by", "transcriber", "published", "recording date"),
        *("guest", "guests", "host", "hosts", "speaker", "speakers", "participants", "attendees"),
        *("presenter", "presenters", "present", "location", "audio", "video", "website", "slides"),
    )
)

_name_of = attrgetter("name")


class Labels(NamedTuple):
    """`met` are the names that may be speakers, once a use; of them `certain` are some, whatever
    the words mean elsewhere, and `of_a_head` belong to the head of a file (`Duration`)."""

    met: list[str]
    certain: frozenset[str]
    of_a_head: frozenset[str]


def labels_of(marks: Sequence[Mark], paragraphs: int) -> Labels:
    """The names before a colon among the marks of a file of so many paragraphs.

    A label of a head that others alternate with three times is a speaker (`Host`), and where such
    labels begin most paragraphs a question is one, or any word that every fourth of them is. Where
    names stand on lines of their own, only those are names.
    """
    met = set(map(_name_of, marks)) - {""}
    if not met:
        return Labels([], frozenset(), frozenset())
    heads = {name for name in met if is_of_a_head(name)}
    every = [mark.name for mark in marks if mark.name] if heads else []
    of_a_head = heads - _alternating(every) if len(set(every)) > 1 else heads
    prefixes = [mark for mark in marks if mark.kind is Kind.PREFIX and mark.name not in of_a_head]
    names = [mark.name for mark in _alone(prefixes) or prefixes]
    return Labels(names, _certain(names, paragraphs), frozenset(of_a_head))


def is_of_a_head(name: str) -> bool:
    """Whether a word stands before a colon in the head of a file rather than before a turn."""
    return name.casefold() in _OF_A_HEAD or _NUMBERED.search(name) is not None


def share_of(labels: Sequence[str], marks: Iterable[Mark], paragraphs: int) -> int:
    """How many paragraphs there are for the labels to begin: those below a name on a line of its
    own are its words."""
    if not labels:
        return paragraphs
    prefixes = sum([mark.kind is Kind.PREFIX for mark in marks])
    is_alone = len(labels) < prefixes and len(labels) < MOST * paragraphs
    return int(len(labels) / MOST) if is_alone and _recurs(labels) else paragraphs


def _alone(prefixes: Sequence[Mark]) -> list[Mark]:
    """The names that stand on lines of their own, where names do."""
    alone = Counter(mark.name for mark in prefixes if not mark.text)
    uses = sum(times for times in alone.values() if times > 1)
    if uses < _ENOUGH:
        return []
    others = [mark.name for mark in prefixes if mark.text and mark.name not in alone]
    before_words = accepted_names(others)
    if uses < _FEWER * sum(name in before_words for name in others):
        return []
    return [mark for mark in prefixes if mark.name in alone]


def _recurs(names: Sequence[str]) -> bool:
    uses = Counter(names)
    return sum(times for times in uses.values() if times > 1) >= _ENOUGH


def _certain(names: Sequence[str], paragraphs: int) -> frozenset[str]:
    alternating = _alternating(names)
    uses = Counter(names)
    if len(alternating) < 2 or sum(uses[name] for name in alternating) < MOST * paragraphs:
        return frozenset()
    return frozenset(
        name
        for name in alternating
        if name.casefold() in _OF_AN_EXCHANGE or (" " not in name and 4 * uses[name] >= len(names))
    )


def _alternating(names: Collection[str]) -> set[str]:
    """The names that come up three times with another between."""
    turns = Counter(name for name, _ in groupby(names))
    return {name for name, times in turns.items() if times >= _ENOUGH}
