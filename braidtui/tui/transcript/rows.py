"""What stands on each row: a turn's heading, its name line and its wrapped text."""

from enum import Enum, auto
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from braidtui.tui.annotated import Annotated
from braidtui.tui.transcript.front_matter import Line, colophon, head
from braidtui.typeset.wrap import wrap, wrap_body

_REMEMBERED_TURNS = 512


class RowKind(Enum):
    """What a row shows."""

    HEAD = auto()
    RULE = auto()
    TITLE = auto()
    NAME = auto()
    TEXT = auto()
    BLANK = auto()
    COLOPHON = auto()


class Row(NamedTuple):
    """One row. `begin` and `end` are code points of what is shown (TEXT: of the turn's text and
    its source marks; TITLE: of the segment's title), or `begin` is the line of the head."""

    kind: RowKind
    begin: int = 0
    end: int = 0
    segment: int = 0


class Rows:
    """The rows of an episode at one text width, turn by turn; turn `len(turns)` is the colophon."""

    def __init__(self, annotated: Annotated, width: int) -> None:
        self.annotated = annotated
        self.episode = episode = annotated.episode
        self.width = max(1, width)
        self.head: tuple[Line, ...] = head(annotated, self.width)
        self.colophon: tuple[Line, ...] = colophon(episode, self.width)
        self._segments_before = {
            turn: [segment for segment, _ in group]
            for turn, group in groupby(enumerate(episode.first_turns), key=lambda pair: pair[1])
        }
        self.of = lru_cache(_REMEMBERED_TURNS)(self._of)
        self.shown_text = lru_cache(_REMEMBERED_TURNS)(self._shown_text)

    def extra(self) -> dict[int, int]:
        """How many rows stand above a turn's name, where there are any."""
        extra = {turn: len(self._headings(turn)) for turn in self._segments_before}
        extra[0] = extra.get(0, 0) + len(self.head)
        last = len(self.episode.turns)
        extra[last] = extra.get(last, 0) + len(self.colophon)
        return extra

    def heading(self, turn: int) -> int:
        """The row of a turn that a jump to it puts on top: its segment's title, else its name."""
        return len(self.head) if turn == 0 else 0

    def name(self, turn: int) -> int:
        """The row of a turn that shows who speaks."""
        return self.heading(turn) + len(self._headings(turn))

    def row_at(self, turn: int, offset: int) -> int:
        """The row of a turn that holds a code point of its text."""
        found = self.name(turn)
        for index, row in enumerate(self.of(turn)):
            if row.kind is RowKind.TEXT and row.begin <= offset:
                found = index
        return found

    def _of(self, turn: int) -> tuple[Row, ...]:
        rows = [Row(RowKind.HEAD, line) for line in range(len(self.head))] if turn == 0 else []
        rows += self._headings(turn)
        if turn == len(self.episode.turns):
            return (*rows, *(Row(RowKind.COLOPHON, line) for line in range(len(self.colophon))))
        rows.append(Row(RowKind.NAME))
        for span in wrap_body(self.shown_text(turn), self.width):
            rows.append(Row(RowKind.TEXT, *span) if span else Row(RowKind.BLANK))
        rows.append(Row(RowKind.BLANK))
        return tuple(rows)

    def _shown_text(self, turn: int) -> str:
        """A turn's text with the numbers of its sources behind it."""
        marks = (f" [{number}]" for number in self.annotated.numbers.of_turn(turn))
        return self.episode.turns[turn].text + "".join(marks)

    def _headings(self, turn: int) -> list[Row]:
        rows = []
        for segment in self._segments_before.get(turn, ()):
            title = self.episode.segments[segment].title
            rows.append(Row(RowKind.RULE, segment=segment))
            rows += [Row(RowKind.TITLE, *span, segment) for span in wrap(title, self.width)]
            rows.append(Row(RowKind.BLANK))
        return rows
