"""The words of all that is indexed, and in how many episodes each of them is."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from braidtui.library.search.index.tables import DEGREES, PREFIXES

_TELLING = 4  # letters; those of fewer are begun by too many words to be listed
_MOST_BEGUN = 16
_FEW = 8  # that are asked for again and again
_MOST_KEPT = 5_000
_LAST = "\U0010ffff"  # comes after every other letter


class Vocabulary:
    """Asks for words; remembers what it was asked."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._counts: dict[str, int] = {}
        self._begun: dict[str, Sequence[str]] = {}
        self._continued: dict[str, Sequence[str]] = {}

    def count(self, word: str) -> int:
        """In how many episodes a word is."""
        if (known := self._counts.get(word)) is None:
            asked = "SELECT doc FROM words WHERE term = ?"
            row = self._index.execute(asked, (word,)).fetchone()
            _forget_some(self._counts)
            known = self._counts[word] = row[0] if row else 0
        return known

    def begun(self, begun: str) -> Sequence[str]:
        """The words that begin so; none where they are many."""
        if len(begun) < _TELLING:
            return ()
        if (known := self._begun.get(begun)) is None:
            words = self._listed(begun, 1 + (1 + len(DEGREES)) * _MOST_BEGUN)
            _forget_some(self._begun)
            known = self._begun[begun] = words if len(words) <= _MOST_BEGUN else ()
        return known

    def is_quick(self, begun: str) -> bool:
        """Whether turns with what begins so may be asked for again and again."""
        words = self.begun(begun) if len(begun) >= _TELLING else self._ready(begun)
        return 0 < len(words) <= _FEW

    def _ready(self, begun: str) -> Sequence[str]:
        """Of the words with so few letters those that FTS5 has ready."""
        return [begun] if len(begun) in PREFIXES else self.continued(begun)

    def continued(self, begun: str) -> Sequence[str]:
        """The words that begin so, up to the next letter of each."""
        if (known := self._continued.get(begun)) is None:
            found: list[str] = []
            after = begun
            while words := self._listed_after(after, begun):
                found.append(words[0][: len(begun) + 1])
                after = found[-1] + _LAST
            known = self._continued[begun] = [it for it in found if it[-1] not in DEGREES]
        return known

    def _listed_after(self, word: str, begun: str) -> list[str]:
        asked = "SELECT term FROM words WHERE term > ? AND term < ? LIMIT 1"
        return [word for (word,) in self._index.execute(asked, (word, begun + _LAST))]

    def begins(self, begun: str) -> bool:
        """Whether any word begins so."""
        return bool(self._listed(begun, 1 + len(DEGREES)))

    def all(self) -> Iterator[tuple[str, int]]:
        """Every word, and in how many episodes it is."""
        for word, count in self._index.execute("SELECT term, doc FROM words"):
            if word[-1] not in DEGREES:
                yield word, count

    def _listed(self, begun: str, most: int) -> list[str]:
        found = self._index.execute(
            "SELECT term FROM words WHERE term >= ? AND term < ? LIMIT ?",
            (begun, begun + _LAST, most),
        )
        return [word for (word,) in found if word[-1] not in DEGREES]


def _forget_some(known: dict[str, Any]) -> None:
    if len(known) >= _MOST_KEPT:
        known.clear()
