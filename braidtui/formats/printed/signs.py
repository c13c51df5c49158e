"""The signs of a print: what stands at the margin, and what at the ends of lines."""

import re
from collections.abc import Container
from typing import Final, NamedTuple

from braidtui.episode.timecode import parse_time

GLYPHS: Final = "■◆●▲★▼✦◼♣♠"  # of speakers, in the order of the cast
RULE: Final = re.compile(r"── (\d{1,7})\.(?= |$)", re.ASCII | re.MULTILINE)
LIST: Final = "── Sources"
CITING: Final = "Sources: "
NOTE: Final = "Note: "
_CLOCK = r"\d{2,5}:[0-5]\d:[0-5]\d"
_COUNT = r"\d{1,3}(?:,\d{3}){0,3}"
_ALL_CLOCK = re.compile(rf" *({_CLOCK})", re.ASCII)
_HEAD = re.compile(rf"[{GLYPHS}](?: ++[^ ]|$)")
_CLOCK_AT_END = re.compile(rf"  ({_CLOCK})$", re.ASCII)
_SPAN_AT_END = re.compile(rf"(?:  |^ *)({_CLOCK})(?:–{_CLOCK})?$", re.ASCII)
_MARK = re.compile(r"\[(\d{1,7})\]", re.ASCII)
_MARK_AT_END = re.compile(r" \[(\d{1,7})\]$", re.ASCII)
_EXTENT = re.compile(rf"(?:({_CLOCK}) · )?({_COUNT}) segments? · ({_COUNT}) turns?", re.ASCII)
_LONGEST_EXTENT = 80


class Extent(NamedTuple):
    """How much of an episode there is: milliseconds where they are told, and two counts."""

    duration: int | None
    segments: int
    turns: int


def extent(text: str) -> Extent | None:
    """`00:13:05 · 6 segments · 39 turns`; None for anything else."""
    found = _EXTENT.fullmatch(text) if len(text) <= _LONGEST_EXTENT else None
    if found is None:
        return None
    segments, turns = (int(count.replace(",", "")) for count in found.group(2, 3))
    return Extent(parse_time(found[1] or ""), segments, turns)


def is_head(line: str) -> bool:
    """Whether a line begins with the sign of a speaker and a name."""
    return _HEAD.match(line) is not None


def only_clock(line: str) -> int | None:
    """The milliseconds of an indented line that has nothing else."""
    found = _ALL_CLOCK.fullmatch(line) if len(line) < 20 else None
    return parse_time(found[1]) if found else None


def part_clock(line: str) -> tuple[str, int | None]:
    """A line without the clock at its end, two blanks before it, and the milliseconds of that."""
    return _parted(line, _CLOCK_AT_END)


def part_span(line: str) -> tuple[str, int | None]:
    """A line without the times at its end (`00:00:00–00:03:12`), and the milliseconds they begin
    with; the times may be all that it has."""
    return _parted(line, _SPAN_AT_END)


def marks_in(text: str) -> list[int]:
    """The numbers of all marks of sources."""
    return [int(mark) for mark in _MARK.findall(text)]


def part_marks(text: str, known: Container[int]) -> tuple[str, tuple[int, ...]]:
    """A text without the marks of sources (`[3] [12]`) at its end, and their numbers: as many as
    are known and stand there once."""
    numbers: dict[int, None] = {}
    end = len(text)
    while found := _MARK_AT_END.search(text, max(0, end - 10), end):
        number = int(found[1])
        if number not in known or number in numbers:
            break
        numbers[number] = None
        end = found.start()
    return text[:end], tuple(reversed(numbers))


def _parted(line: str, pattern: re.Pattern[str]) -> tuple[str, int | None]:
    begin = max(0, len(line) - 30)
    found = pattern.search(line, begin)
    return (line[: found.start()], parse_time(found[1])) if found else (line, None)
