"""How well a turn answers: a number made of where and how often the words stand in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from braidtui.find.folding import fold
from braidtui.find.phrase import Phrase
from braidtui.find.words import stands_alone

_SATURATED = 1.2  # as in BM25: how soon more of the same word adds little
_BY_LENGTH = 0.6  # and how much a long turn's words count less
_USUAL = 350  # characters
_SHORTEST = 120  # a turn is not better for being shorter still
_NEAR = 15  # characters between two words: half the gain of their standing side by side
_IN_ORDER = 1.5
_IN_HEADING = 0.8  # of a word's weight, where it stands above the turn only
_QUOTED = 1.2

_BETWEEN = r"\W*"
_END = r"(?!\w)"


class Scorer:
    """Scores turns for clauses: phrases of which any is wanted, each with its weight."""

    def __init__(self, clauses: Sequence[Mapping[Phrase, float]]) -> None:
        self._clauses = [list(clause.values()) for clause in clauses]
        self._weights = [weight for clause in self._clauses for weight in clause]
        spelled = (_pattern(phrase) for clause in clauses for phrase in clause)
        self._pattern = re.compile("|".join(spelled))

    def score(self, text: str, is_quoted: bool = False) -> float:
        """The greater the better; not below 0. `is_quoted`: a pull quote stands in the text."""
        found, counts = self._found(text.lower())
        if not found and not text.isascii():
            found, counts = self._found(fold(text))
        length = max(len(text), _SHORTEST) / _USUAL
        often = _SATURATED * (1 - _BY_LENGTH + _BY_LENGTH * length)
        left = iter(counts)
        score = sum(_of_clause(weights, left, often) for weights in self._clauses)
        score += self._nearness(found) if len(counts) > 1 else 0
        return score * _QUOTED if is_quoted else score

    def _found(self, text: str) -> tuple[list[tuple[int, int, int]], list[int]]:
        """Where which phrase stands, counted from 1, and how often each."""
        found = [
            (match.start(), match.end(), match.lastindex or 1)
            for match in self._pattern.finditer(text)
        ]
        counts = [0] * len(self._weights)
        for _, _, which in found:
            counts[which - 1] += 1
        return found, counts

    def _nearness(self, found: Sequence[tuple[int, int, int]]) -> float:
        """For each two words that follow one another, how near they stand at best."""
        best: dict[tuple[int, int], float] = {}
        for (_, end, one), (begin, _, other) in pairwise(found):
            if one == other:
                continue
            pair = (one, other) if one < other else (other, one)
            gain = sqrt(self._weights[one - 1] * self._weights[other - 1])
            gain *= 1 / (1 + (begin - end) / _NEAR) * (_IN_ORDER if one < other else 1)
            best[pair] = max(best.get(pair, 0), gain)
        return sum(best.values())


def _of_clause(weights: Sequence[float], counts: Iterator[int], often: float) -> float:
    """Takes the counts of its phrases. Where none stands in the text, one is above it."""
    score = sum(
        weight * count * (_SATURATED + 1) / (count + often)
        for weight, count in zip(weights, counts, strict=False)
    )
    return score or _IN_HEADING * max(weights)


def weight(episodes: int, of: int) -> float:
    """What a word weighs that stands in so many episodes; above 0."""
    return log(1 + (max(0, of - episodes) + 0.5) / (episodes + 0.5)) + 0.1


def _pattern(phrase: Phrase) -> str:
    """A phrase as a group, nearly as `WordFinder` finds it; with letters first, which is fast."""
    first, *others = map(re.escape, phrase.words)
    if not stands_alone(first[0]):
        first += rf"(?<!\w{first})"
    is_open = phrase.is_prefix or stands_alone(phrase.words[-1][0])
    return rf"({_BETWEEN.join([first, *others])}{'' if is_open else _END})"
