"""The hits in an episode: what is marked, counted and stepped through, everywhere the same."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Protocol, runtime_checkable

from braidtui.find.finder import Finder, Span, TooSlow
from braidtui.find.hit import Field, Hit, Passage
from braidtui.find.literal import Literal
from braidtui.find.passages import Block, Passages
from braidtui.find.searched import Form

_LISTED_BLOCKS = 64

Place = tuple[int, ...]
"""Where to look from: the beginning of a Hit, such as (turn,) or (turn, field, 0, offset)."""


Stretch = tuple[tuple[int, int], tuple[int, int]]
"""From one turn and code point of its text to another."""


@runtime_checkable
class QuickFinder(Finder, Protocol):
    """Finds in texts that are in its form already, one or several joined by NUL."""

    form: Form

    def spans_in(self, text: str, begin: int = 0) -> Iterable[Span]:
        """The hits from `begin` on, where a text begins; may raise TooSlow."""

    def count_in(self, text: str) -> int:
        """How many hits there are; may raise TooSlow."""


class EpisodeHits:
    """What a finder finds in the passages of an episode.

    Blocks are searched as they are asked for. What walks over many of them gives a None after each,
    so that one can stop in between.
    """

    def __init__(
        self, finder: Finder, passages: Passages, before: "EpisodeHits | None" = None
    ) -> None:
        """`before` are hits of what was typed before, which may tell where there are none."""
        self._finder = finder
        self._quick = finder if isinstance(finder, QuickFinder) else None
        self.passages = passages
        self._blocks = passages.blocks
        self._counts = self._ruled_out(before)
        self._listed = lru_cache(_LISTED_BLOCKS)(self._hits_in)
        self.is_too_slow = False
        """Whether the finder took too long somewhere, so that not all hits are known."""

    @property
    def counted(self) -> int:
        """How many hits are counted so far."""
        return sum(filter(None, self._counts))

    @property
    def is_counted(self) -> bool:
        """Whether all are."""
        return None not in self._counts

    def rank(self, hit: Hit) -> int:
        """How many hits are before this one and it; 0 where not so many are counted yet."""
        for index in self._blocks_of(hit.turn):
            hits = self._listed(index)
            at = bisect_left(hits, hit)
            before = self._counts[:index]
            if hits[at : at + 1] == [hit] and None not in before:
                return sum(filter(None, before)) + at + 1
        return 0

    def by_segment(self) -> Sequence[int]:
        """How many hits are counted in each segment and its title."""
        counts = [0] * len(self.passages.episode.segments)
        for block, count in zip(self._blocks, self._counts, strict=True):
            if block.segment >= 0:
                counts[block.segment] += count or 0
        return counts

    def stretches(self, most: int) -> Sequence[Stretch]:
        """Where hits are: each, where there are `most` at the most, else runs of turns with some.

        Of those that are counted.
        """
        if self.counted > most:
            return list(self._runs())
        hits = [
            hit for index, count in enumerate(self._counts) if count for hit in self._listed(index)
        ]
        return [(place, place) for hit in hits if (place := hit.place)]

    def turns(self) -> Iterator[int | None]:
        """The turns whose text or speaker has a hit, in order."""
        for block in self._blocks:
            found = (block.passage(index) for index in self._passages_hit(block))
            in_turns = (it.turn for it in found if it.field in (Field.SPEAKER, Field.TEXT))
            yield from (turn for turn, _ in groupby(in_turns))
            yield None

    def from_place(self, place: Place) -> Iterator[Hit | None]:
        """The first hit at a place or after it, or nothing."""
        for index in range(self.passages.first_block_of(place[0]), len(self._blocks)):
            hits = self._listed(index) if self._counts[index] != 0 else ()
            if (at := bisect_left(hits, place)) < len(hits):
                yield hits[at]
                return
            yield None

    def before(self, place: Place) -> Iterator[Hit | None]:
        """The last hit before a place, or nothing."""
        for index in range(self.passages.last_block_of(place[0]), -1, -1):
            hits = self._listed(index) if self._counts[index] != 0 else ()
            if at := bisect_left(hits, place):
                yield hits[at - 1]
                return
            yield None

    def within(self, passage: Passage, begin: int, end: int) -> Sequence[Hit]:
        """The hits in a stretch of a passage, those that reach into it too."""
        found: list[Hit] = []
        for index in self._blocks_of(passage.turn):
            hits = self._listed(index)
            first = bisect_left(hits, (*passage, begin))
            if first and hits[first - 1][:3] == passage and hits[first - 1].end > begin:
                first -= 1
            found += hits[first : bisect_left(hits, (*passage, end))]
        return found

    def counting(self) -> Iterator[None]:
        """Count, block by block."""
        for index, count in enumerate(self._counts):
            if count is None and not self.is_too_slow:
                self._counts[index] = self._count_in(self._blocks[index])
            yield None

    def _ruled_out(self, before: "EpisodeHits | None") -> list[int | None]:
        """0 for each block in which there can be no hit, None for the others."""
        mine, other = self._finder, before._finder if before else None
        is_narrower = (
            isinstance(mine, Literal) and isinstance(other, Literal) and mine.narrows(other)
        )
        if before and before.passages is self.passages and is_narrower:
            return [0 if count == 0 else None for count in before._counts]
        return [None] * len(self._blocks)

    def _blocks_of(self, turn: int) -> range:
        return range(self.passages.first_block_of(turn), self.passages.last_block_of(turn) + 1)

    def _hits_in(self, index: int) -> list[Hit]:
        block = self._blocks[index]
        return [_hit(block, span) for span in self._spans(block)]

    def _spans(self, block: Block) -> list[Span]:
        """The hits as spans of the block's joined texts; where it took too long, the first ones."""
        if self._quick is None:
            return list(self._finder.spans(block.joined))
        within = block.searched(self._quick.form)
        found = []
        try:
            for span in self._quick.spans_in(within.text):
                found.append(within.origin(*span))
        except TooSlow:
            self.is_too_slow = True
        return found

    def _count_in(self, block: Block) -> int:
        if self._quick is None:
            return len(self._finder.spans(block.joined))
        try:
            return self._quick.count_in(block.searched(self._quick.form).text)
        except TooSlow:
            self.is_too_slow = True
            return len(self._spans(block))

    def _runs(self) -> Iterator[Stretch]:
        pairs = zip(self._blocks, self._counts, strict=True)
        for has_hits, run in groupby(pairs, key=lambda pair: bool(pair[1])):
            if has_hits:
                blocks = [block for block, _ in run]
                yield (blocks[0].first, 0), (blocks[-1].last, 0)

    def _passages_hit(self, block: Block) -> Iterator[int]:
        """Which passages of a block have a hit, in order."""
        if self._quick is None:
            for span in self._finder.spans(block.joined):
                yield block.joined.count("\0", 0, span[0])
            return
        text = block.searched(self._quick.form).text
        begin = index = 0
        while first := next(iter(self._quick.spans_in(text, begin)), None):
            index += text.count("\0", begin, first[0])
            yield index
            begin, index = text.find("\0", first[1]) + 1, index + 1
            if not begin:
                return


def _hit(block: Block, span: Span) -> Hit:
    passage, begin, end = block.located(*span)
    return Hit(*passage, begin, end)
