"""Whether time runs forward through an episode file."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.places import Place
from braidtui.episode.timecode import format_time


@dataclass(slots=True)
class Start:
    """A start that the file gives: milliseconds, and the code point where it stands."""

    milliseconds: int
    at: int
    place: Place


def check_starts(starts: Sequence[Start], duration: int | None, complaints: Complaints) -> None:
    """Starts, in the order of segments and their turns, may be equal but never run backwards."""
    for before, start in pairwise(starts):
        if start.milliseconds < before.milliseconds:
            line = complaints.lines.line(before.at)
            words = (
                f"{_begins(start)}, before the start above it ({_begins_at(before)}, line {line})"
            )
            complaints.problem(start.at, start.place, words)
    late = [start for start in starts if duration is not None and start.milliseconds > duration]
    if duration is not None and late:
        more = f" (so do {len(late) - 1} more)" if len(late) > 1 else ""
        words = f"{_begins(late[0])}, after the episode ends ({format_time(duration)}){more}"
        complaints.warning(late[0].at, late[0].place, words)


def _begins(start: Start) -> str:
    return f"starts at {_begins_at(start)}"


def _begins_at(start: Start) -> str:
    return format_time(start.milliseconds)
