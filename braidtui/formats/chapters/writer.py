"""The JSON chapters of the Podcasting 2.0 namespace, version 1.2.0."""

from collections.abc import Iterator
from itertools import accumulate

from braidtui.episode.model import Episode, Segment
from braidtui.episode.web_address import refusal
from braidtui.formats.cue_times import cue_times
from braidtui.formats.json_form import Json, file_text, seconds


def write_chapters(episode: Episode) -> str:
    """The segments of an episode as chapters, in the order of time; times in seconds.

    The URL of a chapter is the first of the segment's own sources that may be opened. A segment
    without a start has that of its first turn, which is estimated where nobody tells it.
    """
    told = {
        "title": episode.title,
        "podcastName": episode.show,
        "description": episode.summary,
        "fileName": episode.audio.partition("?")[0].rpartition("/")[2],
    }
    starts = accumulate(_starts(episode), max)
    chapters = [
        _chapter(segment, start) for segment, start in zip(episode.segments, starts, strict=True)
    ]
    head: Json = {"version": "1.2.0", **{key: text for key, text in told.items() if text}}
    return file_text(head | {"chapters": chapters})


def _starts(episode: Episode) -> Iterator[int]:
    """Where each segment starts; one that has neither a start nor a turn, where the one after it
    does, or the episode ends."""
    times = cue_times(episode)
    for segment, first in zip(episode.segments, episode.first_turns, strict=True):
        if segment.start is not None:
            yield segment.start
        elif first < len(times):
            yield times[first].start
        else:
            yield times[-1].end if times else 0


def _chapter(segment: Segment, start: int) -> Json:
    urls = (source.url for source in segment.sources)
    url = next((url for url in urls if url and not refusal(url)), "")
    chapter: Json = {"startTime": seconds(start), "title": segment.title}
    return chapter | ({"url": url} if url else {})
