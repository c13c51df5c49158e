"""The words of a text: what the index of the library holds, and what is marked in a hit.

A word is a run of letters, marks and digits. What is written without blanks (Han, kana, Hangul,
Thai, Lao, Khmer, Burmese) and signs such as emoji are words of one letter each: a name in such a
script is found as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from braidtui.find.folding import ACCENTS, Characters, fold

_PASSED_OVER = "\x01"  # stands where an accent stood
_ACCENT = re.compile(f"[{ACCENTS}]")
_SHORT_RUN = 16
_MOST_SIGNS = 4096  # whose nature is kept in mind
_RUN = re.compile("[^\x00\x02-/:-`{-\x7f]+")  # what is not is compiled 10 ms faster than what is
_SINGLE = (  # a letter of a script without blanks, or a sign
    "[\u0e01-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2100-\u2bff\u3005-\u318f\u31a0-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_MARK = (  # that belongs to the letter before it
    "[\x01\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
    "\u3099\u309a]"
)
_USUAL = "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"  # single too, and folded already
# Few texts need these: they are compiled at first use, and kept by `re`.
_ALONE = f"{_SINGLE}{_MARK}*"
_SINGLES = f"((?:(?!{_MARK}){_SINGLE})+)(?!{_MARK})|{_ALONE}"
_OTHERS = f"[^\x00-\x7f{_USUAL}]"
_USUAL_SINGLES = (
    f"([{_USUAL}]+)(?![{_MARK[1:-1]}{ACCENTS}\uff9e\uff9f])|{_OTHERS}+|[{_USUAL}]{_OTHERS}*"
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")


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
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_indexed_run, text).lower()


@lru_cache(_MOST_SIGNS)
def is_passed_over(sign: str) -> bool:
    """Whether a sign is an accent, a joiner or the like: in a word, but none of its letters."""
    return bool(_ACCENT.match(sign))


@lru_cache(_MOST_SIGNS)
def stands_alone(sign: str) -> bool:
    """Whether a letter is a word of its own, with the marks that follow it."""
    return not sign.isascii() and bool(re.match(_ALONE, sign))


@lru_cache(_MOST_SIGNS)
def marks_one_alone(sign: str) -> bool:
    """Whether a sign belongs to the letter before it, where that stands alone."""
    return bool(re.match(_MARK, sign))


@lru_cache(_MOST_SIGNS)
def goes_on(sign: str) -> bool:
    """Whether a folded sign is a letter, mark or digit of a word that may be longer than it."""
    return bool(_RUN.match(_flattened(sign))) and not stands_alone(sign) and not _ACCENT.match(sign)


def _indexed_run(run: re.Match[str]) -> str:
    return _INDEXED_RUNS[run[0]]


class _IndexedRuns(dict[str, str]):
    """What becomes of each run beyond ASCII; short ones are kept, being words that come again."""

    _MOST = 1 << 16

    def __missing__(self, run: str) -> str:
        if len(run) > _SHORT_RUN:
            return re.sub(_USUAL_SINGLES, _indexed_part, run)
        if len(self) >= self._MOST:
            self.clear()
        self[run] = indexed = _indexed(run)
        return indexed


def _indexed_part(part: re.Match[str]) -> str:
    """Part of a long run, which is mostly Chinese, Japanese or Korean."""
    if part[1]:
        return f" {' '.join(part[1])} "
    return _INDEXED_RUNS[part[0]] if len(part[0]) <= _SHORT_RUN else _indexed(part[0])


def _indexed(run: str) -> str:
    flat = _flattened(run)
    if not flat.isascii():
        flat = re.sub(_SINGLES, _set_apart, flat)
    return flat.replace(_PASSED_OVER, "")


def _set_apart(singles: re.Match[str]) -> str:
    return f" {' '.join(singles[1])} " if singles[1] else f" {singles[0]} "


def _parted(run: str, begin: int) -> Iterator[Word]:
    place = 0
    for alone in re.finditer(_ALONE, run):
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
        return sign if unicodedata.category(sign)[0] in "LMN" or re.match(_ALONE, sign) else " "


_FLAT = _Flat()
_INDEXED_RUNS = _IndexedRuns()
