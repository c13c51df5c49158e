"""The sources of the episode, numbered; those of the turn and segment being read are marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.reactive import var

from braidtui.episode.model import Source
from braidtui.tui.annotated import Annotated
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.cells import elided
from braidtui.typeset.wrap import wrap


class SourceList(ItemList):
    """Choosing a source asks to open it."""

    ONE_ROW_WHERE_MANY = True
    BORDER_TITLE = "Sources"

    annotated: var[Annotated | None] = var(None)
    turn: var[int] = var(0)

    @dataclass
    class SourceChosen(Message):
        """A source was chosen, by its number."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._of_turn: frozenset[int] = frozenset()
        self._of_segment: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many sources there are."""
        return len(self.annotated.numbers.all) if self.annotated else 0

    def watch_annotated(self) -> None:
        """Show the sources of another episode."""
        self._mark()
        self.items_changed()

    def watch_turn(self) -> None:
        """Mark those of the turn and segment being read, and bring them into sight."""
        before = self._of_turn, self._of_segment
        self._mark()
        if (self._of_turn, self._of_segment) == before:
            return
        for number in self._of_turn | self._of_segment | before[0] | before[1]:
            self.forget(number - 1)
        self.reveal_present()

    def reveal_present(self) -> None:
        """Bring the sources of the turn, else of the segment, into sight."""
        if not self.has_focus and (near := self._of_turn or self._of_segment):
            self.reveal(max(near) - 1)
            self.reveal(min(near) - 1)

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """Number and title, and below it the site and date."""
        return tuple(self._written(index, width))

    @on(ItemList.Chosen)
    def choose_source(self, event: ItemList.Chosen) -> None:
        """Say which source it was."""
        event.stop()
        self.post_message(self.SourceChosen(event.index + 1))

    def _mark(self) -> None:
        if self.annotated is None:
            return
        episode, numbers, _ = self.annotated
        turn = min(self.turn, len(episode.turns) - 1)  # it may be that of an episode before
        self._of_turn = frozenset(numbers.of_turn(turn))
        self._of_segment = frozenset(numbers.of_segment(episode.segment_of(turn)))

    def _written(self, index: int, width: int) -> Iterator[ItemRow]:
        assert self.annotated is not None
        number, source = self.annotated.numbers.all[index]
        in_turn, in_segment = number in self._of_turn, number in self._of_segment
        digits = len(str(self.count))
        indent = " " * (digits + 3)
        label = source.title or source.url or source.site
        style = "strong" if in_turn else "text" if in_segment else "muted"
        room = max(1, width - len(indent))
        label = elided(label, room if self.is_long else 3 * room)
        for line, (begin, end) in enumerate(wrap(label, room)[:3]):
            sign = ("▸ " if in_turn else "· " if in_segment else "  ") + f"{number:>{digits}} "
            before = sign if line == 0 else indent
            yield (
                (before, "accent" if in_segment or in_turn else "muted"),
                (label[begin:end], style),
            )
        if detail := _detail(source):
            yield ((elided(indent + detail, max(1, width)), "muted"),)


def _detail(source: Source) -> str:
    site = source.site if source.title or source.url else ""
    return " · ".join(part for part in (site, str(source.date or "")) if part)
