"""Where the hits of a find stand on a row, to be marked there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from braidtui.find.hit import Hit, Passage
from braidtui.typeset.cells import split_graphemes

if TYPE_CHECKING:  # the first paint needs nothing that finds
    from braidtui.find.episode_hits import EpisodeHits

FOUND, PRESENT = "found", "found now"
"""Names of styles: of a hit, and of the one that was stepped to."""


Overlay = tuple[int, int, str]
"""Code points `begin` to `end` of a text, and the name of a style that is laid over them."""


def parted(begin: int, end: int, overlays: Sequence[Overlay]) -> Iterator[Overlay]:
    """A stretch of text in pieces, each with what lies over it: the first of several, or ""."""
    bounds = {begin, end}
    for over in overlays:
        bounds.update(bound for bound in over[:2] if begin < bound < end)
    for one, other in pairwise(sorted(bounds)):
        names = (name for first, last, name in overlays if first <= one < last)
        yield one, other, next(names, "")


class Marks(NamedTuple):
    """The hits of a find, and the one that was stepped to."""

    hits: "EpisodeHits"
    present: Hit | None = None

    def on(self, passage: Passage, text: str, begin: int, end: int) -> Iterator[Overlay]:
        """Each hit in a stretch of a passage's text; whole graphemes."""
        for hit in self.hits.within(passage, begin, end):
            first, last = max(begin, hit.begin), min(end, hit.end)
            if not text.isascii():
                first, last = _whole(text, begin, end, first, last)
            yield first, last, PRESENT if hit == self.present else FOUND


def _whole(text: str, begin: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The graphemes of a stretch of text that hold the code points `first` to `last`."""
    sizes = (after - before for before, after, _ in split_graphemes(text[begin:end])[0])
    bounds = list(accumulate(sizes, initial=begin))
    return bounds[bisect_right(bounds, first) - 1], bounds[bisect_left(bounds, last)]
