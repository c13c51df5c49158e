"""An episode parted into segments by chapters that stand in a file of their own."""

from collections.abc import Sequence
from dataclasses import replace

from braidtui.episode.model import Episode
from braidtui.formats.given import Chapter
from braidtui.formats.speech.parting import borders_of_chapters, segments_of

_LONG_TURN = 3_600_000


def applied(episode: Episode, chapters: Sequence[Chapter]) -> Episode:
    """The episode with the chapters as its segments; as it is where it has segments of its own,
    or tells no time."""
    if not chapters or len(episode.segments) != 1 or not episode.is_timed:
        return episode
    turns = episode.turns
    borders = borders_of_chapters(chapters, [turn.start for turn in turns])
    segments = segments_of(turns, range(len(turns)), borders, episode.title)
    return replace(episode, segments=segments, sources=episode.sources)


def without_late_segments(episode: Episode) -> tuple[Episode, tuple[str, ...]]:
    """The episode without the segments at its end that hold nothing and begin after it, and their
    titles; where its duration is not known, those that begin an hour after its last words."""
    last = max((turn.start for turn in episode.turns if turn.start is not None), default=None)
    if last is None:
        return episode, ()
    end = last + _LONG_TURN if episode.duration is None else max(episode.duration, last)
    kept = list(episode.segments)
    while len(kept) > 1 and not kept[-1].turns and (kept[-1].start or 0) > end:
        kept.pop()
    late = tuple(segment.title for segment in episode.segments[len(kept) :])
    return (replace(episode, segments=tuple(kept)) if late else episode), late
