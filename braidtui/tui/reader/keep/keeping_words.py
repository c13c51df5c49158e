"""Keeping words: highlights, quotes of one's own and notes; and undoing that."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from braidtui.notebook.places import NotebookError
from braidtui.tui.reader.keep.chosen import Chosen, quoted
from braidtui.tui.reader.keep.kept_here import Reading

if TYPE_CHECKING:
    from braidtui.notebook.kept import Change, Kept, Kind
    from braidtui.tui.dialogs.note_editor import WrittenNote
    from braidtui.tui.reader.screen import ReaderScreen

_TOLD = 32  # cells of the words in a message


class KeepingWords:
    """Works on what is chosen. What is told is on the disk."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._drafts: dict[object, str] = {}
        self._is_latest = False

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "highlight": self.highlight,
            "keep_quote": self.keep_quote,
            "note": self.write_note,
            "undo": self.undo,
            "redo": self.redo,
        }

    def meant_by(self, command: str) -> str:
        """What a command means: `u`, half a page up, is undoing right after a change."""
        if command == "half_page_up" and self._is_latest:
            return "undo"
        self._is_latest = False
        return command

    def highlight(self) -> None:
        """Highlight the words; those that are highlighted are so no more."""
        from braidtui.notebook.kept import Kind

        self._switch(Kind.HIGHLIGHT, "Highlighted", "No longer highlighted")

    def keep_quote(self) -> None:
        """Put the words among the quotes, or take them out again."""
        from braidtui.notebook.kept import Kind

        self._switch(Kind.QUOTE, "Among the quotes", "No longer among the quotes")

    def write_note(self) -> None:
        """Write a note on the words, or go on with the one that is there."""
        from braidtui.notebook.kept import Kind
        from braidtui.tui.dialogs.note_editor import NoteEditor

        if (chosen := Chosen.of(self._screen)) is None:
            return
        kept = next(iter(self._same(Kind.NOTE, chosen)), None)
        draft = self._drafts.get(chosen.key, kept.note if kept else "")
        editor = NoteEditor(chosen.words(), draft, partial(self._keep_note, chosen, kept))
        self._screen.app.push_screen(editor, partial(self._note_left, chosen))

    def undo(self) -> None:
        """Take back the latest change of the notebook."""
        here = self._screen.kept_here
        self.change(lambda: _in_words("Undone", here.keepsakes.undo()))

    def redo(self) -> None:
        """Do again what was undone."""
        here = self._screen.kept_here
        self.change(lambda: _in_words("Done again", here.keepsakes.redo()))

    def change(self, change: Callable[[], str]) -> None:
        """Change the notebook in its thread, then show what is in it, and say what was done."""
        here = self._screen.kept_here
        self._is_latest = True

        def changed() -> tuple[str, Reading]:
            try:
                return change(), here.read()
            except NotebookError:
                self._is_latest = False
                raise

        self._screen.deeds.do(changed, self._tell)

    def _tell(self, done: tuple[str, Reading]) -> None:
        said, reading = done
        self._screen.kept_here.draw(reading)
        self._screen.tell(said)

    def _switch(self, kind: "Kind", kept: str, dropped: str) -> None:
        if (chosen := Chosen.of(self._screen)) is None:
            return

        def change() -> str:
            keepsakes = self._screen.kept_here.keepsakes
            same = self._same(kind, chosen)
            for it in same:
                keepsakes.drop(it.id)
            if not same:
                keepsakes.keep(chosen.opened, kind, chosen.spans)
            return f"{dropped if same else kept}: {chosen.words(_TOLD)}"

        self.change(change)
        self._screen.clear_selection()

    def _same(self, kind: "Kind", chosen: Chosen) -> "Sequence[Kept]":
        """What is kept of these very words; where a turn is read, whatever is kept of it."""
        here = self._screen.kept_here
        if not chosen.is_selection:
            return here.at(kind, chosen.spans[0].turn)
        return [
            it.kept for it in here.attached if it.kept.kind == kind and chosen.are_within(it.spans)
        ]

    def _keep_note(self, chosen: Chosen, kept: "Kept | None", note: str) -> str:
        """In the editor's thread: write a note, an empty one not at all; gives "" or why not."""
        from braidtui.notebook.kept import Kind

        try:
            keepsakes = self._screen.kept_here.keepsakes
            if kept and note:
                keepsakes.write_note(kept.id, note)
            elif kept:
                keepsakes.drop(kept.id)
            elif note:
                keepsakes.keep(chosen.opened, Kind.NOTE, chosen.spans, note=note)
        except NotebookError as error:
            return str(error)
        return ""

    def _note_left(self, chosen: Chosen, written: "WrittenNote | None") -> None:
        self._drafts.pop(chosen.key, None)
        if written is None:
            return
        if written.is_kept:
            self.change(lambda: "Note kept." if written.text else "No note.")
            self._screen.clear_selection()
        else:
            self._drafts[chosen.key] = written.text


def _in_words(told: str, change: "Change | None") -> str:
    """`Undone: highlight kept, “the tide …”`."""
    if change is None:
        return f"Nothing is {told.lower()}."
    kept = change.kept
    return f"{told}: {kept.kind} {change.deed}, {quoted(kept.text, _TOLD)}"
