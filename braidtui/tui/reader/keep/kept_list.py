"""The list of what is kept of the episode, and of the library's marks: to go to, or to drop."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from braidtui.episode.timecode import format_clock
from braidtui.tui.reader.keep.chosen import quoted

if TYPE_CHECKING:
    from braidtui.notebook.kept import Kept
    from braidtui.tui.dialogs.picker import Choice
    from braidtui.tui.reader.screen import ReaderScreen

_LONGEST = 200  # cells of what is kept, in a list of one row each
_GONE = "not in the text any more"
_PARTLY = f"partly {_GONE}"


class KeptList:
    """Opened by key; what is gone from the text can be dropped here."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"list_kept": self.ask}

    def ask(self) -> None:
        """Read the notebook, then let the person choose."""
        self._screen.deeds.do(self._screen.kept_here.everything, self._show)

    def _show(self, everything: "tuple[Kept, ...]") -> None:
        from braidtui.tui.dialogs.picker import Picker

        choices = [*self._here(), *self._elsewhere(everything)]
        if not choices:
            self._screen.tell("Nothing is kept yet: m marks, x highlights, a writes a note.")
            return
        self._screen.app.push_screen(Picker("Kept", choices), self._go)

    def _here(self) -> "Iterator[Choice[Kept]]":
        from braidtui.notebook.kept import Kind
        from braidtui.tui.dialogs.picker import Choice

        headings = {
            Kind.MARK: "Marks",
            Kind.HIGHLIGHT: "Highlights",
            Kind.QUOTE: "Quotes of your own",
            Kind.NOTE: "Notes",
        }
        attached = self._screen.kept_here.attached
        for kind, heading in headings.items():
            for it in attached:
                if it.kept.kind == kind:
                    detail = _when(it.kept) if it.is_whole else _PARTLY if it.spans else _GONE
                    yield Choice(_label(it.kept), it.kept, detail, heading)

    def _elsewhere(self, everything: "tuple[Kept, ...]") -> "Iterator[Choice[Kept]]":
        from braidtui.tui.dialogs.picker import Choice

        here = {it.kept.id for it in self._screen.kept_here.attached}
        for kept in sorted(everything, key=lambda kept: kept.mark):
            if kept.mark.isupper() and kept.id not in here:
                yield Choice(_label(kept), kept, kept.episode.title, "Marks in other episodes")

    def _go(self, kept: "Kept | None") -> None:
        if kept is None:
            return
        gone = (it.kept.id for it in self._screen.kept_here.attached if not it.spans)
        if kept.id in gone:
            self._ask_to_drop(kept)
        else:
            self._screen.marks.go_to(kept)

    def _ask_to_drop(self, kept: "Kept") -> None:
        from braidtui.tui.dialogs.picker import Choice, Picker

        choices = [Choice("Keep it", False), Choice("Drop it", True, "U brings it back")]
        title = f"Not in the text any more: {quoted(kept.text, 60)}"
        self._screen.app.push_screen(Picker(title, choices), partial(self._dropped, kept))

    def _dropped(self, kept: "Kept", is_wanted: bool | None) -> None:
        def change() -> str:
            self._screen.kept_here.keepsakes.drop(kept.id)
            return f"Dropped: {quoted(kept.text, 32)}"

        if is_wanted:
            self._screen.keeping_words.change(self._screen.opened, change)


def _label(kept: "Kept") -> str:
    """A mark's letter, a note, and the words it is on."""
    words = quoted(kept.text, _LONGEST)
    note = f"{' '.join(kept.note.split())} · " if kept.note else ""
    return f"{kept.mark}  {words}" if kept.mark else note + words


def _when(kept: "Kept") -> str:
    time = "" if kept.start is None else format_clock(kept.start)
    return "  ".join(part for part in (kept.speaker, time) if part)
