"""The segment list and the transcript of Braid's page: entries and turns as they stand there."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import dropwhile
from typing import NamedTuple

from braidtui.episode.safe_text import clean_line
from braidtui.episode.timecode import parse_time
from braidtui.formats.braid_page.labels import LONGEST_LABEL, TIME, bare_name, clock, folded
from braidtui.formats.reading.page.lines import Line
from braidtui.formats.reading.page.source_lines import source_of

_LONGEST_NAME = 60

_ENTRY = re.compile(rf"(?:[-•*] +)?[\[(]?({TIME})[\])]?(?:\s+[-–—·:])?\s+(\S.*)", re.ASCII)
_PHRASE_ENDS = tuple(".!?…,;:")


class Entry(NamedTuple):
    """An entry of the segment list."""

    start: int
    title: str


class Heard(NamedTuple):
    """A turn as the page has it: the line it begins at, the name and time as they stand there
    (either may be empty), and the lines below."""

    line: int
    name: str
    clock: str
    words: Sequence[Line]


class _Header(NamedTuple):
    """The line a turn begins at and the first one below name and time."""

    at: int
    name: str
    clock: str
    below: int


def read_entries(lines: Sequence[Line]) -> tuple[list[Entry], list[Line]]:
    """The segment list, and the lines that are no entry of it. A line right under an entry goes
    on with its title."""
    entries: list[Entry] = []
    rest = []
    for line in lines:
        found = _ENTRY.fullmatch(line.text)
        start = parse_time(found[1]) if found else None
        if found and start is not None:
            entries.append(Entry(start, clean_line(found[2])))
        elif entries and not found and line.follows and len(entries[-1].title) <= LONGEST_LABEL:
            entries[-1] = Entry(entries[-1].start, f"{entries[-1].title} {line.text}")
        else:
            rest.append(line)
    return entries, rest


def read_turns(lines: Sequence[Line], known: Container[str]) -> tuple[list[Heard], list[Line]]:
    """The turns, and the lines before the first; `known` are folded names of speakers."""
    headers = list(dropwhile(lambda header: not header.name, _headers(lines, known)))
    ends = [header.at for header in headers[1:]] + [len(lines)]
    turns = [
        Heard(lines[header.at].number, header.name, header.clock, lines[header.below : end])
        for header, end in zip(headers, ends, strict=False)
    ]
    return turns, list(lines[: headers[0].at] if headers else lines)


def first_timed_turn(lines: Sequence[Line], begin: int) -> int | None:
    """The index of the first line from `begin` on that is a name right above a time."""
    found = (header.at for header in _headers(lines[begin:], ()) if header.name and header.clock)
    first = next(found, None)
    return None if first is None else begin + first


def _headers(lines: Sequence[Line], known: Container[str]) -> Iterator[_Header]:
    at = 0
    while at < len(lines):
        name = _name_at(lines, at, known)
        clock_at = at + bool(name)
        time = clock(lines[clock_at]) if clock_at < len(lines) else ""
        below = clock_at + bool(time)
        if below > at:
            yield _Header(at, name, time, below)
        at = max(below, at + 1)


def _name_at(lines: Sequence[Line], at: int, known: Container[str]) -> str:
    """The name that heads a turn at a line: one that is known or bears a glyph, or a short line
    right above a time."""
    text = lines[at].text
    if len(text) > LONGEST_LABEL:
        return ""
    name, has_glyph = bare_name(text)
    if folded(name) in known:
        return name
    if len(name) > _LONGEST_NAME or not any(letter.isalnum() for letter in name):
        return ""
    is_timed = at + 1 < len(lines) and clock(lines[at + 1]) != ""
    if has_glyph and is_timed:
        return name
    is_other = name.endswith(_PHRASE_ENDS) or clock(lines[at]) or source_of(name)
    return name if (has_glyph or is_timed) and not is_other else ""
