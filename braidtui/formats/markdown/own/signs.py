"""The signs of our own Markdown: escapes undone, footnotes, block ids, the heads of turns."""

import re
from typing import NamedTuple

from braidtui.episode.timecode import parse_time

CLOCK = r"\d{2,5}:\d{2}:\d{2}"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"(?:\[\^[^\]\[\s]{1,200}\])++", re.ASCII)
_LABEL = re.compile(r"\[\^([^\]]++)\]")
_BLOCK_ID = re.compile(r" \^[\w-]{1,60}$", re.ASCII)
_TIMED_ID = re.compile(r" \^(\d{2,5}-\d{2}-\d{2})(?:-\d{1,9})?$", re.ASCII)
_HEAD = re.compile(rf"\*\*(?:\[({CLOCK})\] )?((?:(?!:\*\*).)++):\*\*(?: |(?=\[\^)|$)", re.ASCII)


class Line(NamedTuple):
    """A line without what stands at its end: the labels of its footnotes, whether it says that a
    turn ends with it, and the start (milliseconds) in the block id of that turn."""

    text: str
    labels: tuple[str, ...]
    ends_turn: bool
    start: int | None = None


class TurnHead(NamedTuple):
    """What stands in bold before a turn: its time in milliseconds, its name and role as written."""

    start: int | None
    name: str
    words: str


def plain(text: str) -> str:
    """The text that Markdown shows: escapes are undone, nothing else."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def read_line(line: str) -> Line:
    """A line of a paragraph. Only what is not escaped is a sign: we escape each `[` and `^`."""
    block_id = _BLOCK_ID.search(line[-64:])
    text = line[: len(line) - len(block_id[0])] if block_id else line
    time = _TIMED_ID.match(block_id[0]) if block_id else None
    start = parse_time(time[1].replace("-", ":")) if time else None
    at = text.find("[^")
    if at < 0 or not _MARKS.fullmatch(text, at):
        return Line(text, (), block_id is not None, start)
    return Line(text[:at], tuple(_LABEL.findall(text, at)), True, start)


def read_head(text: str) -> TurnHead | None:
    """The head of a turn, None where a paragraph begins with none."""
    head = _HEAD.match(text)
    if head is None:
        return None
    start = parse_time(head[1]) if head[1] else None
    return TurnHead(start, head[2], text[head.end() :])
