"""A query as FTS5 reads it: made of words in double quotes, so that nothing typed is syntax."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from braidtui.find.phrase import Phrase
from braidtui.library.search.index.tables import OF_SEGMENT, PREFIXES
from braidtui.library.search.matching.facts import Facts
from braidtui.library.search.matching.vocabulary import Vocabulary
from braidtui.library.search.query import Atom, Clause


class Matching(NamedTuple):
    """What FTS5 is asked for; `is_exact`: all that it finds is right, else it may be too much.

    `is_quick`: it may be asked often, for a few rows each time.
    """

    expression: str
    is_exact: bool
    is_quick: bool


class _Part(NamedTuple):
    """An atom: `text` is "" where it never holds."""

    text: str
    is_not: bool
    is_exact: bool = True
    is_always: bool = False


class Matcher:
    """Knows what is in the index."""

    def __init__(self, facts: Facts, vocabulary: Vocabulary) -> None:
        self._facts = facts
        self._vocabulary = vocabulary

    def matching(self, clauses: Sequence[Clause]) -> Matching | None:
        """Turns for which all clauses hold; None where there can be none.

        No atom is about episodes.
        """
        wanted, unwanted, is_exact = [], [], True
        for clause in clauses:
            parts = [self._part(atom) for atom in clause]
            is_exact = is_exact and all(part.is_exact for part in parts)
            if any(part.is_always for part in parts):
                continue
            positive = [part.text for part in parts if part.text and not part.is_not]
            negative = [part.text for part in parts if part.text and part.is_not]
            if not positive and not negative:
                return None
            if len(negative) == 1 and not positive:
                unwanted += negative
            else:
                wanted.append(_any_of([*positive, *map(self._not, negative)]))
        together = " AND ".join(wanted or [_quoted(self._facts.every)])
        if unwanted:
            together = f"({together}) NOT ({' OR '.join(unwanted)})"
        return Matching(together, is_exact, self._is_quick(clauses))

    def _part(self, atom: Atom) -> _Part:
        what, is_not = atom.what, atom.is_not
        if isinstance(what, Phrase):
            return self._phrase(what, "", is_not)
        if what.field == "in" and isinstance(what.wanted, Phrase):
            return self._phrase(what.wanted, OF_SEGMENT, is_not)
        text = _any_of([_quoted(letter) for letter in self._facts.letters(what)])
        return _Part(text, is_not, is_always=is_not and not text)

    def _phrase(self, phrase: Phrase, sign: str, is_not: bool) -> _Part:
        """With accents a phrase stands in fewer turns than its folded words."""
        text = self._spelled(phrase, sign)
        return _Part(text, is_not, False, is_not) if phrase.accented else _Part(text, is_not)

    def _spelled(self, phrase: Phrase, sign: str) -> str:
        """A begun word as what is indexed: FTS5 would gather all that begins so first.

        Ready are words, and what begins with one or three letters.
        """
        *whole, last = (sign + word for word in phrase.words)
        if not phrase.is_prefix:
            return _quoted(*whole, last)
        begun = phrase.words[-1]
        if len(last) in PREFIXES:
            return f"{_quoted(*whole, last)}*"
        if len(last) < max(PREFIXES):
            longer = [_quoted(*whole, sign + it) + "*" for it in self._vocabulary.continued(begun)]
            return _any_of([_quoted(*whole, last), *longer])
        if found := self._vocabulary.begun(begun):
            return _any_of([_quoted(*whole, sign + word) for word in found])
        return f"{_quoted(*whole, last)}*"

    def _is_quick(self, clauses: Iterable[Clause]) -> bool:
        """Whether no begun word may be many words: FTS5 may even gather all, before the first."""
        atoms = (atom.what for clause in clauses for atom in clause)
        wanted = (it if isinstance(it, Phrase) else it.wanted for it in atoms)
        begun = (it.words[-1] for it in wanted if isinstance(it, Phrase) and it.is_prefix)
        return all(map(self._vocabulary.is_quick, begun))

    def _not(self, text: str) -> str:
        return f"({_quoted(self._facts.every)} NOT {text})"


def _quoted(*words: str) -> str:
    return f'"{" ".join(words)}"'


def _any_of(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"({' OR '.join(texts)})" if texts else ""
