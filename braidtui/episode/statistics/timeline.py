"""An episode as a line from its first turn to its last, each turn as wide as it is long."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from braidtui.episode.model import Episode, Turn
from braidtui.episode.statistics.lengths import START_OF_TURN

_TEXT_OF_TURN = itemgetter(Turn._fields.index("text"))


class Timeline:
    """Where each turn begins and ends: by time, where every turn tells its start, else by text.

    Units are milliseconds, or code points; costs are a walk over the turns, once.
    """

    def __init__(self, episode: Episode) -> None:
        self.turns = episode.turns
        starts = list(map(START_OF_TURN, self.turns))
        timed = [start for start in starts if start is not None]
        self.is_by_time = len(timed) == len(starts) and timed[-1:] > timed[:1]
        if self.is_by_time:
            self.bounds: Sequence[int] = [*timed, _end(timed, episode.duration)]
        else:
            lengths = map(len, map(_TEXT_OF_TURN, self.turns))
            self.bounds = list(accumulate(lengths, initial=0))

    def turn_at(self, point: float, turns: range) -> int:
        """Which of some turns a point of the line is in."""
        return bisect_right(self.bounds, point, turns.start + 1, turns.stop) - 1

    def point_of(self, turn: int, offset: int) -> float:
        """Where a code point of a turn's text is on the line; one before the text is its begin.

        What comes after the last turn, such as the title of an empty segment, is at the end.
        """
        if turn >= len(self.turns):
            return self.bounds[-1]
        begin, end = self.bounds[turn], self.bounds[turn + 1]
        part = max(0.0, min(1.0, offset / max(1, len(self.turns[turn].text))))
        return begin + (end - begin) * part

    def offset_of(self, turn: int, point: float) -> int:
        """The code point of a turn's text that is spoken, or written, at a point of the line."""
        begin, end = self.bounds[turn], self.bounds[turn + 1]
        part = max(0.0, min(1.0, (point - begin) / max(1, end - begin)))
        return int(part * max(0, len(self.turns[turn].text) - 1))


def _end(starts: Sequence[int], duration: int | None) -> int:
    """Where the last turn ends; where nothing tells, it is as long as the others on average."""
    if duration is not None and duration >= starts[-1]:
        return duration
    return starts[-1] + max(1, (starts[-1] - starts[0]) // max(1, len(starts) - 1))
