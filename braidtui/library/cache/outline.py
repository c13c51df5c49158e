"""An episode of the store without the texts of its turns, and single texts of it."""

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate, groupby
from typing import NamedTuple, Self

from braidtui.episode.model import Source, Speaker
from braidtui.library.cache.packing import (
    BLOCK,
    OUTLINE_PARTS,
    SOURCE_PARTS,
    UNTIMED,
    numbers,
    source_from,
)
from braidtui.library.cache.store import Content, EpisodeStore, Piece

_MOST_KEPT = 1_000  # outlines, of some KB each


class _Head(NamedTuple):
    """What JSON has of an outline, in few objects: a thousand of them are kept."""

    title: str
    summary: str
    cast: tuple[Speaker, ...]
    cast_indices: tuple[int, ...]
    segment_titles: tuple[str, ...]
    first_turns: "array[int]"

    @classmethod
    def of(cls, part: bytes) -> Self:
        import json

        head = json.loads(part)
        cast = tuple(_speaker(*fields) for fields in head["speakers"])
        ids = [speaker.id for speaker in cast]
        titles, _, counts, _ = zip(*head["segments"], strict=True)
        return cls(
            head["episode"][0],
            head["episode"][4],
            cast,
            tuple(ids.index(id) for id in head["spoken"]),
            titles,
            array("i", [0, *accumulate(counts[:-1])]),
        )


_speaker = lru_cache(_MOST_KEPT)(Speaker)


class Outline:
    """What is known of an episode before any text of it is read; turns count through it from 0."""

    def __init__(self, parts: Sequence[bytes], more: Callable[[], Sequence[bytes]]) -> None:
        """From the first parts that `pack` made; `more` gives the next ones."""
        self._parts = parts
        self._more = more

    def __len__(self) -> int:
        return len(self._spoken)

    @property
    def title(self) -> str:
        """The title of the episode."""
        return self._head.title

    @property
    def summary(self) -> str:
        """What it is about."""
        return self._head.summary

    @property
    def cast(self) -> Sequence[Speaker]:
        """The speakers, as the episode has them."""
        return self._head.cast

    def cast_index(self, turn: int) -> int:
        """The place in the cast of the one who speaks a turn."""
        return self._head.cast_indices[self._spoken[turn]]

    def start(self, turn: int) -> int | None:
        """Where a turn starts, in milliseconds."""
        start = self._starts[turn]
        return None if start == UNTIMED else start

    def is_first_at_its_start(self, turn: int) -> bool:
        """Whether no turn before it tells the same start; starts never run backwards."""
        before = turn - 1
        while before >= 0 and self._starts[before] == UNTIMED:
            before -= 1
        return before < 0 or self._starts[before] != self._starts[turn]

    def line(self, turn: int) -> int:
        """The line of a turn in the YAML, from 1."""
        return self._lines[turn]

    def segment_of(self, turn: int) -> int:
        """The index of the segment that holds a turn."""
        return bisect_right(self._head.first_turns, turn) - 1

    def segment_title(self, segment: int) -> str:
        """The title of a segment."""
        return self._head.segment_titles[segment]

    def is_first_of_segment(self, turn: int) -> bool:
        """Whether a segment's title stands above a turn."""
        return self._head.first_turns[self.segment_of(turn)] == turn

    def sources(self, turn: int) -> Sequence[Source]:
        """What a turn rests on."""
        citing, cited = self._cited
        first, last = bisect_left(citing, turn), bisect_right(citing, turn)
        return [self._sources[index] for index in cited[first:last]]

    def piece(self, turn: int) -> Piece:
        """Where in its block a text is."""
        begin, after = self._extents[turn], turn + 1
        is_last = after % BLOCK == 0 or after == len(self)
        size = -1 if is_last else self._extents[after] - begin - 1
        return Piece(begin, size, self._extents[len(self) + turn])

    @cached_property
    def _head(self) -> "_Head":
        return _Head.of(self._parts[0])

    @cached_property
    def _spoken(self) -> "array[int]":
        return numbers("i", self._parts[1])

    @cached_property
    def _starts(self) -> "array[int]":
        return numbers("q", self._parts[2])

    @cached_property
    def _lines(self) -> "array[int]":
        return numbers("i", self._parts[3])

    @cached_property
    def _extents(self) -> "array[int]":
        return numbers("I", self._parts[4])

    @cached_property
    def _cited(self) -> tuple["array[int]", "array[int]"]:
        """Turns with a source, once for each, and these sources."""
        pairs = numbers("i", self._source_parts[0])
        return pairs[::2], pairs[1::2]

    @cached_property
    def _sources(self) -> Sequence[Source]:
        import json

        return [source_from(*fields) for fields in json.loads(self._source_parts[1])["sources"]]

    @cached_property
    def _source_parts(self) -> Sequence[bytes]:
        return self._more() or (b"", b'{"sources": []}')  # it is no longer there


class TurnTexts:
    """Outlines and texts out of the store, read singly; the outlines used last are kept."""

    def __init__(self, store: EpisodeStore) -> None:
        self._store = store
        self._outlines: OrderedDict[Content, Outline] = OrderedDict()

    def outline(self, content: Content) -> Outline | None:
        """The outline of an episode; None where it is no longer there."""
        if (known := self._outlines.get(content)) is not None:
            self._outlines.move_to_end(content)
            return known
        parts = self._store.parts(content[0], 0, OUTLINE_PARTS)
        if len(parts) < OUTLINE_PARTS:
            return None
        more = partial(self._store.parts, content[0], OUTLINE_PARTS, SOURCE_PARTS)
        self._outlines[content] = outline = Outline(parts, more)
        if len(self._outlines) > _MOST_KEPT:
            self._outlines.popitem(last=False)
        return outline

    def texts(self, content: Content, turns: Sequence[int]) -> dict[int, str]:
        """The texts of some turns, by turn; none where the episode is no longer there."""
        texts: dict[int, str] = {}
        if (outline := self.outline(content)) is None:
            return texts
        for block, those in groupby(sorted(turns), lambda turn: turn // BLOCK):
            within = [turn for turn in those if turn < len(outline)]
            part = OUTLINE_PARTS + SOURCE_PARTS + block
            found = self._store.pieces(content[0], part, list(map(outline.piece, within)))
            texts.update(zip(within, map(bytes.decode, found), strict=False))
        return texts
