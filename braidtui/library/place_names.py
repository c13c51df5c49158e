"""A place in an episode as a person types it: a time, a segment, a part of the whole."""

import re
from bisect import bisect_right
from itertools import accumulate

from braidtui.episode.model import Episode
from braidtui.episode.problem import shortened
from braidtui.episode.timecode import format_time, parse_time

_SEGMENT = re.compile(r"s(\d{1,6})", re.ASCII | re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%", re.ASCII)


class TargetError(Exception):
    """A target names no episode, or no place in it; the message is one safe line."""

    def __init__(self, message: str) -> None:
        super().__init__(shortened(message))


def is_place(text: str) -> bool:
    """Whether a text has the form of a place, in whatever episode."""
    forms = (_SEGMENT.fullmatch(text), _PERCENT.fullmatch(text), parse_time(text) is not None)
    return any(forms)


def turn_at(episode: Episode, place: str) -> int:
    """The turn at `5:26` (a time), `s3` (a segment) or `50%` (of the text); raises TargetError."""
    if segment := _SEGMENT.fullmatch(place):
        return _turn_of_segment(episode, int(segment[1]))
    if percent := _PERCENT.fullmatch(place):
        return _turn_at_part(episode, float(percent[1]) / 100)
    if (time := parse_time(place)) is not None:
        return _turn_at_time(episode, time)
    words = f'"{place}" is no place: a time (5:26), a segment (s3) or a percentage (50%)'
    raise TargetError(words)


def _turn_of_segment(episode: Episode, number: int) -> int:
    """The first turn of a segment, counted from 1; for one without turns that of the next."""
    count = len(episode.segments)
    if not 1 <= number <= count:
        has = "1 segment" if count == 1 else f"{count} segments"
        raise TargetError(f"there is no segment {number}: the episode has {has}")
    return min(episode.first_turns[number - 1], len(episode.turns) - 1)


def _turn_at_part(episode: Episode, part: float) -> int:
    if part > 1:
        raise TargetError("a place beyond 100% is outside the episode")
    ends = list(accumulate(len(turn.text) for turn in episode.turns))
    return min(bisect_right(ends, part * ends[-1]), len(ends) - 1)


def _turn_at_time(episode: Episode, time: int) -> int:
    if not episode.is_timed:
        raise TargetError("this episode tells no times: name a segment (s3) or a percentage (50%)")
    if episode.duration is not None and time > max(episode.duration, episode.starts[-1]):
        raise TargetError(
            f"{format_time(time)} is after the end at {format_time(episode.duration)}"
        )
    return episode.turn_at(time)
