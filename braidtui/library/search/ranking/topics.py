"""What a query is about, and which episodes are: these are looked into first for the best hits."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest

from braidtui.find.phrase import Phrase
from braidtui.library.search.index.tables import DEGREES
from braidtui.library.search.matching.shelf import Placed, Scope
from braidtui.library.search.matching.vocabulary import Vocabulary
from braidtui.library.search.query import Clause, Query
from braidtui.library.search.ranking.scoring import weight

_LETTERS = 2  # that tell nothing yet, where they begin a word
_BEGUN = 4  # words that a begun one may be, that are looked for: those in most episodes
_EPISODES = 24  # of each degree

_ABOUT = (
    "SELECT rowid FROM episodes WHERE episodes MATCH ? AND rowid BETWEEN ? AND ?"
    " ORDER BY rowid DESC LIMIT ?"
)


class Topics:
    """The words of a query, and the episodes that are most about them."""

    def __init__(
        self, index: sqlite3.Connection, query: Query, vocabulary: Vocabulary, episodes: int
    ) -> None:
        """`episodes` is how many are in the index."""
        self._index = index
        self._vocabulary = vocabulary
        self._episodes = episodes
        self._clauses = [clause for clause in query.clauses if _is_of_words(clause)]

    @property
    def are_told(self) -> bool:
        """Whether there is more than the first letter or two of a word."""
        phrases = (it for weights in self.weights for it in weights)
        return any(not it.is_prefix or len("".join(it.words)) > _LETTERS for it in phrases)

    @cached_property
    def weights(self) -> Sequence[Mapping[Phrase, float]]:
        """For each clause what its phrases weigh: the more, the fewer episodes have one."""
        return [
            {it.what: self._weight(it.what) for it in clause if isinstance(it.what, Phrase)}
            for clause in self._clauses
        ]

    def best(self, scopes: Sequence[Scope]) -> Iterator[Placed]:
        """Some episodes in which the words are most frequent, the newer first among equals."""
        known = set()
        for expression in self._expressions():
            for scope in scopes:
                for placed in self._about(expression, scope):
                    if placed.rank not in known:
                        known.add(placed.rank)
                        yield placed

    def _about(self, expression: str, scope: Scope) -> Iterator[Placed]:
        left = _EPISODES
        for stretch in scope.stretches:
            asked = (expression, stretch.low, stretch.high, left)
            for (row,) in self._index.execute(_ABOUT, asked).fetchall():
                if placed := scope.owner(row, stretch):
                    left -= 1
                    yield placed
            if left <= 0:
                return

    def _expressions(self) -> Iterator[str]:
        """From all words being very frequent in an episode to some of them being frequent."""
        ranked = [words for clause in self._clauses if (words := self._words_of(clause))]
        if not ranked:
            return
        for least in range(len(DEGREES) - 1, -1, -1):
            yield " AND ".join(_frequent(words, least) for words in ranked)
        if len(ranked) > 1:
            yield " OR ".join(_frequent(words, 1) for words in ranked)

    def _words_of(self, clause: Clause) -> list[str]:
        """Words of which any tells what a clause is about; none where too many do."""
        words: list[str] = []
        for atom in clause:
            if isinstance(atom.what, Phrase):
                spelled = self._telling(atom.what)
                if not spelled:
                    return []
                words += spelled
        return words

    def _telling(self, phrase: Phrase) -> Sequence[str]:
        """The rarest word of a phrase, or if there is none but a begun one, all that it may be."""
        whole = phrase.words[:-1] if phrase.is_prefix else phrase.words
        if whole:
            return [min(whole, key=self._vocabulary.count)]
        begun = self._vocabulary.begun(phrase.words[-1])
        return nlargest(_BEGUN, begun, key=self._vocabulary.count)

    def _weight(self, phrase: Phrase) -> float:
        whole = phrase.words[:-1] if phrase.is_prefix else phrase.words
        counts = [*map(self._vocabulary.count, whole)]
        if phrase.is_prefix and (begun := self._vocabulary.begun(phrase.words[-1])):
            counts.append(max(map(self._vocabulary.count, begun)))
        return weight(min(counts, default=self._episodes // 4), self._episodes)


def _frequent(words: Sequence[str], least: int) -> str:
    """Any of some words being frequent in an episode, at least to a degree."""
    signs = DEGREES[least:]
    return "(" + " OR ".join(f'"{word}{sign}"' for word in words for sign in signs) + ")"


def _is_of_words(clause: Clause) -> bool:
    return all(isinstance(atom.what, Phrase) and not atom.is_not for atom in clause)
