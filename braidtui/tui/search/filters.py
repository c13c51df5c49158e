"""Filters put into the text of a query and taken out of it, so that what narrows can be seen."""

import re
from collections.abc import Iterator

from braidtui.episode.letter_forms import FORMS
from braidtui.library.search.query import Filter, Numbers, Query

_ONE_AT_A_TIME = {"date", "episode"}
_QUOTES = re.compile('["' + FORMS['"'] + "]")
_IS_PLAIN = re.compile(r"[0-9.-]+", re.ASCII)


def filters_of(query: Query) -> Iterator[Filter]:
    """The filters that hold for every hit: no choice of several, none negated."""
    for clause in query.clauses:
        if len(clause) == 1 and not clause[0].is_not and isinstance(clause[0].what, Filter):
            yield clause[0].what


def written(field: str, value: str) -> str:
    """A filter as one types it; a name in quotes, as it is whole only there."""
    words = " ".join(_QUOTES.sub(" ", value).split())
    return f"{field}:{words}" if _IS_PLAIN.fullmatch(words) else f'{field}:"{words}"'


def has(query: Query, filter: str) -> bool:
    """Whether a filter, as `written`, stands in the query."""
    return any(found.typed == filter for found in filters_of(query))


def switched(query: Query, filter: str) -> str:
    """The text of the query with a filter, as `written`; without it where it has it.

    It is put in front: the last word may still be the beginning of one. A date takes the place of
    another date, as an episode does.
    """
    if has(query, filter):
        return _without(query.typed, filter)
    typed = query.typed
    field = filter.partition(":")[0]
    if field in _ONE_AT_A_TIME:
        for found in filters_of(query):
            typed = _without(typed, found.typed) if found.field == field else typed
    return f"{filter} {typed.lstrip()}"


def is_about_one_episode(query: Query) -> bool:
    """Whether a filter leaves one episode, of which all hits are wanted."""
    return any(
        found.field == "episode"
        and (not isinstance(found.wanted, Numbers) or found.wanted.first == found.wanted.last)
        for found in filters_of(query)
    )


def _without(typed: str, filter: str) -> str:
    return re.sub(rf"(?<!\S){re.escape(filter)}(?!\S)\s?", "", typed, count=1)
