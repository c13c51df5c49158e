"""A snippet: of the text of a hit as much as a few lines hold, the words found in it marked."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from braidtui.find.finder import Span
from braidtui.find.folding import fold
from braidtui.library.search.cutting import cut_after, cut_before, cut_in_word
from braidtui.library.search.sentences import sentences

_BREAK = re.compile(r"\s*\n\s*")
_CUT = "…"
_LEAST = 3  # characters: one between two ellipses


class Snippet(NamedTuple):
    """One line of text, and where in it the words found stand."""

    text: str
    spans: tuple[Span, ...]


class _Part(NamedTuple):
    """A part of a text, from `begin` to `end`, and the words found in it."""

    begin: int
    end: int
    found: tuple[str, ...] = ()


def snippet(text: str, spans: Sequence[Span], most: int = 320) -> Snippet:
    """The sentences of a text with the most hits, and more as they fit in `most` characters.

    A sentence is cut where it alone is longer: between two words, with an ellipsis. `spans` are in
    order and do not overlap; without any, it is the beginning. Takes linear time.
    """
    most = max(most, _LEAST)
    if len(text) <= most:
        return _on_one_line(text, 0, len(text), spans)
    hits = [_Part(begin, end, (fold(text[begin:end]),)) for begin, end in spans]
    parts = _sentences(text, hits, most)
    first, last = _densest(parts, most)
    begin, end = _filled_up(parts, first, last, most)
    if end - begin <= most:
        return _on_one_line(text, begin, end, spans)
    low, high = _cut(text, begin, end, _within(hits, begin, end), most - 2 * len(_CUT))
    before, after = _CUT if low > begin else "", _CUT if high < end else ""
    line, moved = _on_one_line(text, low, high, spans)
    by = len(before)
    return Snippet(before + line + after, tuple((it[0] + by, it[1] + by) for it in moved))


def _sentences(text: str, hits: Sequence[_Part], most: int) -> list[_Part]:
    """The sentences with what was found in each; those that a hit lies across are one.

    Of one that is too long, what was found in the best of its parts.
    """
    parts = []
    for begin, end in _glued(sentences(text), hits):
        own = _within(hits, begin, end)
        if own and end - begin > most:
            first, last = _densest(own, most)
            own = own[first : last + 1]
        parts.append(_Part(begin, end, tuple(hit.found[0] for hit in own)))
    return parts or [_Part(0, 0)]


def _glued(found: Iterable[Span], hits: Sequence[_Part]) -> list[Span]:
    glued: list[Span] = []
    for begin, end in found:
        before = bisect_left(hits, begin, key=lambda hit: hit.begin) - 1
        if glued and before >= 0 and hits[before].end > begin:
            glued[-1] = (glued[-1][0], end)
        else:
            glued.append((begin, end))
    return glued


def _within(hits: Sequence[_Part], begin: int, end: int) -> Sequence[_Part]:
    low, high = (bisect_left(hits, place, key=lambda hit: hit.begin) for place in (begin, end))
    return hits[low:high]


def _densest(parts: Sequence[_Part], most: int) -> tuple[int, int]:
    """The first and the last of the parts within `most` characters that have the most different
    words, and the most of them; of equals the first. One part alone may be longer.
    """
    best, chosen = (-1, -1), (0, 0)
    found: Counter[str] = Counter()
    first = count = 0
    for last, part in enumerate(parts):
        found.update(part.found)
        count += len(part.found)
        while first < last and part.end - parts[first].begin > most:
            _take_out(found, parts[first].found)
            count -= len(parts[first].found)
            first += 1
        if (len(found), count) > best:
            best, chosen = (len(found), count), (first, last)
    return chosen


def _take_out(found: Counter[str], words: Iterable[str]) -> None:
    for word in words:
        found[word] -= 1
        if not found[word]:
            del found[word]


def _filled_up(parts: Sequence[_Part], first: int, last: int, most: int) -> Span:
    """From where to where parts go when first later ones come in as they fit, then earlier ones."""
    while first < last and not parts[first].found:
        first += 1
    while last + 1 < len(parts) and parts[last + 1].end - parts[first].begin <= most:
        last += 1
    while first > 0 and parts[last].end - parts[first - 1].begin <= most:
        first -= 1
    return parts[first].begin, parts[last].end


def _cut(text: str, begin: int, end: int, hits: Sequence[_Part], most: int) -> Span:
    """The part of a sentence with its best hits in the middle."""
    low, high = begin, begin
    if hits:
        first, last = _densest(hits, most)
        low, high = hits[first].begin, hits[last].end
    if high - low > most:
        return low, cut_in_word(text, low, low + most)
    core = low, high
    low = max(begin, min(low - (most - (high - low)) // 2, end - most))
    high = min(end, low + most)
    low = cut_before(text, low, core[0]) if low > begin else low
    high = cut_after(text, core[1], high) if high < end else high
    return (low, high) if low < high else (low, cut_in_word(text, low, low + most))


def _on_one_line(text: str, begin: int, end: int, spans: Sequence[Span]) -> Snippet:
    """A part of the text, a blank for each break in it, with the spans that lie in it."""
    breaks = list(_BREAK.finditer(text, begin, end))
    starts = [match.start() for match in breaks]
    taken_out = list(accumulate((len(match[0]) - 1 for match in breaks), initial=begin))

    def moved(place: int) -> int:
        return place - taken_out[bisect_left(starts, place)]

    inside = [(max(first, begin), min(last, end)) for first, last in spans]
    return Snippet(
        _BREAK.sub(" ", text[begin:end]),
        tuple((moved(first), moved(last)) for first, last in inside if first < last),
    )
