"""The reader of episode files: bytes in; an Episode, or every problem of the file, out."""

from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import Problem
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.contents import ContentsReader
from braidtui.episode.reading.decoding import decoded
from braidtui.episode.reading.nodes import parsed
from braidtui.episode.reading.places import Lines, Place


class Reading(NamedTuple):
    """What a file gave: an episode, unless a problem is more than a warning.

    Problems are in the order of the file; `turn_lines` has the line where each turn begins, from 1.
    """

    episode: Episode | None
    problems: tuple[Problem, ...]
    turn_lines: tuple[int, ...]


def read_episode(data: bytes) -> Reading:
    """Reads a whole episode file; never raises on what stands in it."""
    text, problems = decoded(data)
    if text is None:
        return Reading(None, problems, ())
    lines = Lines(text)
    complaints = Complaints(lines, problems)
    root, faults = parsed(text, lines)
    for index, words in faults:
        complaints.problem(index, Place(), words)
    if root is None:
        if not faults:
            complaints.problem(0, Place(), "no episode in the file")
        return Reading(None, complaints.in_order, ())
    contents = ContentsReader(complaints)
    episode = contents.episode(root)
    if episode is None or complaints.refuses:
        return Reading(None, complaints.in_order, ())
    contents.check_quotes(episode)
    turn_lines = tuple(lines.line(index) for index in contents.turn_indices)
    return Reading(episode, complaints.in_order, turn_lines)
