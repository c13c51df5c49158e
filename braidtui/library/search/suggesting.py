"""The nearest spelling: what a word that is nowhere may have been meant to be."""

from collections.abc import Iterable
from heapq import nsmallest

from braidtui.find.folding import fold

_SHORTEST, _LONGER, _LONGEST = 3, 6, 60  # letters of a word that is guessed at


def nearest(word: str, known: Iterable[tuple[str, int]], most: int = 1) -> list[str]:
    """The known words that differ least from one, of those the most frequent first.

    `known` are folded words, each with how often it occurs. A word of three letters may differ by
    one slip, one of six by two: a letter too many, missing, another, or two that changed places.
    Half a million words take a fifth of a second.
    """
    word = fold(word)
    if not _SHORTEST <= len(word) <= _LONGEST:
        return []
    slips = 1 if len(word) < _LONGER else 2
    near = (
        (slip_count, other[0] != word[0], -count, other)
        for other, count in _alike(word, known, slips)
        if 0 < (slip_count := _slips(word, other, slips)) <= slips
    )
    return [other for *_, other in nsmallest(most, near)]


def _alike(word: str, known: Iterable[tuple[str, int]], slips: int) -> Iterable[tuple[str, int]]:
    """Of the known words those that may be near, which is quickly seen."""
    shortest, longest = len(word) - slips, len(word) + slips
    first, firsts, letters = word[0], word[:2], set(word)
    return (
        (other, count)
        for other, count in known
        if shortest <= len(other) <= longest
        and (other[0] in firsts or other[1:2] == first)
        and len(letters.symmetric_difference(other)) <= 2 * slips
    )


def _slips(word: str, other: str, most: int) -> int:
    """How many slips make one of the other (optimal string alignment); `most` + 1 for any more."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        earlier, before, row = before, row, [place]
        for at, sign in enumerate(other, 1):
            cost = min(before[at] + 1, row[-1] + 1, before[at - 1] + (letter != sign))
            has_changed = letter == other[at - 2 : at - 1] and word[place - 2 : place - 1] == sign
            row.append(min(cost, earlier[at - 2] + 1) if has_changed else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
