"""WebVTT to the letter: the parsing algorithm of https://w3c.github.io/webvtt/#parsing."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.imported import refused
from braidtui.formats.reading.clock import milliseconds
from braidtui.formats.reading.tally import Tally
from braidtui.formats.webvtt.blocks import Blocks, Note, RawCue, is_comment, is_style

_ARROW = "-->"
_SIGNATURE = re.compile(r"WEBVTT(?![^ \t\n])")
_TIME = r"(?:([0-9]{1,4000}):([0-5][0-9])|([0-5][0-9])):([0-5][0-9])\.([0-9]{3})(?![0-9])"
_TIMES = re.compile(rf"[ \t\f]*{_TIME}[ \t\f]*{_ARROW}[ \t\f]*{_TIME}")


class _Block(NamedTuple):
    """A block: its cue, if it is one, its other lines, and where the next one may begin."""

    cue: RawCue | None
    lines: Sequence[str]
    has_arrow: bool
    end: int


def is_signed(text: str) -> bool:
    """Whether a text begins with the signature; the standard reads no other."""
    return _SIGNATURE.match(text) is not None


def read_standard(text: str) -> Blocks:
    """The blocks of a text with line feeds alone, as the standard's algorithm collects them; what
    it drops is told as left out.

    Raises FormatRefused where the signature is missing.
    """
    if not is_signed(text):
        raise refused("no WebVTT: it does not begin with WEBVTT and a blank or a line feed")
    lines = text.split("\n")
    at = _end_of_header(lines)
    cues: list[RawCue] = []
    notes: list[Note] = []
    left_out = Tally()
    for block, line in _blocks(lines, at):
        if block.cue:
            cues.append(block.cue)
        elif block.has_arrow:
            left_out.count(line, "a cue without valid times is left out, as the standard wants")
        elif is_comment(found := "\n".join(block.lines)):
            notes.append(Note(len(cues), found[4:].strip(), line))
        elif not is_style(found):
            left_out.count(line, "a block that is no cue is left out, as the standard wants")
    header = [lines[0].removeprefix("WEBVTT"), *lines[1:at]]
    return Blocks(header, cues, notes, left_out=left_out.notices)


def _end_of_header(lines: Sequence[str]) -> int:
    """The index of the first line behind the header: one that is empty or has an arrow."""
    at = 1
    while at < len(lines) and lines[at] and _ARROW not in lines[at]:
        at += 1
    return at


def _blocks(lines: Sequence[str], at: int) -> Iterator[tuple[_Block, int]]:
    """The blocks from a line on, each with its line from 1."""
    while at < len(lines):
        if lines[at]:
            block = _collect(lines, at)
            yield block, at + 1
            at = block.end
        else:
            at += 1


def _collect(lines: Sequence[str], first: int) -> _Block:
    """The standard's "collect a WebVTT block": an arrow in its first line, or in the second where
    the first has none, makes it a cue; any later one begins another block."""
    buffer: list[str] = []
    cue: RawCue | None = None
    has_arrow = False
    for at in range(first, len(lines)):
        line = lines[at]
        if _ARROW in line:
            if at > first + 1 or has_arrow:
                return _Block(_with_text(cue, buffer), buffer, has_arrow, at)
            has_arrow = True
            cue = _cue("\n".join(buffer), line, at + 1)
            if cue:
                buffer = []
        elif not line:
            return _Block(_with_text(cue, buffer), buffer, has_arrow, at)
        else:
            buffer.append(line)
    return _Block(_with_text(cue, buffer), buffer, has_arrow, len(lines))


def _cue(id: str, line: str, number: int) -> RawCue | None:
    """A cue without text of a line with times; what follows them are settings, whatever it is."""
    times = _TIMES.match(line)
    if times is None:
        return None
    found = times.groups()
    return RawCue(id, _milliseconds(*found[:5]), _milliseconds(*found[5:]), "", number)


def _milliseconds(
    hours: str | None, minutes: str | None, lone_minutes: str | None, seconds: str, fraction: str
) -> int:
    """Milliseconds; the minutes stand alone, or behind hours."""
    return milliseconds(hours, minutes or lone_minutes, seconds, fraction)


def _with_text(cue: RawCue | None, lines: Sequence[str]) -> RawCue | None:
    return cue and cue._replace(raw="\n".join(lines))
