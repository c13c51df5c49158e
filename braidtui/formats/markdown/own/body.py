"""The parts of a document: what each line of it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.episode.timecode import parse_time
from braidtui.formats.markdown.own.footnotes import defined, source_told
from braidtui.formats.markdown.own.quotations import Quotation, read_quotation
from braidtui.formats.markdown.own.signs import CLOCK, TurnHead, plain, read_head, read_line

_TIMES = re.compile(rf"({CLOCK})(?:–{CLOCK})?", re.ASCII)
_NOTE = "Note: "


class Paragraph(NamedTuple):
    """A line of text, still escaped, and its number from 1."""

    text: str
    line: int


@dataclass
class TurnPart:
    """A turn: its head, its paragraphs, the labels of its footnotes."""

    head: TurnHead
    line: int
    paragraphs: list[Paragraph]
    labels: tuple[str, ...] = ()
    is_whole: bool = False
    start_in_id: int | None = None

    @property
    def start(self) -> int | None:
        """Milliseconds, as shown or else as the block id has it."""
        return self.start_in_id if self.head.start is None else self.head.start


@dataclass
class SegmentPart:
    """A segment (what stands before the first has no title) and all that it holds.

    `loose` are paragraphs that are no turn's.
    """

    title: str = ""
    line: int = 1
    start: int | None = None
    labels: tuple[str, ...] = ()
    quotations: list[Quotation] = field(default_factory=list)
    turns: list[TurnPart] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)
    is_head: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing has followed its title yet."""
        return not (self.turns or self.loose or self.labels or self.quotations)


@dataclass
class Body:
    """A document: the part before the segments, the segments, the note, and its sources."""

    head: SegmentPart
    segments: list[SegmentPart]
    note: list[Paragraph]
    footnotes: dict[str, Source]
    listed: list[Source]


def read_body(lines: Sequence[str], begin: int, end: int) -> Body:
    """The document in these lines, by index from `begin` to `end`."""
    body = Body(SegmentPart(is_head=True), [], [], {}, [])
    part = body.head
    quoted: list[str] = []
    in_list = False
    for number in range(begin + 1, end + 1):
        line = lines[number - 1]
        if line.startswith(">"):
            quoted.append(line)
            continue
        if quoted:
            part.quotations.append(read_quotation(quoted))
            quoted = []
        if in_list and line.startswith("- "):
            body.listed.append(source_told(line[2:]))
        elif line.startswith("# ") and not body.head.title and part is body.head:
            body.head.title, body.head.line = plain(line[2:]), number
        elif line.startswith("## "):
            in_list = line == "## Sources" and _begins_list(lines, number, end)
            if not in_list:
                part = SegmentPart(plain(line[3:]), number)
                body.segments.append(part)
        elif line.startswith("[^") and (definition := defined(line)):
            body.footnotes.setdefault(*definition)
        elif line.strip():
            _add(part, line, number)
    if quoted:
        part.quotations.append(read_quotation(quoted))
    body.note = list(_taken_note(part)) if part is not body.head else []
    return body


def _begins_list(lines: Sequence[str], number: int, end: int) -> bool:
    following = (lines[at] for at in range(number, end) if lines[at].strip())
    return next(following, "").startswith("- ")


def _add(part: SegmentPart, line: str, number: int) -> None:
    """A paragraph or the line of times, in the part that it stands in."""
    times = _TIMES.fullmatch(line) if part.is_bare and not part.is_head else None
    if times and part.start is None:
        part.start = parse_time(times[1])
        return
    text, labels, ends, start = read_line(line)
    if text == "Sources: " and labels and not part.turns:
        part.labels = labels
    elif text.startswith("**") and (head := read_head(text)):
        first = [Paragraph(head.words, number)] if head.words else []
        part.turns.append(TurnPart(head, number, first, labels, ends, start))
    elif part.turns and not part.turns[-1].is_whole:
        turn = part.turns[-1]
        turn.paragraphs.append(Paragraph(text, number))
        turn.labels, turn.is_whole, turn.start_in_id = labels, ends, start
    else:
        part.loose.append(Paragraph(line, number))


def _taken_note(part: SegmentPart) -> Iterator[Paragraph]:
    """The note at the end of a document, taken out of the paragraphs of its last part.

    Where nothing tells the end of the last turn, a paragraph of it that begins with `Note: ` is
    taken for the note.
    """
    paragraphs = part.loose
    if part.turns and not part.turns[-1].is_whole and not part.loose:
        paragraphs = part.turns[-1].paragraphs
    starts = (at for at, it in enumerate(paragraphs) if it.text.startswith(_NOTE))
    at = next((at for at in starts if at or paragraphs is part.loose), None)
    if at is not None:
        note = paragraphs[at:]
        del paragraphs[at:]
        yield note[0]._replace(text=note[0].text.removeprefix(_NOTE))
        yield from note[1:]
