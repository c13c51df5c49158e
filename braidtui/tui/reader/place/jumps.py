"""Where jumps began: a list to go back in, and forward again, as editors keep it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from braidtui.tui.transcript.reading import ReadingPlace

_REMEMBERED = 100


class Stop(NamedTuple):
    """A place in an episode file that one came from."""

    path: Path
    place: ReadingPlace


WayBack = Callable[[], None]
"""Leads back to something other than a place, such as the hits of a search."""

Jump = Stop | WayBack


class JumpList:
    """The stops before the present place, and those after it once one went back."""

    def __init__(self) -> None:
        self._behind: list[Jump] = []
        self._ahead: list[Jump] = []

    def remember(self, jump: Jump) -> None:
        """A jump begins here; what lay ahead does so no more."""
        self._ahead.clear()
        _put(self._behind, jump)

    def back(self, here: Stop) -> Jump | None:
        """Where the latest jump began, None where there was none; `here` is then ahead."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Jump | None:
        """Where one last went back from; None where one did not."""
        return _step(self._ahead, self._behind, here)

    def forget(self, path: Path) -> None:
        """The file changed: its places mean nothing any more."""
        for jumps in (self._behind, self._ahead):
            jumps[:] = (it for it in jumps if not isinstance(it, Stop) or it.path != path)


def _put(jumps: list[Jump], jump: Jump) -> None:
    if not jumps or jumps[-1] != jump:
        jumps.append(jump)
        del jumps[:-_REMEMBERED]


def _step(source: list[Jump], other: list[Jump], here: Stop) -> Jump | None:
    while source:
        if (jump := source.pop()) != here:
            _put(other, here)
            return jump
    return None
