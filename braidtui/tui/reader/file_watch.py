"""The file under the reader: read again when it changes, edited at the turn being read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from textual.app import App, SuspendNotSupported

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.tui.reader.carrying import carry_place
from braidtui.tui.transcript.reading import ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

SECONDS_BETWEEN_LOOKS = 1.0
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

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"edit": self.edit}

    def start(self) -> None:
        """Take the file as it is now for the one that is shown."""
        self._seen = _stamp(self._screen.opened.path)

    def look(self) -> None:
        """Read the file again if it changed since the last look."""
        stamp = _stamp(self._screen.opened.path)
        if stamp is None or stamp == self._seen:
            return
        self._seen = stamp
        self._read_again()

    def edit(self) -> None:
        """Leave the screen to the editor, then read the file again."""
        import subprocess

        from braidtui.tui.editor import editor_command

        if not self._is_own():
            return
        opened, view = self._screen.opened, self._screen.transcript
        turn = view.place.turn
        line = opened.turn_lines[turn] if turn < len(opened.turn_lines) else 1
        command = editor_command(opened.path, line)
        failure = ""
        try:
            with self._screen.app.suspend():
                try:
                    subprocess.run(command, check=False)
                except OSError as error:  # within, or the screen would not come back
                    failure = f"{command[0]}: {error.strerror}. Set $EDITOR."
        except SuspendNotSupported:
            failure = "This terminal cannot be handed to an editor."
        if failure:
            self._screen.complain(failure)
        self.look()

    def _is_own(self) -> bool:
        """Whether the file is the person's; of one that ships with the program they get a copy."""
        from braidtui.library.folders import bundled_episodes, user_library
        from braidtui.library.writing import write_whole

        opened, library = self._screen.opened, user_library()
        if library is None or opened.path.parent != bundled_episodes():
            return True
        copy = library / opened.path.name
        try:
            library.mkdir(parents=True, exist_ok=True)
            write_whole(copy, opened.path.read_bytes())
            self._screen.show(self._library.open(copy), self._screen.transcript.place)
        except (OSError, EpisodeRefused) as error:
            self._screen.complain(f"No copy to edit could be made: {error}")
            return False
        self._screen.tell("You edit a copy in your library.")
        return True

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
