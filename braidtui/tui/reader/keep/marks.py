"""Marks: `m` and a letter sets one, `'` and the letter goes to it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from braidtui.episode.turn_span import TurnSpan
from braidtui.tui.reader.keep.chosen import quoted
from braidtui.tui.reader.place.jumps import Stop
from braidtui.tui.transcript.reading import ReadingPlace

if TYPE_CHECKING:
    from braidtui.library.catalog import Library
    from braidtui.notebook.kept import Kept
    from braidtui.tui.reader.screen import ReaderScreen

_TOLD = 48  # cells of the words in a message


class Marks:
    """a to z are marks of the episode, A to Z of the library."""

    def __init__(self, screen: "ReaderScreen", library: "Library") -> None:
        self._screen = screen
        self._library = library

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "set_mark": lambda: self._screen.key_asking.ask("Mark: a letter", self.set),
            "go_to_mark": lambda: self._screen.key_asking.ask(
                "To mark: a letter, or ' for back", self.go
            ),
        }

    def set(self, letter: str) -> None:
        """Mark the reading place."""
        from braidtui.notebook.kept import Kind

        if not _is_letter(letter):
            self._screen.tell("A mark is a letter from a to z, or a capital.")
            return
        opened = self._screen.opened
        turn, offset = self._screen.transcript.place
        place = TurnSpan(turn, max(0, offset), max(0, offset))

        def change() -> str:
            keepsakes = self._screen.kept_here.keepsakes
            keepsakes.keep(opened, Kind.MARK, (place,), mark=letter)
            return f"Mark {letter} is set."

        self._screen.keeping_words.change(opened, change)

    def go(self, letter: str) -> None:
        """Go to a mark; `'` goes back to where the latest jump began, and there again."""
        if letter == "'":
            self._screen.movement.back_and_forth()
        elif not _is_letter(letter):
            self._screen.tell("A mark is a letter from a to z, or a capital.")
        elif letter.islower():
            self._go_here(letter)
        else:
            self._go_anywhere(letter)

    def go_to(self, kept: "Kept") -> None:
        """Go to what is kept of any episode, if its words are still there."""
        if stop := self._here(kept) or self._elsewhere(kept):
            self._screen.movement.jump_to(stop)
        else:
            self._screen.tell(f"Not in the text any more: {quoted(kept.text, _TOLD)}")

    def _go_here(self, letter: str) -> None:
        self._screen.kept_here.read_now()
        marks = (it.kept for it in self._screen.kept_here.attached if it.kept.mark == letter)
        self._go_to_first(marks, f"There is no mark {letter} in this episode.")

    def _go_to_first(self, marks: "Iterable[Kept]", nowhere: str) -> None:
        if mark := next(iter(marks), None):
            self.go_to(mark)
        else:
            self._screen.tell(nowhere)

    def _go_anywhere(self, letter: str) -> None:
        """To a mark of the library; the notebook is read in its thread."""
        self._screen.deeds.do(
            self._screen.kept_here.everything,
            lambda kept: self._go_to_first(
                (it for it in kept if it.mark == letter), f"There is no mark {letter}."
            ),
        )

    def _here(self, kept: "Kept") -> Stop | None:
        """Where something stands in the open episode, None where it does not."""
        for it in self._screen.kept_here.attached:
            if it.kept.id == kept.id and it.spans:
                place = ReadingPlace(it.spans[0].turn, it.spans[0].begin)
                return Stop(self._screen.opened.path, place)
        return None

    def _elsewhere(self, kept: "Kept") -> Stop | None:
        """Where something stands now, in whatever file; None where that or its words are gone."""
        from braidtui.notebook.gathering import Gathering

        for found in Gathering(self._library).by_episode([kept]):
            if found.opened and (spans := found.things[0].spans):
                return Stop(found.opened.path, ReadingPlace(spans[0].turn, spans[0].begin))
        return None


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isascii() and key.isalpha()
