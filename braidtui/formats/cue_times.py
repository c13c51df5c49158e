"""From when to when each turn stands on a screen: the times of captions."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.timecode import SECOND, format_clock

_PER_WORD = 400  # milliseconds: 150 words a minute, the pace of talk
_SHORTEST = 1000


class Cue(NamedTuple):
    """A turn's span in milliseconds: `start` before `end`; `is_estimated` where no time is told."""

    start: int
    end: int
    is_estimated: bool


def cue_times(episode: Episode) -> tuple[Cue, ...]:
    """For each turn of the episode its span: until the next one starts that starts later.

    Starts never run backwards. A turn without a time, and the end of the last one where no duration
    is known, are estimated from the length of the text between the times around them.
    """
    if not episode.turns:
        return ()
    lengths = [_length(turn.text) for turn in episode.turns]
    told = _told_starts(episode)
    starts = list(accumulate(_filled(told, lengths, episode.duration), max))
    spans = zip(starts, _ends(starts, lengths, episode.duration), told, strict=True)
    return tuple(Cue(start, end, known is None) for start, end, known in spans)


def _ends(starts: Sequence[int], lengths: Sequence[int], duration: int | None) -> list[int]:
    """For each start the next later one; after the last the duration, or what the text takes."""
    ends: list[int] = []
    later: int | None = None
    for i in reversed(range(len(starts))):
        if later is not None:
            ends.append(later)
        elif duration is not None and duration > starts[i]:
            ends.append(duration)
        else:
            ends.append(starts[i] + lengths[i])
        if i and starts[i - 1] < starts[i]:
            later = starts[i]
    return ends[::-1]


def caption_time(milliseconds: int, point: str = ".") -> str:
    """`HH:MM:SS.mmm`, always with the milliseconds."""
    return f"{format_clock(milliseconds)}{point}{milliseconds % SECOND:03}"


def _length(text: str) -> int:
    """How long a text takes to say, in milliseconds."""
    return max(_SHORTEST, _PER_WORD * (text.count(" ") + text.count("\n\n") + 1))


def _told_starts(episode: Episode) -> list[int | None]:
    """The start of each turn; the first of a segment starts with it."""
    starts = [turn.start for turn in episode.turns]
    for segment, first in zip(episode.segments, episode.first_turns, strict=True):
        if segment.turns and starts[first] is None:
            starts[first] = segment.start
    return starts


def _filled(
    told: Sequence[int | None], lengths: Sequence[int], duration: int | None
) -> Iterator[int]:
    """Every start: turns without one share the time from the last told to the next."""
    anchors = [(index, start) for index, start in enumerate(told) if start is not None]
    if not anchors or anchors[0][0] > 0:
        anchors.insert(0, (0, 0))
    last = duration if duration is not None and duration > anchors[-1][1] else None
    ends = [*anchors[1:], (len(told), last)]
    for (first, start), (following, end) in zip(anchors, ends, strict=True):
        yield from _spread(start, end, lengths[first:following])


def _spread(start: int, end: int | None, lengths: Sequence[int]) -> Iterator[int]:
    """Starts of texts said one after the other, from `start` to `end` or, where that is not known,
    at the pace of talk."""
    total = sum(lengths)
    available = total if end is None else end - start
    said = 0
    for length in lengths:
        yield start + available * said // total
        said += length
