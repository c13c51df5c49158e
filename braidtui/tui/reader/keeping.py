"""Keeping the reading place: within a second of a move, and at every way out."""

from collections.abc import Callable, Mapping
from typing import Protocol

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
    """Writes the place to the notebook when it changed; says once when it can't."""

    def __init__(self, screen: PlaceScreen, notebook: Notebook | None) -> None:
        self.notebook = notebook
        self._screen = screen
        self._present: tuple[Opened, Place] | None = None
        self._read_to = 0.0
        self._is_written = True
        self._complained = False

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"toggle_read": self.toggle_read}

    def kept_place(self, opened: Opened) -> Place | None:
        """Where one was in an episode, if it was read before."""
        if self.notebook is None:
            return None
        try:
            return self.notebook.place(opened.key)
        except NotebookError as error:
            self._complain(error)
            return None

    def note(self, place: ReadingPlace, fraction: float, *, is_jump: bool) -> None:
        """Take down the present place, to be written by `keep`; a jump reads nothing."""
        opened = self._screen.opened
        if self._present is None or self._present[0] is not opened:
            self._read_to = 0.0
        self._read_to = self._read_to if is_jump else max(self._read_to, fraction)
        start = opened.episode.turns[place.turn].start
        self._present = opened, Place(place.turn, place.offset, start, round(self._read_to, 4))
        self._is_written = False

    def keep(self) -> None:
        """Write the present place, unless it is written already."""
        if self.notebook is None or self._present is None or self._is_written:
            return
        opened, place = self._present
        self._is_written = True
        try:
            self.notebook.keep_place(opened.key, opened.path, place)
        except NotebookError as error:
            self._complain(error)

    def toggle_read(self) -> None:
        """Mark the episode read, or unread."""
        if self.notebook is None:
            self._screen.complain("There is no notebook to keep that in.")
            return
        opened = self._screen.opened
        try:
            read = self.notebook.progress().get(opened.key, 0) < 1
            self.notebook.set_read(opened.key, opened.path, read)
        except NotebookError as error:
            self._screen.complain(str(error))
        else:
            if not read:
                self._read_to, self._is_written = 0.0, True
            self._screen.tell("Marked read." if read else "Marked unread.")

    def _complain(self, error: NotebookError) -> None:
        if not self._complained:
            self._complained = True
            self._screen.complain(str(error))
