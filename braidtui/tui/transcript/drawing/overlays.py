"""What lies over the letters of a row: selections, hits, highlights; whole signs of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from braidtui.typeset.cells import split_graphemes

SELECTION = "selection"
"""Name of a style: of what is selected."""

Overlay = tuple[int, int, str]
"""Code points `begin` to `end` of a text, and the name of a style that is laid over them."""
Piece = tuple[int, int, tuple[str, ...]]
"""Code points of a text, and all that lies over each of them, the uppermost first."""


def parted(begin: int, end: int, overlays: Sequence[Overlay]) -> Iterator[Piece]:
    """A stretch of text in pieces, each with what lies over all of it, in the order given."""
    bounds = {begin, end}
    for over in overlays:
        bounds.update(bound for bound in over[:2] if begin < bound < end)
    for one, other in pairwise(sorted(bounds)):
        names = (name for first, last, name in overlays if first <= one < last)
        yield one, other, tuple(dict.fromkeys(names))


def whole_signs(text: str, begin: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The graphemes of a stretch of text that hold its code points `first` to `last`."""
    if first >= last or text.isascii():
        return first, last
    sizes = (after - before for before, after, _ in split_graphemes(text[begin:end])[0])
    bounds = list(accumulate(sizes, initial=begin))
    return bounds[bisect_right(bounds, first) - 1], bounds[bisect_left(bounds, last)]
