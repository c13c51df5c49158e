"""Notes: written on what is chosen, gone on with, and never lost once typed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from braidtui.notebook.places import NotebookError
from braidtui.tui.reader.keep.chosen import Chosen

if TYPE_CHECKING:
    from braidtui.notebook.kept import Kept
    from braidtui.tui.dialogs.note_editor import NoteEditor, WrittenNote
    from braidtui.tui.reader.screen import ReaderScreen


class Notes:
    """What was typed and not kept is offered again; what could not be kept is not given up."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._drafts: dict[object, str] = {}
        self._refused: dict[object, tuple[Chosen, str]] = {}
        self._open: tuple[Chosen, NoteEditor] | None = None
        self._rescued = ""

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"note": self.write}

    def rescue(self) -> str:
        """On the way out: write down what was not taken, and what one is writing.

        Gives where that is, "" where nothing is lost; the same when asked again.
        """
        notes = list(self._refused.values())
        if self._open and (text := self._open[1].typed.strip()):
            notes.append((self._open[0], text))
        self._refused, self._open = {}, None
        if notes:
            from braidtui.tui.reader.keep.rescue import rescue

            self._rescued = rescue(notes)
        return self._rescued

    def write(self) -> None:
        """Write a note on the words, or go on with the one that is there; asks which of several."""
        from braidtui.notebook.kept import Kind

        if (chosen := Chosen.of(self._screen)) is None:
            return
        here = self._screen.kept_here
        here.read_now()
        find = chosen.of_turn if chosen.is_turn else chosen.same
        notes = find(here.attached, Kind.NOTE)
        if len(notes) > 1:
            self._ask_which(chosen, notes)
        else:
            self._edit(chosen, next(iter(notes), None))

    def _ask_which(self, chosen: Chosen, notes: "Sequence[Kept]") -> None:
        from braidtui.tui.dialogs.picker import Choice, Picker

        choices = [
            Choice(" ".join(note.note.split()), partial(self._edit, chosen, note)) for note in notes
        ]
        self._screen.app.push_screen(
            Picker("Which note?", choices), lambda edit: edit() if edit else None
        )

    def _edit(self, chosen: Chosen, kept: "Kept | None") -> None:
        from braidtui.tui.dialogs.note_editor import NoteEditor

        draft = self._drafts.get(chosen.key, kept.note if kept else "")
        editor = NoteEditor(chosen.words(), draft, partial(self._keep, chosen, kept))
        self._open = chosen, editor
        self._screen.app.push_screen(editor, partial(self._left, chosen, kept))

    def _keep(self, chosen: Chosen, kept: "Kept | None", note: str) -> str:
        """In the editor's thread: write a note, an empty one not at all; gives "" or why not."""
        try:
            self._written(chosen, kept, note)
        except NotebookError as error:
            self._refused[chosen.key] = chosen, note
            return str(error)
        self._refused.pop(chosen.key, None)
        return ""

    def _written(self, chosen: Chosen, kept: "Kept | None", note: str) -> None:
        """Where another reader changed or dropped the note meanwhile, it is a new one."""
        from braidtui.notebook.kept import Kind

        keepsakes = self._screen.kept_here.keepsakes
        is_as_it_was = kept is not None and kept in keepsakes.of(chosen.opened)
        if kept and is_as_it_was and note:
            keepsakes.write_note(kept.id, note)
        elif kept and is_as_it_was:
            keepsakes.drop(kept.id)
        elif note:
            keepsakes.keep(chosen.opened, Kind.NOTE, chosen.spans, note=note)

    def _left(self, chosen: Chosen, kept: "Kept | None", written: "WrittenNote | None") -> None:
        self._open = None
        self._drafts.pop(chosen.key, None)
        if written is None or not (written.text or kept):
            return
        if written.is_kept:
            said = "Note kept." if written.text else "Note dropped."
            self._screen.keeping_words.change(chosen.opened, lambda: said)
            self._screen.clear_selection()
        else:
            self._drafts[chosen.key] = written.text
