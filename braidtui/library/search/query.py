"""A query: what is looked for in the library, as a value.

All clauses must hold for a turn; of a clause, any of its atoms.
"""

import datetime
from dataclasses import dataclass

from braidtui.find.phrase import Phrase
from braidtui.find.word_finder import WordFinder

__all__ = ["Atom", "Clause", "Days", "Filter", "Numbers", "Phrase", "Query", "finder_of"]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A range, both ends included; None is open. Of `episode:`, or milliseconds of `dur:`."""

    first: int | None
    last: int | None

    def __contains__(self, number: int | None) -> bool:
        """What is not known is in no range."""
        return (
            number is not None
            and (self.first is None or self.first <= number)
            and (self.last is None or number <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends included; None is open."""

    first: datetime.date | None
    last: datetime.date | None

    def __contains__(self, day: datetime.date | None) -> bool:
        """What is not known is in no range."""
        return (
            day is not None
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and what it is to be; `typed` is the atom as the person wrote it.

    `wanted` is a Phrase for speaker, role, model, voice, show, in, title and site; Numbers for dur;
    Days for date; a Phrase (its id) or Numbers for episode; for has "quote" or "source", for is
    "read" or "unread".
    """

    field: str
    wanted: Phrase | Numbers | Days | str
    typed: str


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that holds for a turn, or does not."""

    what: Phrase | Filter
    is_not: bool = False


Clause = tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query; one without clauses looks for nothing.

    `typed` is what was read of it, as a safe line. `complaints` says what was not understood, a
    safe line each.
    """

    typed: str
    clauses: tuple[Clause, ...] = ()
    complaints: tuple[str, ...] = ()


def finder_of(query: Query) -> WordFinder:
    """What marks the words that a query looks for, in any text."""
    atoms = (atom for clause in query.clauses for atom in clause if not atom.is_not)
    return WordFinder(atom.what for atom in atoms if isinstance(atom.what, Phrase))
