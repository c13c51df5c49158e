"""An excerpt: which turns of an episode are shown, segment by segment."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from braidtui.episode.model import Episode, Segment


class Part(NamedTuple):
    """A stretch of one segment: the segment's index, and its turns, counted in the episode."""

    segment: int
    turns: range


def excerpt_parts(
    episode: Episode, segments: Collection[int] | None = None, first_turn: int = 0
) -> tuple[Part, ...]:
    """The turns from `first_turn` on of the chosen segments (all for None), in their order.

    A segment that ends before `first_turn` is left out.
    """
    parts = []
    for index, segment in enumerate(episode.segments):
        begin = episode.first_turns[index]
        end = begin + len(segment.turns)
        is_chosen = segments is None or index in segments
        if is_chosen and (end > first_turn or begin >= first_turn):
            parts.append(Part(index, range(max(begin, first_turn), end)))
    return tuple(parts)


def is_whole(episode: Episode, parts: Sequence[Part]) -> bool:
    """Whether nothing is left out."""
    return len(parts) == len(episode.segments) and sum(len(part.turns) for part in parts) == len(
        episode.turns
    )


def excerpt(episode: Episode, parts: Sequence[Part]) -> Episode:
    """The episode with only these parts, and only the pull quotes that stand in them."""
    if is_whole(episode, parts):
        return episode
    from braidtui.episode.quotes import find_quotes

    shown = {turn for part in parts for turn in part.turns}
    found = zip(episode.quotes, find_quotes(episode), strict=True)
    return replace(
        episode,
        segments=tuple(_shortened(episode.segments[part.segment], episode, part) for part in parts),
        quotes=tuple(quote for quote, place in found if place and place.turn in shown),
        duration=episode.end_of_segment(parts[-1].segment) if parts else episode.duration,
    )


def _shortened(segment: Segment, episode: Episode, part: Part) -> Segment:
    if len(part.turns) == len(segment.turns):
        return segment
    turns = tuple(episode.turns[turn] for turn in part.turns)
    return replace(segment, turns=turns, start=episode.starts[part.turns.start])
