"""The TSV that whisper writes: `start` and `end` (milliseconds) and `text` of each segment."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.limits import limited
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance

_NUMBER = re.compile(r"[ ]*+(\d{1,12}(?:\.\d{0,18})?)[ ]*+", re.ASCII)
_BEGINNING = 1_000  # characters in which the header stands


class _Row(NamedTuple):
    """A segment as its row has it; the times are digits, with a point where they are seconds."""

    start: str
    end: str
    speaker: str
    text: str
    line: int


def claims(given: Given) -> bool:
    """Whether the first line names the columns `start` and `end` and, as the last, `text`."""
    return bool(_columns(given.text[:_BEGINNING].lstrip("\ufeff \t\n").partition("\n")[0]))


def read_tsv(given: Given, options: ReadOptions) -> Imported:
    """The episode of the rows, each an utterance; raises FormatRefused without a header or
    a row.

    Whisper's times are whole milliseconds. Where one has a point all of them are seconds.
    """
    told, repairs = Tally(), Tally()
    rows = limited(_rows(given.text.replace("\ufeff", "").split("\n"), told, repairs))
    if not rows:
        raise refused("no row of whisper's TSV in it (start, end and text, with tabs between)")
    scale = 1
    if first := next((row for row in rows if "." in row.start + row.end), None):
        scale = 1_000
        repairs.count(first.line, "times in seconds")
    utterances = list(_utterances(rows, scale, told))
    draft = Draft(utterances, has_prefixes=True, notices=told.notices, repairs=repairs.notices)
    return imported_from(draft, options)


def _columns(header: str) -> list[str]:
    """The names in a line that is the header, none where it is not."""
    names = [name.strip().lower() for name in header.split("\t")]
    return names if names[-1] == "text" and {"start", "end"} <= set(names) else []


def _rows(lines: list[str], told: Tally, repairs: Tally) -> Iterator[_Row]:
    """The rows below the header. What is no row goes on the one above."""
    header = next((at for at, line in enumerate(lines) if line.strip()), 0)
    columns = _columns(lines[header])
    if not columns:
        raise refused("the first line does not name the columns start, end and text")
    row: _Row | None = None
    more: list[str] = []
    for number, line in enumerate(lines[header + 1 :], start=header + 2):
        if not line or line.isspace():
            continue
        if below := _row(columns, line, number):
            if row:
                yield _with_more(row, more)
            row, more = below, []
        elif row:
            repairs.count(number, "a line that is no row goes on the row above")
            more.append(line)
        else:
            told.count(number, "a line above the first row is left out")
    if row:
        yield _with_more(row, more)


def _row(columns: list[str], line: str, number: int) -> _Row | None:
    cells = dict(zip(columns, line.split("\t", len(columns) - 1), strict=False))
    start, end = _NUMBER.fullmatch(cells.get("start", "")), _NUMBER.fullmatch(cells.get("end", ""))
    if start is None or end is None:
        return None
    return _Row(start[1], end[1], cells.get("speaker", ""), cells.get("text", ""), number)


def _with_more(row: _Row, more: list[str]) -> _Row:
    return row._replace(text="\n".join((row.text, *more))) if more else row


def _utterances(rows: list[_Row], scale: int, told: Tally) -> Iterator[Utterance]:
    for row in rows:
        start, end = round(float(row.start) * scale), round(float(row.end) * scale)
        if row.text.strip():
            yield Utterance(row.text.rstrip(), row.speaker, start, end, row.line)
        else:
            told.count(row.line, "a row without words is left out")
