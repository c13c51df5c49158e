"""A stretch of what is said: some code points of one turn."""

from typing import NamedTuple


class TurnSpan(NamedTuple):
    """Code points `begin` to `end` of the text of a turn, turns counted through the episode."""

    turn: int
    begin: int
    end: int
