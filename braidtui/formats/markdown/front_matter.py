"""The front matter of a document: YAML that every reader of it takes for the same values."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from braidtui.episode.model import Speaker
from braidtui.episode.timecode import format_time
from braidtui.episode.yaml_scalars import scalar
from braidtui.formats.markdown.manuscript import Manuscript

Value = str | int | datetime.date | tuple[str, ...]

OUR_KEYS = (
    *("type", "show", "dispatch", "title", "date", "segment", "segment_title", "start", "end"),
    *("duration", "speakers", "models", "voices", "sources", "id", "generator"),
)
"""Every key that a document may have, in order; the rest are the reader's."""


def front_matter(
    manuscript: Manuscript, id: str, segments: Sequence[int] | None
) -> dict[str, Value]:
    """What is known of an episode, or of these of its segments (from 0), by key and in order."""
    episode = manuscript.episode
    chosen = range(len(episode.segments)) if segments is None else segments
    cast = _cast(manuscript, chosen)
    values: dict[str, Value | None] = {
        "type": "podcast-episode" if segments is None else "podcast-segment",
        "show": episode.show,
        "dispatch": episode.number,
        "title": episode.title,
        "date": episode.date,
        **(_of_segment(manuscript, segments[0]) if segments and len(segments) == 1 else {}),
        "duration": _time(episode.duration),
        "speakers": _distinct(speaker.name for speaker in cast),
        "models": _distinct(speaker.model for speaker in cast),
        "voices": _distinct(speaker.voice for speaker in cast),
        "sources": _count_of_sources(manuscript, chosen, segments is None),
        "id": id,
        "generator": "braidtui",
    }
    return {key: value for key, value in values.items() if value not in (None, "", ())}


def key_lines(key: str, value: Value) -> list[str]:
    """A key and its value as lines of YAML; only numbers and dates are more than text."""
    if isinstance(value, tuple):
        return [f"{key}:", *(f"  - {scalar(item)}" for item in value)]
    if isinstance(value, datetime.date):
        return [f"{key}: {value.isoformat()}"]
    return [f"{key}: {value if isinstance(value, int) else scalar(value)}"]


def front_matter_text(values: Mapping[str, Value]) -> str:
    """The front matter with the rules around it; empty where there is nothing to tell."""
    if not values:
        return ""
    lines = [line for key, value in values.items() for line in key_lines(key, value)]
    return "\n".join(["---", *lines, "---", ""])


def _of_segment(manuscript: Manuscript, index: int) -> dict[str, Value | None]:
    segment = manuscript.episode.segments[index]
    return {
        "segment": index + 1,
        "segment_title": segment.title,
        "start": _time(segment.start),
        "end": _time(manuscript.episode.end_of_segment(index)),
    }


def _time(milliseconds: int | None) -> str | None:
    return None if milliseconds is None else format_time(milliseconds)


def _cast(manuscript: Manuscript, segments: Iterable[int]) -> list[Speaker]:
    """Who speaks in these segments, in the order in which they are first heard."""
    episode = manuscript.episode
    ids = {turn.speaker: None for segment in segments for turn in episode.segments[segment].turns}
    return [episode.speakers_by_id.get(id) or Speaker(id, id) for id in ids]


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _count_of_sources(manuscript: Manuscript, segments: Iterable[int], whole: bool) -> int:
    if whole:
        return len(manuscript.numbers.all)
    numbers = (manuscript.numbers.of_segment(segment) for segment in segments)
    return len({number for each in numbers for number in each})
