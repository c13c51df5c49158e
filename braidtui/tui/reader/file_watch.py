"""The file under the reader: read again when it changes, edited at the turn being read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import time
from typing import Protocol

from textual.app import App, SuspendNotSupported

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.library.reading import is_stream, trouble_in_words
from braidtui.tui.reader.place.carrying import carry_place
from braidtui.tui.transcript.reading import ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_OF_DOUBT = 30  # a file that changed so lately may have changed while it was opened
Stamp = tuple[int, int] | None


class FileScreen(Protocol):
    """What watching needs of the screen."""

    @property
    def app(self) -> App[None]: ...
    @property
    def opened(self) -> Opened: ...
    @property
    def transcript(self) -> TranscriptView: ...
    def show(self, opened: Opened, place: ReadingPlace) -> None: ...
    def tell(self, message: str) -> None: ...
    def complain(self, message: str) -> None: ...


class FileWatch:
    """Looks at size and time of the open file; a broken one leaves the text as it was."""

    def __init__(self, screen: FileScreen, library: Library) -> None:
        self._screen = screen
        self._library = library
        self._seen: Stamp = None
        self._is_broken = False
        self._is_gone = False

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"edit": self.edit}

    def start(self) -> None:
        """Take the file as it is now for the one that is shown, unless it changed just now."""
        stamp = _stamp(self._screen.opened.path)
        is_settled = stamp is not None and time() - stamp[0] / 1e9 > _SECONDS_OF_DOUBT
        self._seen = stamp if is_settled else None

    def look(self) -> None:
        """Read the file again if it changed since the last look; a pipe tells nothing twice."""
        if is_stream(self._screen.opened.path):
            return
        stamp = _stamp(self._screen.opened.path)
        if stamp is None and not self._is_gone:
            self._screen.tell("The file is gone; what you read is as it was.")
        self._is_gone = stamp is None
        if stamp is None or stamp == self._seen:
            return
        self._seen = stamp
        self._read_again()

    def edit(self) -> None:
        """Leave the screen to the editor, then read the file again."""
        from braidtui.tui.editor import editor_command, run_editor

        path = self._own_file()
        if path is None:
            return
        opened, turn = self._screen.opened, self._screen.transcript.place.turn
        line = opened.turn_lines[turn] if turn < len(opened.turn_lines) else 1
        command = editor_command(path, line)
        failure = ""
        try:
            with self._screen.app.suspend():
                failure = run_editor(command)  # within, or the screen would not come back
        except SuspendNotSupported:
            failure = "This terminal cannot be handed to an editor."
        if failure:
            self._screen.complain(failure)
        if path != opened.path:
            self._show_copy(path)
        self.look()

    def _own_file(self) -> Path | None:
        """The file to edit: of an episode that ships with the program, a copy in the library."""
        from braidtui.library.folders import bundled_episodes, user_library
        from braidtui.library.writing import write_whole

        path, library = self._screen.opened.path, user_library()
        if library is None or path.parent != bundled_episodes():
            return path
        copy = library / path.name
        try:
            if not copy.exists():
                library.mkdir(parents=True, exist_ok=True)
                write_whole(copy, path.read_bytes())
        except OSError as error:
            self._screen.complain(f"No copy to edit could be made: {trouble_in_words(error)}")
            return None
        return copy

    def _show_copy(self, copy: Path) -> None:
        try:
            self._screen.show(self._library.open(copy), self._screen.transcript.place)
        except (OSError, EpisodeRefused) as error:
            self._screen.complain(str(error))
        else:
            self._screen.tell("What you edit is a copy in your library.")

    def _read_again(self) -> None:
        before, place = self._screen.opened, self._screen.transcript.place
        try:
            opened = self._library.open(before.path)
        except EpisodeRefused as refused:
            self._is_broken = True
            self._screen.complain(f"The file changed, but is broken: {refused}")
        except OSError as error:
            self._screen.complain(f"The file changed, but cannot be read: {error.strerror}.")
        else:
            if opened.episode != before.episode or self._is_broken:
                self._is_broken = False
                self._screen.show(opened, carry_place(before.episode, opened.episode, place))
                self._screen.tell("The file changed and was read again.")


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
