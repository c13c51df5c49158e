"""How wide text comes out on a card, estimated: no font is at hand, and nobody knows which it is.

Widths are in em, those of the broadest serif that is common (DejaVu Serif, which stands in for
Georgia on many a Linux): in most fonts a line comes out shorter, in hardly any longer.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_GROUPS = {
    0.4: "ijlftI.,;:'!()[]/\\|-‘’‚·",
    0.53: 'crsz“”„"`°*?–',
    0.6: "aevxyJ",
    0.84: "=+<>#~^{}",
    0.88: "CDGHKNOQRUИНОПРЦЧΩ",
    0.95: "w%&æжмфшщыюω",
    1.03: "mMW@—…œŒÆЖМФШЩЫЮ\ufffd",
}
_KNOWN = {character: em for em, characters in _GROUPS.items() for character in characters}
_CAPITAL, _SMALL = 0.75, 0.65
_BEYOND_LATIN = 1.1  # how much wider Greek and Cyrillic letters are
BLANK = 0.32
_JOINER, _EMOJI_FORM = "\u200d", "\ufe0f"


def width(text: str) -> float:
    """The width of a text in em."""
    return sum(map(_cluster_width, clusters(text)))


def clusters(text: str) -> Iterator[str]:
    """What is never parted: a sign with its marks, an emoji with what is joined to it."""
    cluster = ""
    for character in text:
        if cluster and not _belongs(character, cluster):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def is_wide(cluster: str) -> bool:
    """Whether it is set in a square, as Chinese and Japanese signs and emoji are."""
    return _EMOJI_FORM in cluster or unicodedata.east_asian_width(cluster[0]) in {"W", "F"}


def _belongs(character: str, cluster: str) -> bool:
    if character == _JOINER or cluster[-1] == _JOINER or _is_skin(character):
        return True
    if _is_flag(character):
        return len(cluster) == 1 and _is_flag(cluster)
    return unicodedata.category(character) in {"Mn", "Me", "Mc"}


def _is_skin(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


@lru_cache(4096)
def _cluster_width(cluster: str) -> float:
    first = cluster[0]
    if is_wide(cluster) or _is_flag(first):
        return 1.25 if unicodedata.category(first) == "So" or len(cluster) > 1 else 1.0
    if first.isspace():
        return BLANK
    if unicodedata.category(first) in {"Mn", "Me"}:
        return 0.0
    other = (_CAPITAL if first.isupper() else _SMALL) * (_BEYOND_LATIN if first >= "Ͱ" else 1)
    return _KNOWN.get(first, other)
