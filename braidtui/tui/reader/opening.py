"""Opening another file in the reader: at the place kept, at a hit, or out of the library."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from braidtui.episode.problem import EpisodeRefused
from braidtui.episode.safe_text import clean_line
from braidtui.find.finder import Finder
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.notebook.places import Place
from braidtui.tui.reader.find.finding import Sought, label_of
from braidtui.tui.reader.place.jumps import Stop
from braidtui.tui.reader.place.keeping import found_place
from braidtui.tui.transcript.reading import ReadingPlace
from braidtui.typeset.heads import counted

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen


class Opening:
    """Keeps the place in what is left; says so where a file can't be opened."""

    def __init__(self, screen: "ReaderScreen", library: Library) -> None:
        self._screen = screen
        self._library = library

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"library": self.show_library}

    def open(self, path: Path, place: ReadingPlace | None = None) -> bool:
        """Read another file, at a place or where it was last read; False where that fails.

        One can come back to what is left.
        """
        here = self._screen.movement.here
        if is_open := self._show(path, place):
            self._screen.movement.remember(here)
        return is_open

    def read_at(self, stop: Stop) -> None:
        """Read on at a place of this file or another one, without a jump."""
        if stop.path == self._screen.opened.path:
            self._screen.transcript.jump(stop.place)
        else:
            self._show(*stop)

    def open_at(self, path: Path, place: ReadingPlace, finder: Finder, label: str) -> None:
        """Read on at a place of a file, with the hits of `finder` marked; they can be stepped on.

        `label` is how the status line calls what is found.
        """
        start = ReadingPlace(place.turn, 0)  # who says it in sight, where there is room
        if path == self._screen.opened.path:
            self._screen.movement.to_turn(place.turn)
        elif not self.open(path, start):
            return
        self._screen.finding.look_at(Sought(label_of(label), finder), place)

    def tell_remarks(self) -> None:
        """Say that there were remarks on a file of another format, and how to see them."""
        opened = self._screen.opened
        if opened.warnings and not opened.turn_lines:
            remarks = counted(len(opened.warnings), "remark")
            name = clean_line(opened.path.name)
            self._screen.tell(f"{remarks} on how this was read: braidtui check {name}")

    def _show(self, path: Path, place: ReadingPlace | None) -> bool:
        self._screen.keeper.keep()
        try:
            opened = self._library.open(path)
        except EpisodeRefused as refused:
            self._screen.complain(str(refused))
        except OSError as error:
            self._screen.complain(f"{path.name}: {error.strerror}")
        else:
            kept = self._screen.keeper.kept_place(opened)
            self._screen.show(opened, place or place_in(opened, kept))
            self.tell_remarks()
            return True
        return False

    def show_library(self) -> None:
        """Go to the library; what is chosen there is opened here."""
        from braidtui.tui.library_screen import LibraryScreen

        screen = self._screen

        def chosen(path: Path | None) -> None:
            screen.keeper.begin_again()  # it may have been marked read or unread there
            if path is not None and path != screen.opened.path:
                self.open(path)

        screen.keeper.keep()
        screen.app.push_screen(
            LibraryScreen(self._library, screen.keeper.notebook, screen.opened.path), chosen
        )


def place_in(opened: Opened, kept: Place | None) -> ReadingPlace:
    """Where to read on in a file: where the notebook says, else at the top."""
    return found_place(opened.episode, kept) if kept else ReadingPlace(0, 0)
