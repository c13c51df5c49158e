"""The line in which one types what to find: its sign before it, what was found behind it."""

from collections.abc import Sequence
from typing import Protocol

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from braidtui.find.pattern import LONGEST
from braidtui.tui.panes.line_box import LineBox
from braidtui.typeset.cells import cell_len, elided

_LEAST, _MOST = 17, 46  # cells of what was found


class Prompt(Protocol):
    """Whoever asks: the bar is made late, when the screen's messages are settled."""

    def look(self, typed: str) -> None: ...
    def keep(self) -> None: ...
    def leave(self) -> None: ...


class FindBar(LineBox):
    """One line. Up and down bring back what was typed before."""

    BINDINGS = [
        Binding("up", "recall(1)", show=False),
        Binding("down", "recall(-1)", show=False),
    ]
    DEFAULT_CSS = """
    FindBar {
        border: none; height: 1; padding: 0; color: $foreground;
        &:focus { border: none; }
    }
    """

    said: reactive[str] = reactive("")
    """What was found, or what is wrong."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(select_on_focus=False, compact=True, max_length=LONGEST, id="find")
        self.cursor_blink = False
        self._initial_value = False  # Textual would not scroll to the end of a first value
        self._prompt = prompt
        self._sign = "/"
        self._before: Sequence[str] = ()
        self._recalled = -1
        self._looked_for = ""

    def ask(self, sign: str, hint: str, before: Sequence[str]) -> None:
        """Begin with an empty line; `before` is what was typed earlier, the latest first."""
        self._sign, self._before, self._recalled = sign, before, -1
        self.placeholder = hint
        self.said = self._looked_for = self.value = ""

    def watch_value(self, value: str) -> None:
        """Another letter was typed: look at once, as a message would be another frame."""
        if value != self._looked_for:
            self._looked_for = value
            self._prompt.look(value)

    def action_recall(self, steps: int) -> None:
        """Put what was typed earlier into the line, or what came after it."""
        self._recalled = max(-1, min(self._recalled + steps, len(self._before) - 1))
        self.value = self._before[self._recalled] if self._recalled >= 0 else ""
        self.cursor_position = len(self.value)

    def on_resize(self, event: events.Resize) -> None:
        """A third of the line for what was found."""
        room = max(_LEAST, min(_MOST, event.size.width // 3))
        self.styles.padding = (0, min(room, event.size.width // 2), 0, 2)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line with its sign and what was found."""
        width = self.outer_size.width
        typed = super().render_lines(Region(0, 0, width, 1))[0]
        room = self.styles.padding.right
        said = elided(self.said, max(0, room - 2))
        begin = max(2, width - cell_len(said) - 1)
        style = self.rich_style
        whole = Strip.join(
            [
                Strip([Segment(f" {self._sign}", style)]),
                typed.crop(2, begin),
                Strip([Segment(f"{said} ", style)]),
            ]
        )
        return [whole.crop(crop.x, crop.right)]

    def take(self, event: events.Key) -> bool:
        """Enter keeps what was found, escape leaves."""
        match event.key:
            case "enter":
                self._prompt.keep()
            case "escape":
                self._prompt.leave()
            case _:
                return False
        return True
