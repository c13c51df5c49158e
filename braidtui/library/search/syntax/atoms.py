"""From a piece of a query to what it looks for; what is not understood is said."""

import re

from braidtui.episode.problem import shortened
from braidtui.episode.reading.places import quoted
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.find.phrase import phrase_of
from braidtui.library.search.fields import FIELDS, Field, Kind, field_meant
from braidtui.library.search.query import Atom, Filter, Phrase
from braidtui.library.search.syntax.pieces import Piece
from braidtui.library.search.syntax.values import Wanted, read_value

_MOST_WORDS = 64  # of a query; a filter that has none counts as one
_TOO_MANY = f"only the first {_MOST_WORDS} words are searched for"
_MOST_COMPLAINTS = 5

_LIKE_A_FIELD = re.compile(r"[A-Za-z]{3,}[:：][\w<>=]")


class AtomReader:
    """Reads the pieces of one query, until they have too many words.

    `as_you_type`: what ends with the query is not finished.
    """

    def __init__(self, as_you_type: bool) -> None:
        self._as_you_type = as_you_type
        self._words_left = _MOST_WORDS
        self._complaints: dict[str, None] = {}

    @property
    def complaints(self) -> tuple[str, ...]:
        """What was not understood: each once, the first few."""
        told = list(self._complaints)
        more = len(told) - _MOST_COMPLAINTS
        return (*told[:_MOST_COMPLAINTS], *([f"and {more} more like these"] if more > 0 else []))

    def complain(self, words: str) -> None:
        """Notes something to be told."""
        self._complaints[shortened(words)] = None

    def has_value_in(self, piece: Piece, following: Piece) -> bool:
        """Whether a piece is a field whose value is the one after it, apart: `speaker: ona`."""
        field = FIELDS.get(piece.field.lower())
        if field is None or not piece.is_empty or following.field or following.is_not:
            return False
        wanted = self._value(field, following)
        return wanted is not None and (field.kind is Kind.NAME or not isinstance(wanted, Phrase))

    def read(self, piece: Piece) -> Atom | None:
        """None where a piece has no words, is not finished, or comes after too many."""
        if self._words_left <= 0:
            self.complain(_TOO_MANY)
            return None
        if field := FIELDS.get(piece.field.lower()):
            wanted = self._value(field, piece)
            if wanted is not None:
                if isinstance(wanted, Phrase):
                    wanted = self._taken(wanted)
                else:
                    self._words_left -= 1
                return Atom(Filter(field.name, wanted, piece.typed), piece.is_not)
            if self._as_you_type and (piece.is_open or (piece.is_last and piece.is_empty)):
                return None
            self._complain_of(piece, field)
        elif piece.field and _LIKE_A_FIELD.match(piece.words):
            unknown = f'"{piece.field}:" is no field{field_meant(piece.field)}'
            self.complain(f"{unknown}: searched as words")
        return self._words(piece)

    def _value(self, field: Field, piece: Piece) -> Wanted | None:
        return read_value(field, piece, is_going_on=self._as_you_type and piece.is_open)

    def _complain_of(self, piece: Piece, field: Field) -> None:
        guess = did_you_mean(piece.value, field.choices) if piece.value else ""
        takes = f'"{field.name}:" takes {field.values}{guess}'
        self.complain(f"{quoted(piece.typed)} is searched as words: {takes}")

    def _words(self, piece: Piece) -> Atom | None:
        may_go_on = self._as_you_type and piece.is_open and not piece.is_not
        phrase = phrase_of(piece.words, is_prefix=piece.is_starred or may_go_on)
        if phrase is None:
            return None
        return Atom(self._taken(phrase), piece.is_not)

    def _taken(self, phrase: Phrase) -> Phrase:
        """As much of a phrase as there is room for."""
        if len(phrase.words) > self._words_left:
            self.complain(_TOO_MANY)
        taken = phrase.first(self._words_left)
        self._words_left -= len(taken.words)
        return taken
