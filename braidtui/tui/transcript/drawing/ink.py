"""What is written on a row, as runs of one style, each tied to its place in the turn's text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from textual.selection import Selection

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.find.hit import Field, Passage
from braidtui.tui.transcript.drawing.overlays import SELECTION, Overlay, parted, whole_signs
from braidtui.tui.transcript.front_matter import HeadLine, Line, length_of_segment
from braidtui.tui.transcript.kept_marks import (
    KEPT,
    NOTHING_KEPT,
    OWN_QUOTE,
    KeptMarks,
    Stretch,
    merged,
    within,
)
from braidtui.tui.transcript.layout.rows import Row, RowKind, Rows
from braidtui.tui.transcript.marks import PRESENT, Marks
from braidtui.typeset.cells import cell_len, elided
from braidtui.typeset.glyphs import glyph

GUTTER = 2
_DIRECTION = re.compile(r"\[[^][\n]{1,80}\]")
_MARK = re.compile(r"\[(\d+)\]")
_REMEMBERED_TURNS = 512


class Run(NamedTuple):
    """Some cells of a row in one style, named as in `Brushes`.

    `offset` is the code point of the turn's text where it begins, -1 where it is no text of the
    turn. `over` are styles laid over the other, the uppermost first. `source` is the number of a
    source mark.
    """

    text: str
    style: str
    offset: int = -1
    over: tuple[str, ...] = ()
    source: int = 0


class Ink:
    """Writes the rows of one episode at one width, with the hits of a find and what was kept."""

    def __init__(
        self, rows: Rows, marks: Marks | None = None, kept: KeptMarks = NOTHING_KEPT
    ) -> None:
        self.marks = marks
        self._rows = rows
        self._episode: Episode = rows.episode
        self._glyphs = {s.id: glyph(index) for index, s in enumerate(self._episode.speakers)}
        self._quoted: dict[int, list[tuple[int, int]]] = {}
        for found in rows.annotated.quotes:
            if found:
                self._quoted.setdefault(found.turn, []).append((found.begin, found.end))
        self._spans = lru_cache(_REMEMBERED_TURNS)(self._styled_spans)
        self.keep(kept)

    def keep(self, kept: KeptMarks) -> None:
        """Draw other highlights, quotes of the reader's own and signs."""
        self._kept = kept
        self._stretches = lru_cache(_REMEMBERED_TURNS)(self._kept_stretches)

    def runs(
        self, turn: int, index: int, *, is_current: bool, selection: Selection | None
    ) -> list[Run]:
        """One row of a turn; `is_current` draws the bar of the reading place."""
        row = self._rows.of(turn)[index]
        if row.kind is RowKind.TEXT:
            return list(self._text(turn, row, is_current, selection))
        if row.kind is RowKind.NAME:
            return self._name(turn)
        if row.kind is RowKind.NOTE:
            note = self._rows.note_lines(turn)[row.begin]
            return [self._gutter(turn, is_current), Run(note, "note")]
        return self._heading(turn, row)

    def end_above(self, turn: int, index: int) -> int:
        """Up to which code point of its text a turn stands above one of its rows, -1 if none."""
        above = (row.end for row in self._rows.of(turn)[:index] if row.kind is RowKind.TEXT)
        return max(above, default=-1)

    def _heading(self, turn: int, row: Row) -> list[Run]:
        match row.kind:
            case RowKind.HEAD:
                return self._head(self._rows.head[row.begin])
            case RowKind.COLOPHON:
                return self._line(self._rows.colophon[row.begin])
            case RowKind.RULE:
                return self._rule(row.segment)
            case RowKind.TITLE:
                return self._title(turn, row)
        return []

    def _head(self, line: HeadLine) -> list[Run]:
        if line.field is None or not line.parts:
            return self._line(line.parts)
        whole = self._episode.title if line.field == Field.EPISODE else self._episode.summary
        (text, style), first = line.parts[0], Passage(0, line.field)
        return [
            Run(" " * GUTTER, "text"),
            *self._marked(first, whole, line.begin, line.begin + len(text), style),
        ]

    def _line(self, line: Line) -> list[Run]:
        return [Run(" " * GUTTER, "text"), *(Run(text, style) for text, style in line)]

    def _marked(
        self, passage: Passage, text: str, begin: int, end: int, style: str
    ) -> Iterator[Run]:
        """A stretch of a passage that is all of one style."""
        overlays = list(self.marks.on(passage, text, begin, end)) if self.marks else []
        for one, other, over in parted(begin, end, overlays):
            yield Run(text[one:other], style, over=over)

    def _rule(self, segment: int) -> list[Run]:
        start = self._episode.segments[segment].start
        time = "" if start is None else format_clock(start)
        length = length_of_segment(self._episode, segment)
        label = " · ".join(part for part in (time, length) if part)
        rule = "─" * max(0, self._rows.width + GUTTER - cell_len(label) - bool(label))
        return [Run(f"{rule} " if label else rule, "faint"), Run(label, "muted")]

    def _title(self, turn: int, row: Row) -> list[Run]:
        number = f"{row.segment + 1}"
        is_first = row.begin == 0 and len(number) <= GUTTER
        title = self._episode.segments[row.segment].title
        number = number.ljust(GUTTER) if is_first else " " * GUTTER
        passage = Passage(turn, Field.SEGMENT, row.segment)
        return [
            Run(number, "faint"),
            *self._marked(passage, title, row.begin, row.end, "strong"),
        ]

    def _name(self, index: int) -> list[Run]:
        turn = self._episode.turns[index]
        style, passage = f"speaker {turn.speaker}", Passage(index, Field.SPEAKER)
        name = self._episode.speakers_by_id[turn.speaker].name
        time = "" if turn.start is None else f"  {format_clock(turn.start)}"
        named = [
            Run(f"{self._glyphs[turn.speaker]} ", style),
            *self._marked(passage, name, 0, len(name), style),
            Run(time, "muted"),
        ]
        signs = self._kept.signs(index)
        return [*self._before(named, signs), Run(f"  {signs}", "sign")] if signs else named

    def _before(self, runs: list[Run], signs: str) -> Iterator[Run]:
        """A name line as far as there is room for it before signs, which are never cut off."""
        room = self._rows.width + GUTTER - cell_len(signs) - 2
        for run in runs:
            if room > 0:
                yield run._replace(text=elided(run.text, room))
            room -= cell_len(run.text)

    def _gutter(self, index: int, is_current: bool) -> Run:
        speaker = self._episode.turns[index].speaker
        return Run("▎ ", f"speaker {speaker}") if is_current else Run("  ", "text")

    def _text(
        self, index: int, row: Row, is_current: bool, selection: Selection | None
    ) -> Iterator[Run]:
        yield self._gutter(index, is_current)
        text = self._rows.shown_text(index)
        overlays = [*self._over(index, row, text, selection)]
        for begin, end, style in self._cut(index, row):
            mark = _MARK.fullmatch(text[begin:end]) if style == "accent" else None
            for one, other, over in parted(begin, end, overlays):
                yield Run(text[one:other], style, one, over, int(mark[1]) if mark else 0)

    def _over(
        self, index: int, row: Row, text: str, selection: Selection | None
    ) -> Iterator[Overlay]:
        """What lies over a row of text, the uppermost first."""
        begin, end = row.begin, row.end
        if selection and (chosen := selection.get_span(index)):
            last = len(text) if chosen[1] < 0 else chosen[1]
            first, last = max(begin, chosen[0]), min(end, last)
            yield *whole_signs(text, begin, end, first, last), SELECTION
        if self.marks:
            hits = self.marks.on(Passage(index, Field.TEXT), text, begin, end)
            yield from sorted(hits, key=lambda over: over[2] != PRESENT)
        for kept, style in zip(self._stretches(index), (KEPT, OWN_QUOTE), strict=True):
            for first, last in within(kept, begin, end):
                yield *whole_signs(text, begin, end, first, last), style

    def _kept_stretches(self, index: int) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
        """Highlights and own quotes of a turn."""
        highlights, quotes = self._kept.highlights, self._kept.quotes
        return merged(highlights.get(index, ())), merged(quotes.get(index, ()))

    def _cut(self, index: int, row: Row) -> Iterator[tuple[int, int, str]]:
        """The runs of one style in a row: (begin, end, style name)."""
        place = row.begin
        spans = self._spans(index)
        for begin, end, style in spans[bisect_right(spans, place, key=itemgetter(1)) :]:
            if begin >= row.end:
                break
            if begin > place:
                yield place, begin, "text"
            yield max(begin, place), min(end, row.end), style
            place = min(end, row.end)
        if place < row.end:
            yield place, row.end, "text"

    def _styled_spans(self, index: int) -> list[tuple[int, int, str]]:
        """Stage directions, quoted words and source marks of a turn, in order, not overlapping."""
        own, shown = self._episode.turns[index].text, self._rows.shown_text(index)
        spans = [(*match.span(), "direction") for match in _DIRECTION.finditer(own)]
        spans += [(*span, "quote") for span in self._quoted.get(index, ())]
        spans += [(*match.span(), "accent") for match in _MARK.finditer(shown, len(own))]
        apart: list[tuple[int, int, str]] = []
        for begin, end, style in sorted(spans):
            after = max(begin, apart[-1][1] if apart else 0)
            if after < end:
                apart.append((after, end, style))
        return apart
