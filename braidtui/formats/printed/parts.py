"""The parts of a print: the blocks of its head, its segments with their turns, sources, note."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from braidtui.formats.printed.signs import CITING, LIST, NOTE, RULE, is_head
from braidtui.formats.reading.tally import Tally


@dataclass
class Block:
    """Lines that belong together; `number` is that of the first, from 1."""

    number: int
    lines: list[str]


@dataclass
class SegmentPart:
    """The rule that titles a segment, the lines that cite its own sources, its turns: each with
    the line of its head first, indented all but that."""

    rule: Block
    citing: list[str] = field(default_factory=list)
    turns: list[Block] = field(default_factory=list)


@dataclass
class Parts:
    """A print, part by part; an entry of `sources` is all that is said of one of them."""

    head: list[Block]
    segments: list[SegmentPart]
    sources: list[Block]
    note: list[str]


def read_parts(lines: Sequence[str], tally: Tally) -> Parts:
    """What each line is part of; blanks at its end are no part of any."""
    bare = [line.rstrip(" ") for line in lines]
    begin = first_rule(bare)
    body = _Body(tally)
    for number, line in enumerate(bare[begin:], start=begin + 1):
        body.add(number, line)
    return Parts(blocks_of(bare[:begin]), body.segments, body.sources, body.note)


def first_rule(lines: Sequence[str]) -> int:
    """The index of the first line that titles a segment; the count of all without one."""
    rules = (
        at
        for at, line in enumerate(lines)
        if line.startswith("── ") and RULE.match(line) and not (at and lines[at - 1].strip())
    )
    return next(rules, len(lines))


class _Body:
    """Takes the lines from the first rule on, one by one: what stands at the margin tells."""

    def __init__(self, tally: Tally) -> None:
        self.segments: list[SegmentPart] = []
        self.sources: list[Block] = []
        self.note: list[str] = []
        self._tally = tally
        self._is_list = False
        self._sink: list[str] = []

    def add(self, number: int, line: str) -> None:
        if self.note or not line or line[0] == " ":
            self._sink.append(line)
        elif line.startswith(NOTE):
            self.note = self._sink = [line.removeprefix(NOTE)]
        elif self._is_list:
            self._add_source(number, line)
        elif line == LIST:
            self._is_list, self._sink = True, []
        elif RULE.match(line):
            self._open(SegmentPart(Block(number, [line])))
        else:
            self._add_to_segment(self.segments[-1], number, line)

    def _open(self, segment: SegmentPart) -> None:
        self.segments.append(segment)
        self._sink = segment.rule.lines

    def _add_source(self, number: int, line: str) -> None:
        if line[0] == "[":
            self.sources.append(Block(number, []))
            self._sink = self.sources[-1].lines
        self._sink.append(line)

    def _add_to_segment(self, segment: SegmentPart, number: int, line: str) -> None:
        if is_head(line):
            segment.turns.append(Block(number, [line]))
            self._sink = segment.turns[-1].lines
        elif not segment.turns and line.startswith(CITING):
            segment.citing = self._sink = [line]
        elif self._sink is segment.citing and line[0] == "[":
            self._sink.append(line)
        else:
            self._tally.count(number, "a line that is not indented is taken for words above it")
            self._sink.append(line)


def blocks_of(lines: Sequence[str]) -> list[Block]:
    """The lines between blank ones."""
    blocks: list[Block] = []
    is_open = False
    for number, line in enumerate(lines, start=1):
        if line and not is_open:
            blocks.append(Block(number, []))
        if line:
            blocks[-1].lines.append(line)
        is_open = bool(line)
    return blocks
