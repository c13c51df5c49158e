"""A small window to write a note in, below the words that it is on."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import events, getters
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.getters import query_one
from textual.keys import Keys
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static, TextArea

from braidtui.episode.problem import shortened
from braidtui.episode.safe_text import clean
from braidtui.tui.late_keys import acted_at_once
from braidtui.tui.pasting import pasted
from braidtui.tui.transcript.layout.note_lines import first_lines

LONGEST = 10_000  # characters of a note
_MOST_ROWS, _LOW = 8, 16
_NEW_LINE = ("alt+enter", "shift+enter", "ctrl+j")
# Most terminals send escape and return for alt+enter; Textual would make `^` and enter of them.
cast(dict[str, object], ANSI_SEQUENCES_KEYS)["\x1b\r"] = (Keys.ControlJ,)
_HINTS = ("enter keeps · alt+enter new line · esc leaves", "enter keeps · esc leaves")


class WrittenNote(NamedTuple):
    """What was written; where it is not kept, it is a draft to be offered again."""

    text: str
    is_kept: bool


class NoteEditor(ModalScreen[WrittenNote]):
    """Gives what was written. Keeping is tried before it closes; where that fails it says so."""

    if TYPE_CHECKING:
        from braidtui.tui.app import BraidApp

        app = getters.app(BraidApp)

    BINDINGS = [Binding("escape", "leave", show=False)]
    AUTO_FOCUS = "NoteArea"
    DEFAULT_CSS = """
    NoteEditor {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 84; height: auto; max-height: 100%;
            background: $surface; border: round $border-blurred; border-title-color: $text-accent;
            border-subtitle-color: $text-muted; padding: 0 1;
        }
        & NoteArea, & NoteArea:focus { border: none; padding: 0 1; background: $panel; }
        & #complaint { height: auto; max-height: 2; color: $text-error; display: none; }
    }
    """
    window = query_one(Vertical)
    area = query_one("NoteArea", TextArea)
    complaint = query_one("#complaint", Static)

    def __init__(self, words: str, text: str, keep: Callable[[str], str]) -> None:
        """`words` are those that the note is on, `text` what there is of it already.

        `keep` writes it down in a thread of its own, and gives "" or why it could not.
        """
        super().__init__()
        self._words = words
        self._text = clean(text)
        self._keep = keep
        self._held: list[events.Key] | None = None

    def compose(self) -> ComposeResult:
        """The words over the note, and what is wrong below it."""
        with Vertical() as window:
            window.border_title = Content("Note")
            yield _Words(self._words)
            yield NoteArea(self, self._text)
            yield Static(id="complaint")

    def on_resize(self) -> None:
        """As many rows as there is room for."""
        width, height = self.size
        self.area.styles.height = max(1, min(_MOST_ROWS, height - 5))
        self.window.border_subtitle = Content(_HINTS[width < len(_HINTS[0]) + 12])

    @property
    def typed(self) -> str:
        """What stands in it now, also before it is drawn."""
        areas = self.query(TextArea)
        return areas.first().text if areas else self._text

    def take(self, key: events.Key) -> bool:
        """Do what a key means that writes nothing; while the note is being kept, keys wait."""
        if self._held is not None:
            self._held.append(key)
        elif key.key == "enter":
            self._begin_to_keep()
        else:
            return False
        return True

    def complain(self, message: str) -> None:
        """Say what is wrong, or with "" that nothing is."""
        self.complaint.update(Content(message))
        self.complaint.display = bool(message)

    def action_leave(self) -> None:
        """Keep nothing."""
        self.dismiss(WrittenNote(self._written, False))

    @property
    def _written(self) -> str:
        return clean(self.area.text).strip()

    def _begin_to_keep(self) -> None:
        self._held = []
        self.complain("")
        self.run_worker(self._try(self._written), group="keeping")

    async def _try(self, text: str) -> None:
        """Whoever else has the notebook open holds no key up."""
        failure = await asyncio.to_thread(self._keep, text)
        held, self._held = self._held or [], None
        if not failure:
            self._leave(WrittenNote(text, True), held)
        elif any(key.key == "escape" for key in held):
            self.action_leave()
        else:
            self.complain(shortened(failure))

    def _leave(self, written: WrittenNote, held: Sequence[events.Key]) -> None:
        """Close; the keys that came meanwhile go to what is seen now."""
        app = self.app
        self.dismiss(written)
        for key in held:
            app.late_keys.hand(key, app.focused or app.screen)


class NoteArea(TextArea):
    """Lines of safe text. What writes nothing acts at once, as in a box of one line."""

    def __init__(self, editor: NoteEditor, text: str) -> None:
        super().__init__(text, highlight_cursor_line=False, compact=True)
        self.cursor_blink = False
        self._editor = editor

    def on_mount(self) -> None:
        """Go on where it ends."""
        self.move_cursor(self.document.end)

    def write(self, text: str) -> None:
        """Put text in the place of what is selected, as far as there is room for it."""
        room = LONGEST - len(self.text) + len(self.selected_text)
        self._editor.complain("" if len(text) <= room else f"At most {LONGEST:,} characters.")
        begin, end = sorted(self.selection)
        self.replace(text[: max(0, room)], begin, end, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """What was cut or copied here."""
        self.write(self.app.clipboard)

    async def _on_key(self, event: events.Key) -> None:
        if await acted_at_once(self, event, self._take):
            event.prevent_default().stop()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default().stop()
        self.write(pasted(event.text))

    def _take(self, event: events.Key) -> bool:
        if self._editor.take(event):
            return True
        if event.key in _NEW_LINE:
            self.write("\n")
        elif event.is_printable and event.character:
            self.write(clean(event.character))
        else:
            return False
        return True


class _Words(Widget):
    """The words that a note is on, two or three lines of them."""

    DEFAULT_CSS = "_Words { height: auto; color: $text-muted; text-style: italic; }"

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Fewer lines where there is not much room."""
        return len(self._lines(width))

    def render(self) -> Content:
        """What there is room for."""
        return Content("\n".join(self._lines(self.size.width)))

    def _lines(self, width: int) -> list[str]:
        most = 3 if self.app.size.height >= _LOW else 1
        return first_lines([self._words], max(1, width), most)
