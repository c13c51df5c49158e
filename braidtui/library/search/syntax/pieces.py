"""The pieces of a query as typed: words, phrases and fields, each as it stands between blanks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from braidtui.episode.letter_forms import FORMS

_QUOTES = '"' + FORMS['"']
_SIGNS = "-" + FORMS["-"]  # each leaves out what it stands before
_PIECE = re.compile(
    rf"""
    (?=[^\s()])
    (?P<sign>[{_SIGNS}](?=[^{_SIGNS}\s()]))?
    (?:(?P<field>[A-Za-z]{{2,20}})[:：])?
    (?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]\**)?
      |(?P<word>(?:[^\s(){_QUOTES}]|[{_QUOTES}](?=[\s()]|\Z))*))
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """What was `typed` between two blanks, or more where a phrase or a field's value has some.

    `field` is what stands before a colon, if anything does. `value` has no quotation marks and no
    star at its end. `is_open`: it may go on, as it ends with the query. `is_last`: at most blanks
    follow it.
    """

    typed: str
    is_not: bool
    field: str
    value: str
    is_quoted: bool
    is_starred: bool
    is_open: bool
    is_last: bool

    @property
    def words(self) -> str:
        """All of it that can be searched as words."""
        return f"{self.field}:{self.value}" if self.field else self.value

    @property
    def is_empty(self) -> bool:
        """Whether it has no value, not even an empty one in quotes."""
        return not (self.value or self.is_quoted or self.is_starred)

    def is_just(self, word: str) -> bool:
        """Whether it is that word, in this case of letters, and nothing else."""
        return self.typed == word

    def with_value(self, value: "Piece") -> "Piece":
        """A field, with its value out of the piece after it."""
        typed = f"{self.typed} {value.typed}"
        return value._replace(typed=typed, is_not=self.is_not, field=self.field)


def pieces(text: str) -> Iterator[Piece]:
    """Every piece of a text, in order; parentheses are blanks. Takes linear time."""
    end_of_all = len(text.rstrip("( )"))
    return (_piece(match, end_of_all) for match in _PIECE.finditer(text))


def _piece(match: re.Match[str], end_of_all: int) -> Piece:
    sign, field, phrase, closed, word = match.groups()
    value = (word if phrase is None else phrase).rstrip("*")
    return Piece(
        match[0],
        sign is not None,
        field or "",
        value,
        phrase is not None,
        match[0].endswith("*") or (phrase or "").endswith("*"),
        closed is None and match.end() == len(match.string),
        match.end() >= end_of_all,
    )
