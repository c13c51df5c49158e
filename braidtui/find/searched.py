"""A text as it is searched: compared signs alone, and the way back to the text as it is."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from braidtui.find.finder import Span
from braidtui.find.folding import ACCENTS, Characters, fold, signs_beyond_ascii

_MARK = re.compile(f"[{ACCENTS}]")
_LEFT_OUT = re.compile(f"\n\n|{_MARK.pattern}")


class Form(Enum):
    """What of a text counts where it is searched."""

    FOLDED = "neither case nor accents nor the form of quotes, dashes, blanks"
    CASED = "case alone"
    AS_IS = "every sign"


class Searched(NamedTuple):
    """A text in one of the forms; in each the break between two paragraphs is one blank.

    `left_out` tells for every code point that has no place in `text` how many of `text` stand
    before it.
    """

    text: str
    left_out: Sequence[int]

    def origin(self, begin: int, end: int) -> Span:
        """Where a span of `text` stands in the text as it is, with the marks of its last letter."""
        if not self.left_out:
            return begin, end
        return begin + bisect_right(self.left_out, begin), end + bisect_right(self.left_out, end)


def searched(text: str, form: Form = Form.FOLDED) -> Searched:
    """A text, or texts joined by NUL, in a form."""
    changed = _CHANGED[form](text)
    if form is not Form.AS_IS and _has_marks(changed):
        found = [match.end() - 1 for match in _LEFT_OUT.finditer(changed)]
        changed = _LEFT_OUT.sub(lambda match: " " if match[0] == "\n\n" else "", changed)
    else:
        found = list(_breaks(changed))
        changed = changed.replace("\n\n", " ")
    return Searched(changed, [place - index for index, place in enumerate(found)])


def _breaks(text: str) -> Iterator[int]:
    """The second line feed of each break between paragraphs."""
    place = text.find("\n\n")
    while place >= 0:
        yield place + 1
        place = text.find("\n\n", place + 2)


def _has_marks(text: str) -> bool:
    return any(map(_MARK.match, signs_beyond_ascii(text)))


class _Cased(Characters):
    def of(self, sign: str) -> str:
        """A character as `fold` has it, but capital where it is."""
        if sign.isascii():
            return sign
        capital = fold(sign).upper() if sign.isupper() else ""
        return capital if len(capital) == 1 else fold(sign)


_CHANGED: dict[Form, Callable[[str], str]] = {
    Form.FOLDED: fold,
    Form.CASED: _Cased().changed,
    Form.AS_IS: str,
}
