"""A query: what is looked for in the library, as a value.

All clauses must hold for a turn; of a clause, any of its atoms.
"""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, folded as `find.words` gives them; never empty.

    `is_prefix`: the last is the beginning of a word. `accented`: what was typed has accents, and
    they must be there (the phrase as typed, clean), else "".
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    accented: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A range, both ends included; None is open. Of `episode:`, or milliseconds of `dur:`."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends included; None is open."""

    first: datetime.date | None
    last: datetime.date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and what it is to be; `typed` is the atom as the person wrote it.

    `wanted` is a Phrase for speaker, role, model, voice, show, in, title and site; Numbers for dur;
    Days for date; a Phrase or Numbers for episode; for has "quote" or "source", for is "read" or
    "unread".
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
    """A whole query. `complaints` says what was not understood, a safe line each."""

    typed: str
    clauses: tuple[Clause, ...] = ()
    complaints: tuple[str, ...] = ()
