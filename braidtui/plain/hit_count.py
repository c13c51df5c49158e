"""How many hits there are, and how many of them are printed, in words."""

from collections import Counter
from typing import NamedTuple

from braidtui.library.search.results import Results
from braidtui.plain.paragraphs import joined
from braidtui.typeset.heads import counted


class Limits(NamedTuple):
    """The most hits in all, and of one episode; 0: all."""

    limit: int
    per_episode: int


def is_all(results: Results) -> bool:
    """Whether every hit is on the page."""
    return not results.count.is_more and results.count.number <= len(results.hits)


def count_line(results: Results, limits: Limits) -> str:
    """`14 hits in 3 episodes`, or `20 of 50+ hits in 3 episodes` with the options for the rest."""
    shown = Counter(hit.entry.path for hit in results.hits)
    number = len(results.hits)
    where = f"in {counted(len(shown), 'episode')}"
    if is_all(results):
        return f"{counted(number, 'hit')} {where}"
    is_full = bool(limits.limit) and number >= limits.limit
    is_thinned = bool(limits.per_episode) and max(shown.values(), default=0) >= limits.per_episode
    options = joined(" ", "-n 0" if is_full else "", "--per-episode 0" if is_thinned else "")
    line = f"{number:,} of {results.count} hits {where}"
    return f"{line} ({options} for more)" if options else line
