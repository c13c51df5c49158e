"""Keeping the reading place: within a second of a move, and at every way out."""

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Protocol

from braidtui.episode.model import Episode
from braidtui.library.opened import Opened
from braidtui.notebook.places import Notebook, NotebookError, Place
from braidtui.tui.transcript.reading import ReadingPlace

SECONDS_BETWEEN_WRITES = 0.8


class PlaceScreen(Protocol):
    """What keeping needs of the screen."""

    @property
    def opened(self) -> Opened: ...
    def tell(self, message: str) -> None: ...
    def complain(self, message: str) -> None: ...


class PlaceKeeper:
    """Writes the place to the notebook when it changed; says so when it can't, and tries again."""

    def __init__(self, screen: PlaceScreen, notebook: Notebook | None) -> None:
        self.notebook = notebook
        self._screen = screen
        self._present: tuple[Opened, Place] | None = None
        self._written: tuple[Opened, Place] | None = None
        self._read_to = 0.0
        self._failure = ""

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"toggle_read": self.toggle_read}

    def kept_place(self, opened: Opened) -> Place | None:
        """Where one was in an episode, if it was read before."""
        try:
            return self.notebook.place(opened.key) if self.notebook else None
        except NotebookError as error:
            self._tell(str(error))
            return None

    def note(self, place: ReadingPlace, fraction: float, *, is_jump: bool) -> None:
        """Take down the present place, to be written by `keep`; a jump reads nothing."""
        opened = self._screen.opened
        if self._present is None or self._present[0] is not opened:
            self._read_to = 0.0
        self._read_to = self._read_to if is_jump else max(self._read_to, fraction)
        start = opened.episode.turns[place.turn].start
        self._present = opened, Place(place.turn, place.offset, start, round(self._read_to, 4))

    def keep(self) -> str:
        """Write the present place, unless it is written; gives "" or why it could not be."""
        present = self._present
        if self.notebook is None or present is None or present == self._written:
            return ""
        opened, place = present
        try:
            self.notebook.keep_place(opened.key, opened.path, place)
        except NotebookError as error:
            return str(error)
        self._written = present
        return ""

    async def keep_in_background(self) -> None:
        """As `keep`; another program that has the notebook open holds no key up."""
        self._tell(await asyncio.to_thread(self.keep))
        for notice in self.notebook.notices() if self.notebook else ():
            self._screen.complain(notice)

    def toggle_read(self) -> None:
        """Mark the episode read, or unread."""
        if self.notebook is None:
            self._screen.complain("There is no notebook to keep that in.")
            return
        opened = self._screen.opened
        self.keep()  # the place first: what follows only marks the episode
        try:
            read = self.notebook.progress().get(opened.key, 0) < 1
            self.notebook.set_read(opened.key, opened.path, read)
        except NotebookError as error:
            self._screen.complain(str(error))
        else:
            self.begin_again()
            self._screen.tell("Marked read." if read else "Marked unread.")

    def begin_again(self) -> None:
        """What was marked counts; what was read before is not written over it."""
        self._read_to = 0.0
        if self._present:
            opened, place = self._present
            self._present = self._written = opened, place._replace(fraction=0.0)

    def _tell(self, failure: str) -> None:
        """Once for each way in which it fails."""
        if failure and failure != self._failure:
            self._screen.complain(failure)
        self._failure = failure


def found_place(episode: Episode, place: Place) -> ReadingPlace:
    """Where a kept place is in an episode that may have been corrected since.

    Its turn, where that still starts at the same time; else the turn that does; else its turn.
    """
    turns = episode.turns
    turn = max(0, min(place.turn, len(turns) - 1))
    if place.start is not None and turns[turn].start != place.start:
        at = bisect_left(episode.starts, place.start)
        turn = at if at < len(turns) and turns[at].start == place.start else turn
    return ReadingPlace(turn, min(place.offset, len(turns[turn].text)))
