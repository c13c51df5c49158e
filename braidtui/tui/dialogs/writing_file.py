"""Asks where to write a file, and tells before what will happen there."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from braidtui.episode.problem import shortened
from braidtui.episode.safe_text import clean_line
from braidtui.library.export.place import destination
from braidtui.library.export.plan import ExportRefused, Plan, Written
from braidtui.library.reading import trouble_in_words
from braidtui.tui.panes.line_box import LineBox

_DEEDS = {
    "new": "A new file",
    "renewed": "Is there already: what braidtui wrote is renewed, what you wrote stays",
    "same": "Is there already, and the same: nothing will change",
}


class WriteFile(ModalScreen[Written | None]):
    """Gives what was written. A file that braidtui did not write takes a second enter."""

    BINDINGS = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    WriteFile {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 100; height: auto; max-height: 80%;
            background: $surface; border: round $border-blurred; border-title-color: $text-accent;
            border-subtitle-color: $text-muted; padding: 0 1;
        }
        & LineBox { border: none; height: 1; padding: 0 1; margin: 1 0; }
        & Static { height: auto; max-height: 4; color: $text-muted; }
        &.-refused Static { color: $text-error; }
    }
    """

    prompt = query_one(LineBox)
    verdict = query_one(Static)

    def __init__(self, title: str, path: Path, plan: Callable[[Path], Plan]) -> None:
        """`plan` tells for a path what will be done there."""
        super().__init__()
        self._title = title
        self._path = path
        self._plan = plan
        self._is_forced = False

    def compose(self) -> ComposeResult:
        """The path over what will happen there."""
        with Vertical() as window:
            window.border_title = Content(self._title)
            window.border_subtitle = Content("enter writes · esc leaves")
            yield LineBox(_typed(self._path), select_on_focus=False, compact=True)
            yield Static()

    def on_mount(self) -> None:
        """Say at once what will happen; of a long path the end is seen."""
        self.look()
        self.prompt.cursor_position = 0
        self.call_after_refresh(self.prompt.action_end)

    @on(Input.Changed)
    def look(self) -> None:
        """Another path was typed."""
        self._is_forced = False
        try:
            planned = self._plan(self._place)
        except (OSError, ValueError) as error:
            self._say(_trouble(error), is_refused=True)
        else:
            self._say(_verdict(planned), is_refused=planned.deed == "refused")

    @on(Input.Submitted)
    def write(self) -> None:
        """Write, and leave; where that fails say why and stay."""
        try:
            planned = self._plan(self._place)
            if planned.deed == "refused" and planned.forced and not self._is_forced:
                self._is_forced = True
                self._say(_hint(planned), is_refused=True)
                return
            written = planned.write(force=self._is_forced)
        except ExportRefused as refused:
            self._say(str(refused), is_refused=True)
        except (OSError, ValueError) as error:
            self._say(_trouble(error), is_refused=True)
        else:
            self.dismiss(written)

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    @property
    def _place(self) -> Path:
        """Where the path that stands in the box leads."""
        typed = self.prompt.value
        if typed == _typed(self._path):  # what cannot be shown has a stand-in in the box
            return self._path
        return destination(typed, self._path.name)

    def _say(self, words: str, *, is_refused: bool) -> None:
        self.set_class(is_refused, "-refused")
        self.verdict.update(Content(words))


def _verdict(planned: Plan) -> str:
    """What will happen, and where: of a long path the box shows only the end."""
    path = planned.path
    if planned.deed != "refused":
        return shortened(f"{_DEEDS[planned.deed]}. {path.name} in {_typed(path.parent)}")
    way_out = f" Enter twice: {planned.forced}; kept as {path.name}.bak." if planned.forced else ""
    return shortened(f"{path.name} {planned.reason}.{way_out}")


def _typed(path: Path) -> str:
    """A path as one types it, with `~` for the home."""
    try:
        return clean_line(str(Path("~", path.relative_to(Path.home()))))
    except (RuntimeError, ValueError):
        return clean_line(str(path))


def _hint(planned: Plan) -> str:
    kept = f"{planned.path.name}.bak"
    return shortened(f"Enter again: {planned.forced}; kept as {kept}.")


def _trouble(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return shortened(f"Cannot be written: {trouble_in_words(error)}")
    return "This can be no file's name."
