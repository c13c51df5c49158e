"""What means something in other query languages and not in ours: that is said."""

import re
from collections.abc import Iterable, Iterator

from braidtui.episode.reading.places import quoted
from braidtui.library.search.syntax.pieces import Piece

_NOT_BEFORE_PARENTHESIS = re.compile(r"(?<!\S)[-–—−]\(")
_STAR_BEFORE_WORD = re.compile(r"\*\s*\w")
_OPERATORS = {
    "AND": '"AND" is searched as a word: all words must match anyway',
    "NOT": '"NOT" is searched as a word: "-" right before a word leaves it out',
}


def other_habits(text: str, pieces: Iterable[Piece]) -> Iterator[str]:
    """A safe line for each."""
    if _NOT_BEFORE_PARENTHESIS.search(text):
        yield '"-" leaves out what it stands right before: a word, a phrase or a field'
    for piece in pieces:
        if _STAR_BEFORE_WORD.search(piece.value):
            yield f'{quoted(piece.typed)}: "*" counts only at the end of a word'
        if piece.typed in _OPERATORS and not text.isupper() and not piece.is_last:
            yield _OPERATORS[piece.typed]
