"""The letters of a text: what stays the same however it is set, parted into turns, punctuated."""

import re
import unicodedata

from braidtui.find.folding import ACCENTS, Characters

_ASCII = bytes(range(128))
_ASCII_SIGNS = bytes(code for code in range(1, 128) if not chr(code).isalnum())
_ACCENT = re.compile(f"[{ACCENTS}]")


class _Letters(Characters):
    """What becomes of each character: its folded letter or digit; nothing of any other sign."""

    def of(self, sign: str) -> str:
        folded = super().of(sign)
        if folded.isalnum() or folded == "\0":
            return folded
        is_sign = folded.isascii() or unicodedata.category(folded)[0] in "PZC"
        return "" if is_sign or _ACCENT.match(folded) else folded


_LETTERS = _Letters()


def letters(text: str) -> str:
    """The folded letters and digits of a text, and its "\\0", which no safe text has."""
    if not text.isascii():
        for sign in set(_encoded(text).translate(None, _ASCII).decode("utf-8", "surrogatepass")):
            if _LETTERS[ord(sign)] != sign:
                text = text.replace(sign, _LETTERS[ord(sign)])
    return _encoded(text).lower().translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")


def letter_places(text: str) -> list[int]:
    """Where in a text (code points) each of its letters stands."""
    return [place for place, sign in enumerate(text) if _LETTERS[ord(sign)]]


def is_letter(sign: str) -> bool:
    """Whether a character counts."""
    return bool(_LETTERS[ord(sign)])


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
