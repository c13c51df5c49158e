"""Turns parted into segments: at the starts of chapters, or wherever borders are known."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from braidtui.episode.model import Segment, Source, Turn
from braidtui.formats.given import Chapter
from braidtui.formats.reading.order import in_order
from braidtui.formats.reading.titles import title_line


class Border(NamedTuple):
    """Where a segment begins: the first row (of a transcript in rows) that is of it."""

    row: int
    title: str
    start: int | None = None
    sources: tuple[Source, ...] = ()


def borders_of_chapters(chapters: Sequence[Chapter], starts: Sequence[int | None]) -> list[Border]:
    """A border for each chapter, where the first row starts at or after it; what stands before the
    first chapter belongs to it. `starts` never run backwards."""
    reached = list(accumulate((start or 0 for start in starts), max))
    first, *others = sorted(chapters, key=lambda chapter: chapter.start)
    return [
        Border(0, title_line(first.title), first.start, first.sources),
        *(
            Border(bisect_left(reached, start), title_line(title), start, sources)
            for start, title, sources in others
        ),
    ]


def segments_of(
    turns: Sequence[Turn], rows: Sequence[int], borders: Sequence[Border], title: str
) -> tuple[Segment, ...]:
    """The turns, parted at the borders; what stands before the first is titled like the episode.

    `rows` tells the row that each turn begins in. A segment without turns stays.
    """
    if not borders or (rows and borders[0].row > rows[0]):
        borders = [Border(0, title), *borders]
    firsts = [0, *(bisect_left(rows, border.row) for border in borders[1:])]
    return _in_time(
        [
            Segment(border.title or "Untitled", border.start, tuple(turns[begin:end]), border[3])
            for border, (begin, end) in zip(borders, pairwise([*firsts, len(turns)]), strict=True)
        ]
    )


def _in_time(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, none told to start after its first turn, and no start running backwards."""
    starts = list(chain.from_iterable(_starts(segment) for segment in segments))
    told = [start for start in starts if start is not None]
    kept = iter(starts if told == sorted(told) else in_order(starts))
    return tuple(
        _started(segment, [next(kept) for _ in range(1 + len(segment.turns))])
        for segment in segments
    )


def _starts(segment: Segment) -> Iterator[int | None]:
    own = [turn.start for turn in segment.turns]
    first = own[0] if own else None
    is_late = segment.start is None or (first is not None and segment.start > first)
    yield first if is_late else segment.start
    yield from own


def _started(segment: Segment, starts: Sequence[int | None]) -> Segment:
    own, *of_turns = starts
    if own is None and of_turns:
        own = of_turns[0]
    turns = segment.turns
    if [turn.start for turn in turns] != of_turns:
        turns = tuple(turn._replace(start=at) for turn, at in zip(turns, of_turns, strict=True))
    return Segment(segment.title, own, turns, segment.sources)
