"""Accents: folded away where none was typed, wanted where one was."""

import re
import unicodedata
from collections.abc import Iterator

from braidtui.find.folding import ACCENTS

_FOLDED_AWAY = re.compile(f"[{ACCENTS}]+")
_SILENT = "\u200c\u200d\ufe0e\ufe0f"  # joiners and variants of emoji: not even typed do they count


def has_accents(text: str) -> bool:
    """Whether a letter of the text has an accent."""
    return not text.isascii() and any(accent for accent in accents(text))


def accents_agree(typed: str, text: str) -> bool:
    """Whether the letters that were typed with an accent have just that one in the text.

    Both fold to the same letters; of a text that goes on, only so many letters count.
    """
    return all(
        not wanted or wanted == found
        for wanted, found in zip(accents(typed), accents(text), strict=False)
    )


def accents(text: str) -> list[str]:
    """The accents of each letter (and other sign) of a text: "" for most."""
    return ["".join(sorted(marks)) for marks in _marks(text)]


def _marks(text: str) -> Iterator[str]:
    gathered = None
    for sign in text:
        if _FOLDED_AWAY.match(sign):
            gathered = gathered if gathered is None or sign in _SILENT else gathered + sign
            continue
        if gathered is not None:
            yield gathered
        gathered = "" if sign.isascii() else _own(sign)
    if gathered is not None:
        yield gathered


def _own(sign: str) -> str:
    """The accents that a letter has in itself."""
    marks = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", sign))[1:]
    return marks if _FOLDED_AWAY.fullmatch(marks) else ""
