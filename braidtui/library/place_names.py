"""A place in an episode as a person types it: a time, a segment, a turn, a part of the whole."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from braidtui.episode.model import Episode
from braidtui.episode.problem import shortened
from braidtui.episode.timecode import format_time, parse_time

PLACES = "a time (5:26), a segment (s3), a turn (t12) or a percentage (50%)"

_SEGMENT = re.compile(r"s(\d{1,6})", re.ASCII | re.IGNORECASE)
_TURN = re.compile(r"t(\d{1,9})", re.ASCII | re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%", re.ASCII)


class TargetError(Exception):
    """A target names no episode, or no place in it; the message is one safe line."""

    def __init__(self, message: str) -> None:
        super().__init__(shortened(message))


def is_place(text: str) -> bool:
    """Whether a text has the form of a place, in whatever episode."""
    return any(form.fullmatch(text) for form in (_SEGMENT, _TURN, _PERCENT)) or (
        parse_time(text) is not None
    )


def turn_at(episode: Episode, place: str) -> int:
    """The turn at `5:26` (a time), `s3` (a segment), `t12` (a turn) or `50%` (of the text).

    Raises TargetError.
    """
    if segment := _SEGMENT.fullmatch(place):
        return _turn_of_segment(episode, int(segment[1]))
    if turn := _TURN.fullmatch(place):
        return _turn_of_number(episode, int(turn[1]))
    if percent := _PERCENT.fullmatch(place):
        return _turn_at_part(episode, float(percent[1]) / 100)
    if (time := parse_time(place)) is not None:
        return _turn_at_time(episode, time)
    raise TargetError(f'"{place}" is no place: {PLACES}')


def place_of(episode: Episode, turn: int) -> str:
    """What `turn_at` takes for this very turn."""
    start = episode.turns[turn].start
    is_first = start is not None and _turn_at_time(episode, start) == turn
    return place_name(turn, start, is_first_at_its_start=is_first)


def place_name(turn: int, start: int | None, *, is_first_at_its_start: bool) -> str:
    """What leads to a turn: its start, where no turn before it tells the same; else its number."""
    if start is None or not is_first_at_its_start:
        return f"t{turn + 1}"
    return format_time(start)


def _turn_of_segment(episode: Episode, number: int) -> int:
    """The first turn of a segment, counted from 1; for one without turns that of the next."""
    _check(number, len(episode.segments), "segment")
    return min(episode.first_turns[number - 1], len(episode.turns) - 1)


def _turn_of_number(episode: Episode, number: int) -> int:
    _check(number, len(episode.turns), "turn")
    return number - 1


def _check(number: int, count: int, noun: str) -> None:
    if not 1 <= number <= count:
        has = f"1 {noun}" if count == 1 else f"{count} {noun}s"
        raise TargetError(f"there is no {noun} {number}: the episode has {has}")


def _turn_at_part(episode: Episode, part: float) -> int:
    if part > 1:
        raise TargetError("a place beyond 100% is outside the episode")
    ends = list(accumulate(len(turn.text) for turn in episode.turns))
    return min(bisect_right(ends, part * ends[-1]), len(ends) - 1)


def _turn_at_time(episode: Episode, time: int) -> int:
    """The first turn that says it starts then, else the one being spoken."""
    if not episode.is_timed:
        raise TargetError("this episode tells no times: name a segment (s3) or a turn (t12)")
    if episode.duration is not None and time > max(episode.duration, episode.starts[-1]):
        raise TargetError(
            f"{format_time(time)} is after the end at {format_time(episode.duration)}"
        )
    same = range(bisect_left(episode.starts, time), bisect_right(episode.starts, time))
    exact = (turn for turn in same if episode.turns[turn].start == time)
    return next(exact, episode.turn_at(time))
