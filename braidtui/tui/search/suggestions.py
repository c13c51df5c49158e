"""What stands where there are no hits: queries to try, or why nothing was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import on
from textual.message import Message

from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.cells import cell_len, elided, fitted
from braidtui.typeset.wrap import wrap

_CELLS = 2
_INDENT: ItemRow = ((" " * _CELLS, "text"),)


class Suggestion(NamedTuple):
    """A line to read; one with a query puts it into the box when it is chosen."""

    words: str
    query: str = ""


class SuggestionList(ItemList):
    """Lines below a heading that says what there is to search, or that nothing was found."""

    @dataclass
    class QueryChosen(Message):
        """A query was chosen, to be tried."""

        query: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading = ""
        self._lines: Sequence[Suggestion] = ()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def shows_cursor(self) -> bool:
        """Where enter does something."""
        return any(line.query for line in self._lines)

    @property
    def when_empty(self) -> str:
        """The heading alone."""
        return f"  {self._heading}"

    def show(self, heading: str, lines: Sequence[Suggestion]) -> None:
        """Say something else."""
        if (heading, lines) == (self._heading, self._lines):
            return
        is_other = lines != self._lines
        self._heading, self._lines = heading, lines
        if is_other:
            self.set_reactive(ItemList.cursor, 0)
        self.items_changed()

    def heading_rows(self, index: int) -> int:
        """The heading stands above the first line, between blank rows."""
        return len(self._heading_lines(self._width)) if index == 0 else 0

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """A query and what it finds, or a line of words."""
        rows = ((*_INDENT, *row) for row in self._written(index, max(1, width - _CELLS)))
        return (*(self._heading_lines(width) if index == 0 else ()), *rows)

    @on(ItemList.Chosen)
    def choose_query(self, event: ItemList.Chosen) -> None:
        """Say which query it was."""
        event.stop()
        if query := self._lines[event.index].query:
            self.post_message(self.QueryChosen(query))

    def _written(self, index: int, width: int) -> Iterator[ItemRow]:
        words, query = self._lines[index]
        if query:
            column = min(width // 2, max(cell_len(line.query) for line in self._lines) + 2)
            yield (fitted(query, column), "accent"), (elided(words, width - column), "muted")
        else:
            yield from (((words[slice(*line)], "text"),) for line in wrap(words, width))

    def _heading_lines(self, width: int) -> Sequence[ItemRow]:
        lines = wrap(self._heading, max(1, width - _CELLS))
        return ((), *((*_INDENT, (self._heading[slice(*line)], "strong")) for line in lines), ())
