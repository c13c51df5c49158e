"""How long turns and segments take, as far as their times tell; nothing is guessed."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from braidtui.episode.model import Episode, Turn

START_OF_TURN = itemgetter(Turn._fields.index("start"))


def turn_lengths(episode: Episode) -> Sequence[int | None]:
    """For each turn its milliseconds: to where the next begins, the last to `duration`.

    None where either of the two is not told.
    """
    return _between([*map(START_OF_TURN, episode.turns), episode.duration])


def segment_lengths(episode: Episode) -> Sequence[int | None]:
    """For each segment its milliseconds: to the next start of a segment, the last to `duration`."""
    latest, ends = episode.duration, []
    for segment in reversed(episode.segments):
        ends.append(latest)
        latest = latest if segment.start is None else segment.start
    starts = [segment.start for segment in episode.segments]
    return [_length(begin, end) for begin, end in zip(starts, reversed(ends), strict=True)]


def _between(times: Sequence[int | None]) -> list[int | None]:
    return [_length(begin, end) for begin, end in pairwise(times)]


def _length(begin: int | None, end: int | None) -> int | None:
    return None if begin is None or end is None or end < begin else end - begin
