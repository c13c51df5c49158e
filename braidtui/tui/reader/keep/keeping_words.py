"""Keeping words: highlights and quotes of one's own; and undoing what was kept or dropped."""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from braidtui.library.opened import Opened
from braidtui.notebook.places import NotebookError
from braidtui.tui.reader.keep.chosen import Chosen, quoted
from braidtui.tui.reader.keep.kept_here import Reading
from braidtui.tui.reader.notices import SECONDS

if TYPE_CHECKING:
    from braidtui.notebook.kept import Change, Kept, Kind
    from braidtui.tui.reader.screen import ReaderScreen

_TOLD = 32  # cells of the words in a message
_UNDONE = {"kept": "Removed again", "dropped": "Back again", "changed": "As before"}
_DONE_AGAIN = {"kept": "Kept again", "dropped": "Dropped again", "changed": "Changed again"}


class KeepingWords:
    """Works on what is chosen. What is told is on the disk.

    What is kept already is read anew for each change, from the notebook, not from the screen.
    """

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._undone_by_u_until = 0.0
        self._has_failed = False

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "highlight": self.highlight,
            "keep_quote": self.keep_quote,
            "undo": self.undo,
            "redo": self.redo,
        }

    def undoes(self, command: str) -> bool:
        """Undo a change if `u`, half a page up, is pressed while that is told; only once."""
        is_fresh = monotonic() < self._undone_by_u_until
        self._undone_by_u_until = 0.0
        if is_fresh and command == "half_page_up":
            self._do(self._screen.opened, lambda: "" if self._has_failed else self._undone())
            return True
        return False

    def highlight(self) -> None:
        """Highlight the words; those that are highlighted are so no more."""
        from braidtui.notebook.kept import Kind

        if chosen := Chosen.of(self._screen):
            self._switch(chosen, Kind.HIGHLIGHT, "Highlighted", "No longer highlighted")

    def keep_quote(self) -> None:
        """Put the words among the quotes, or take them out again."""
        from braidtui.notebook.kept import Kind

        if (chosen := Chosen.of(self._screen)) is None:
            return
        if self._screen.annotated and chosen.spans[0] in self._screen.annotated.quotes:
            self._screen.tell("The episode has that among its quotes.")
        else:
            self._switch(chosen, Kind.QUOTE, "Among the quotes", "No longer among the quotes")

    def undo(self) -> None:
        """Take back the latest change that was made here."""
        self._do(self._screen.opened, self._undone)

    def redo(self) -> None:
        """Do again what was undone."""
        self._do(self._screen.opened, self._redone)

    def change(self, opened: Opened, change: Callable[[], str]) -> None:
        """Change what is kept of an episode, show what is in the notebook, say what was done."""
        self._undone_by_u_until = inf
        self._do(opened, change)

    def _do(self, opened: Opened, change: Callable[[], str]) -> None:
        def changed() -> tuple[str, Reading]:
            try:
                done = change(), self._screen.kept_here.read(opened)
            except NotebookError:
                self._has_failed, self._undone_by_u_until = True, 0.0
                raise
            self._has_failed = False
            return done

        self._screen.deeds.do(changed, self._tell)

    def _tell(self, done: tuple[str, Reading]) -> None:
        said, reading = done
        self._screen.kept_here.draw(reading)
        if said:
            self._screen.tell(said)
        if self._undone_by_u_until == inf:
            self._undone_by_u_until = monotonic() + SECONDS

    def _switch(self, chosen: Chosen, kind: "Kind", kept: str, dropped: str) -> None:
        here = self._screen.kept_here

        def change() -> str:
            same = chosen.same(here.read(chosen.opened).attached, kind)
            if same:
                here.keepsakes.drop(*(it.id for it in same))
                return f"{dropped}: {_named(same)}"
            here.keepsakes.keep(chosen.opened, kind, chosen.spans)
            return f"{kept}: {chosen.words(_TOLD)}"

        self.change(chosen.opened, change)
        self._screen.clear_selection()

    def _undone(self) -> str:
        undone = self._screen.kept_here.keepsakes.undo()
        return self._in_words(_UNDONE, undone) or "Nothing to undo."

    def _redone(self) -> str:
        redone = self._screen.kept_here.keepsakes.redo()
        return self._in_words(_DONE_AGAIN, redone) or "Nothing to redo."

    def _in_words(self, told: Mapping[str, str], change: "Change | None") -> str:
        """`Removed again: highlight “the tide …”`, and where, if that is another episode."""
        if change is None:
            return ""
        kept, here = change.kept, self._screen.opened
        elsewhere = "" if kept.episode.key == here.key else f" in “{kept.episode.title}”"
        return f"{told[change.deed]}: {kept.kind} {quoted(kept.text, _TOLD)}{elsewhere}"


def _named(dropped: "Sequence[Kept]") -> str:
    """`“the tide …”`, `“the tide …” (8 turns)`, `2 of them, “the tide …”`."""
    first = dropped[0]
    turns = f" ({len(first.anchors)} turns)" if len(first.anchors) > 1 else ""
    count = f"{len(dropped)} of them, " if len(dropped) > 1 else ""
    return f"{count}{quoted(first.text, _TOLD)}{turns}"
