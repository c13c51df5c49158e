"""Lines of much the same length: a quote is set like a headline, not like a column."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.card.widths import BLANK, clusters, is_wide, width

_NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NEVER_LAST = frozenset("（［｛〈《「『【〔“‘")
_STEPS = 12


class _Piece(NamedTuple):
    """What stays together on a line, its width in em, and whether a blank goes before it."""

    text: str
    width: float
    is_word: bool


def balanced(paragraph: str, most: float) -> list[str]:
    """As few lines of `most` em as can be, and none much longer than another."""
    return _balanced([*_pieces(paragraph, most)], most)


def listed(items: Sequence[str], most: float) -> list[str]:
    """A list with commas in balanced lines; each item stays whole, however long it is."""
    told = [f"{item}," for item in items[:-1]] + [*items[-1:]]
    return _balanced([_Piece(item, width(item), is_word=True) for item in told], most)


def _balanced(pieces: Sequence[_Piece], most: float) -> list[str]:
    lines = _filled(pieces, most)
    low, high = most / 2, most
    for _ in range(_STEPS if len(lines) > 1 else 0):
        middle = (low + high) / 2
        tighter = _filled(pieces, middle)
        if len(tighter) > len(lines):
            low = middle
        else:
            lines, high = tighter, middle
    return lines


def _filled(pieces: Sequence[_Piece], most: float) -> list[str]:
    """Each line as full as it gets."""
    lines = [""]
    room = most
    for piece in pieces:
        blank = " " if piece.is_word and lines[-1] else ""
        needed = piece.width + (BLANK if blank else 0)
        if lines[-1] and needed > room:
            lines.append("")
            blank, needed, room = "", piece.width, most
        lines[-1] += blank + piece.text
        room -= needed
    return lines


def _pieces(paragraph: str, most: float) -> Iterator[_Piece]:
    for word in paragraph.split():
        is_first = True
        for part in _unbroken(word, most):
            yield _Piece(part, width(part), is_word=is_first)
            is_first = False


def _unbroken(word: str, most: float) -> Iterator[str]:
    """A word, parted only on either side of a wide sign, or where it is longer than a line."""
    part, room = "", most
    for cluster in clusters(word):
        may_part = (is_wide(cluster) or is_wide(part[-1])) if part else False
        bound = cluster[0] in _NEVER_FIRST or part[-1:] in _NEVER_LAST
        if part and ((may_part and not bound) or width(cluster) > room):
            yield part
            part, room = "", most
        part += cluster
        room -= width(cluster)
    if part:
        yield part
