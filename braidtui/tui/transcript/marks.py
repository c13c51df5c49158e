"""Where the hits of a find stand on a row, to be marked there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from braidtui.find.hit import Hit, Passage
from braidtui.tui.transcript.drawing.overlays import Overlay, whole_signs

if TYPE_CHECKING:  # the first paint needs nothing that finds
    from braidtui.find.episode_hits import EpisodeHits

FOUND, PRESENT = "found", "found now"
"""Names of styles: of a hit, and of the one that was stepped to."""


class Marks(NamedTuple):
    """The hits of a find, and the one that was stepped to."""

    hits: "EpisodeHits"
    present: Hit | None = None

    def on(self, passage: Passage, text: str, begin: int, end: int) -> Iterator[Overlay]:
        """Each hit in a stretch of a passage's text; whole graphemes."""
        for hit in self.hits.within(passage, begin, end):
            first, last = max(begin, hit.begin), min(end, hit.end)
            first, last = whole_signs(text, begin, end, first, last)
            yield first, last, PRESENT if hit == self.present else FOUND
