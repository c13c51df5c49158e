"""Whether typed words fit a text: each somewhere in it, whatever the case and accents."""

import unicodedata


def matches(typed: str, text: str) -> bool:
    """True where every word of `typed` occurs in `text`; no words fit everything."""
    folded = _folded(text)
    return all(word in folded for word in _folded(typed).split())


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
