"""What stands on each row: a turn's heading, its name line, its wrapped text and its notes."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from braidtui.find.hit import Field, Hit
from braidtui.tui.annotated import Annotated
from braidtui.tui.transcript.front_matter import HeadLine, Line, colophon, head, head_of_some
from braidtui.tui.transcript.kept_marks import NOTHING_KEPT
from braidtui.tui.transcript.layout.note_lines import about_lines, note_lines
from braidtui.typeset.wrap import wrap, wrap_body

_REMEMBERED_TURNS = 512


class RowKind(Enum):
    """What a row shows."""

    HEAD = auto()
    RULE = auto()
    TITLE = auto()
    NAME = auto()
    TEXT = auto()
    NOTE = auto()
    BLANK = auto()
    COLOPHON = auto()


class Row(NamedTuple):
    """One row. `begin` and `end` are code points of what is shown (TEXT: of the turn's text and
    its source marks; TITLE: of the segment's title), or `begin` is the line of head or notes."""

    kind: RowKind
    begin: int = 0
    end: int = 0
    segment: int = 0


class Rows:
    """The rows of an episode at one text width, turn by turn.

    Some turns may be hidden; `shown` are the others, `colophon_turn` comes after all of them.
    """

    def __init__(
        self,
        annotated: Annotated,
        width: int,
        shown: Sequence[int] | None = None,
        notes: Mapping[int, Sequence[str]] = NOTHING_KEPT.notes,
    ) -> None:
        """`shown` are turns in order, at least one; None for all. `notes` stand below turns."""
        self.annotated = annotated
        self.episode = episode = annotated.episode
        self.width = max(1, width)
        self.colophon_turn = len(episode.turns)
        self.shown = range(self.colophon_turn) if shown is None else shown
        self._notes = notes
        self.head: tuple[HeadLine, ...] = (
            head(annotated, self.width)
            if shown is None
            else head_of_some(len(shown), self.colophon_turn)
        )
        self.colophon: tuple[Line, ...] = colophon(episode, self.width)
        firsts = enumerate(episode.first_turns) if shown is None else self._first_shown()
        self._segments_before = {
            turn: [segment for segment, _ in group]
            for turn, group in groupby(firsts, key=lambda pair: pair[1])
        }
        self.of = lru_cache(_REMEMBERED_TURNS)(self._of)
        self.shown_text = lru_cache(_REMEMBERED_TURNS)(self._shown_text)
        self.note_lines = lru_cache(_REMEMBERED_TURNS)(self._note_lines)

    @property
    def hides_some(self) -> bool:
        """Whether some turns are hidden."""
        return len(self.shown) < self.colophon_turn

    def are_like(self, other: "Rows") -> bool:
        """Whether the same stands on each row, notes aside."""
        is_same_text = self.episode is other.episode and self.width == other.width
        return is_same_text and self.shown == other.shown

    def slot(self, turn: int) -> int:
        """How many turns are shown before this one."""
        return bisect_left(self.shown, turn)

    def at_slot(self, slot: int) -> int:
        """The turn before which so many are shown; after the last one, the colophon's."""
        return self.shown[slot] if slot < len(self.shown) else self.colophon_turn

    def after(self, turn: int) -> int:
        """The next turn that is shown, at last the colophon's; behind that one nothing."""
        return max(turn + 1, self.colophon_turn) if turn >= self.shown[-1] else self._next(turn)

    def _next(self, turn: int) -> int:
        return self.shown[bisect_left(self.shown, turn + 1)]

    def before(self, turn: int) -> int:
        """The turn shown before this one, -1 before the first."""
        slot = self.slot(turn)
        return self.shown[slot - 1] if slot else -1

    def nearest(self, turn: int) -> int:
        """A turn itself where it is shown, else the next one, else the last."""
        return self.shown[max(0, min(self.slot(turn), len(self.shown) - 1))]

    def extra(self) -> dict[int, int]:
        """By slot, how many rows stand above a turn's name and, about, as notes below its text."""
        extra = {self.slot(turn): len(self._headings(turn)) for turn in self._segments_before}
        extra[0] = extra.get(0, 0) + len(self.head)
        last = len(self.shown)
        extra[last] = extra.get(last, 0) + len(self.colophon)
        for turn, notes in self._notes.items():
            if turn == self.at_slot(slot := self.slot(turn)):
                lines = sum(about_lines(note, self.width) for note in notes)
                extra[slot] = extra.get(slot, 0) + lines
        return extra

    def heading(self, turn: int) -> int:
        """The row of a turn that a jump to it puts on top: its segment's title, else its name."""
        return len(self.head) if turn == self.shown[0] else 0

    def name(self, turn: int) -> int:
        """The row of a turn that shows who speaks."""
        return self.heading(turn) + len(self._headings(turn))

    def row_at(self, turn: int, offset: int) -> int:
        """The row of a turn that holds a code point of its text."""
        return self._last_row(turn, RowKind.TEXT, 0, offset, self.name(turn))

    def row_of(self, hit: Hit) -> int:
        """The row of its turn on which a hit begins."""
        if hit.field == Field.TEXT:
            return self.row_at(hit.turn, hit.begin)
        if hit.field == Field.SPEAKER:
            return self.name(hit.turn)
        if hit.field == Field.SEGMENT:
            return self._last_row(hit.turn, RowKind.TITLE, hit.segment, hit.begin, 0)
        lines = enumerate(self.head)
        return max(
            (i for i, it in lines if it.field == hit.field and it.begin <= hit.begin), default=0
        )

    def _last_row(self, turn: int, kind: RowKind, segment: int, offset: int, found: int) -> int:
        """The last of a turn's rows of one kind that begins no later than a code point."""
        for index, row in enumerate(self.of(turn)):
            if row.kind is kind and row.segment == segment and row.begin <= offset:
                found = index
        return found

    def _of(self, turn: int) -> tuple[Row, ...]:
        rows = []
        if turn == self.shown[0]:
            rows += [Row(RowKind.HEAD, line) for line in range(len(self.head))]
        rows += self._headings(turn)
        if turn == self.colophon_turn:
            return (*rows, *(Row(RowKind.COLOPHON, line) for line in range(len(self.colophon))))
        rows.append(Row(RowKind.NAME))
        for span in wrap_body(self.shown_text(turn), self.width):
            rows.append(Row(RowKind.TEXT, *span) if span else Row(RowKind.BLANK))
        rows += [Row(RowKind.NOTE, line) for line in range(len(self.note_lines(turn)))]
        rows.append(Row(RowKind.BLANK))
        return tuple(rows)

    def _shown_text(self, turn: int) -> str:
        """A turn's text with the numbers of its sources behind it."""
        marks = (f" [{number}]" for number in self.annotated.numbers.of_turn(turn))
        return self.episode.turns[turn].text + "".join(marks)

    def _note_lines(self, turn: int) -> tuple[str, ...]:
        notes = (note_lines(note, self.width) for note in self._notes.get(turn, ()))
        return tuple(chain.from_iterable(notes))

    def _first_shown(self) -> list[tuple[int, int]]:
        """Each segment of which a turn is shown, with the first one."""
        of_segment = groupby(self.shown, key=self.episode.segment_of)
        return [(segment, next(turns)) for segment, turns in of_segment]

    def _headings(self, turn: int) -> list[Row]:
        rows = []
        for segment in self._segments_before.get(turn, ()):
            title = self.episode.segments[segment].title
            rows.append(Row(RowKind.RULE, segment=segment))
            rows += [Row(RowKind.TITLE, *span, segment) for span in wrap(title, self.width)]
            rows.append(Row(RowKind.BLANK))
        return rows
