"""The words of a text: what the index of the library holds, and what is marked in a hit.

A word is a run of letters, marks and digits. What is written without blanks (Han, kana, Hangul,
Thai, Lao, Khmer, Burmese) and signs such as emoji are words of one letter each: a name in such a
script is found as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from braidtui.find.folding import ACCENTS, Characters, fold

_PASSED_OVER = "\x01"  # stands where an accent stood
_ACCENT = re.compile(f"[{ACCENTS}]")
_RUN = re.compile("[0-9a-z\x01\x80-\U0010ffff]+")
_ALONE = re.compile(  # a letter of a script without blanks, or a sign, with the marks that follow
    "[\u0e01-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2100-\u2bff\u3005-\u318f\u31a0-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
    "[\x01\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
    "\u3099\u309a]*"
)


class Word(NamedTuple):
    """A word, folded, and where it stands: code points `begin` to `end` of the text."""

    text: str
    begin: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of any text, in order."""
    flat = _flattened(text)
    for run in _RUN.finditer(flat):
        if run[0].isascii() and _PASSED_OVER not in run[0]:
            yield Word(run[0], run.start(), run.end())
        else:
            yield from _parted(run[0], run.start())


def indexed_text(text: str) -> str:
    """The words of a text as FTS5's tokenizer `ascii` parts them: the same words as `words`."""
    flat = _flattened(text)
    if not flat.isascii():
        flat = _ALONE.sub(r" \g<0> ", flat)
    return flat.replace(_PASSED_OVER, "")


def _parted(run: str, begin: int) -> Iterator[Word]:
    place = 0
    for alone in _ALONE.finditer(run):
        yield from _word(run, place, alone.start(), begin)
        yield from _word(run, *alone.span(), begin)
        place = alone.end()
    yield from _word(run, place, len(run), begin)


def _word(run: str, first: int, last: int, begin: int) -> Iterator[Word]:
    if text := run[first:last].replace(_PASSED_OVER, ""):
        yield Word(text, begin + first, begin + last)


def _flattened(text: str) -> str:
    """The folded text with blanks for all beyond ASCII that belongs to no word; as long."""
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_FLAT)


class _Flat(Characters):
    def of(self, sign: str) -> str:
        """A letter, mark, digit or sign itself, else a blank."""
        if sign.isascii():
            return sign
        if _ACCENT.match(sign):
            return _PASSED_OVER
        return sign if unicodedata.category(sign)[0] in "LMN" or _ALONE.match(sign) else " "


_FLAT = _Flat()
