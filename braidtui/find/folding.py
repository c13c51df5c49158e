"""Folding: a text as it is compared, without case, accents and the forms of signs.

A folded text is as long as the text, code point for code point, so that offsets hold in both.
"""

import re
import unicodedata

from braidtui.episode.letter_forms import FORMS

ACCENTS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0655\u0670\u200c\u200d\ufe0e\ufe0f"
"""Marks that count only where they are typed, joiners, and variants of emoji: for a [class]."""

_FEW = 24  # distinct signs that change, up to which one replacement each is faster
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_IS_ACCENT = re.compile(f"[{ACCENTS}]+")
_PLAIN = {form: plain for plain, forms in FORMS.items() for form in forms} | {"ς": "σ"}


def fold(text: str) -> str:
    """`text` in lower case, without the accents of its letters, with plain quotes, dashes, blanks.

    Idempotent. A letter that has its accent in one code point becomes its base letter; a mark of
    its own stays, as lengths do (see `words`, which passes over it).
    """
    return _FOLDED.changed(text).lower()


def signs_beyond_ascii(text: str) -> set[str]:
    """Those that a text has."""
    return set() if text.isascii() else set(_BEYOND_ASCII.findall(text))


class Characters(dict[int, str]):
    """What becomes of each character, learned as characters are met; for `str.translate` too."""

    def __init__(self) -> None:
        super().__init__()
        self._staying: set[str] = set()  # those met that do not change: there are the most of them

    def changed(self, text: str) -> str:
        """`text` with every sign beyond ASCII changed."""
        signs = signs_beyond_ascii(text) - self._staying
        changing = [sign for sign in signs if self[ord(sign)] != sign]
        self._staying |= signs.difference(changing)
        if len(changing) > _FEW:
            return text.translate(self)
        for sign in changing:
            text = text.replace(sign, self[ord(sign)])
        return text

    def __missing__(self, code: int) -> str:
        self[code] = one = self.of(chr(code))
        return one

    def of(self, sign: str) -> str:
        """What becomes of one character: one character."""
        if sign.isascii():
            return sign.lower()
        if sign in _PLAIN:
            return _PLAIN[sign]
        for change in (_compatible, str.lower, _base, str.lower):
            changed = change(sign)
            sign = changed if len(changed) == 1 else sign
        return _PLAIN.get(sign, sign)


_FOLDED = Characters()


def _compatible(sign: str) -> str:
    """Wide Latin letters are Latin letters, narrow kana are kana."""
    return unicodedata.normalize("NFKC", sign)


def _base(sign: str) -> str:
    parts = unicodedata.normalize("NFD", sign)
    return parts[0] if _IS_ACCENT.fullmatch(parts, 1) else sign
