"""How people lay out who speaks and when: one table, a line's first sign tells which rows to try.

Measured in 27 collections; each pattern is linear, and tells a name, a time, or both. What follows
the match is the text.
"""

import re
from enum import Enum
from functools import partial
from typing import NamedTuple

from braidtui.formats.reading.clock import read_clock


class Kind(Enum):
    """What a layout rests on, and so what evidence a file must give of it."""

    BOLD = "a name that stands out, and a colon"
    LABEL = "a name and a time, on a line of their own or before the text"
    STAMP = "a time in brackets, with or without a name"
    CHAT = "a time, a tab and a name: a message of a chat"
    TIME = "a bare time"
    BULLET = "a bullet"
    PREFIX = "a name and a colon"
    NAMED = "a name as the whole file sets it"


class Layout(NamedTuple):
    """A row of the table: `pattern` has the groups `name`, `time` and `end`, as it tells them."""

    kind: Kind
    pattern: re.Pattern[str]
    has_name: bool
    has_time: bool
    has_end: bool


class Mark(NamedTuple):
    """What the beginning of a line tells; times are milliseconds, `text` is the rest of the line.

    `tag` is the time as it is written, `in_list` that a bullet stands before all of it,
    `is_parted` that the colon stands behind the name that stands out, not within.
    """

    kind: Kind
    name: str
    start: int | None
    end: int | None
    text: str
    tag: str = ""
    in_list: bool = False
    is_parted: bool = False


CLOCK = r"\d{1,4}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?!\d)"
_TIME = rf"(?P<time>{CLOCK})"
_LINK = r"(?:\([^()\s]{0,2000}\))?"
_BRACKETED = rf"`?\\?[\[(][ ]?{_TIME}[ ]?\\?[\])]`?{_LINK}"
_ANY_TIME = rf"(?:\\?[\[(][ ]?)?{_TIME}(?:[ ]?\\?[\])]{_LINK})?"
_OPEN, _CLOSE = r"(?P<mark>\*\*|__)", r"(?P=mark)"
_BOLD_NAME = r"(?P<name>[^*\n]{1,200}?)"
_NAME = r"(?P<name>[^\s\[(<|:][^<:\n\t]{0,79}?)"
_GAP = r"[ \t\xa0]*"
_DASH = r"[–—|-]?[ \t\xa0]*"


def _layout(kind: Kind, *parts: str) -> Layout:
    pattern = re.compile("".join(parts), re.ASCII)
    return Layout(
        kind, pattern, *(group in pattern.groupindex for group in ("name", "time", "end"))
    )


_STAMPED_BOLD = _layout(Kind.BOLD, _OPEN, _ANY_TIME, r"[ ]+", _BOLD_NAME, rf":[ ]?{_CLOSE}", _GAP)
_BOLD_STAMPED = _layout(
    Kind.BOLD, _OPEN, r"(?P<name>[^*(\[\n]{1,200}?)[ ]", _BRACKETED, rf":?[ ]?{_CLOSE}:?", _GAP
)
_BOLD_COLON = _layout(
    Kind.BOLD, _OPEN, _BOLD_NAME, rf":[ ]?{_CLOSE}{_GAP}", rf"(?:{_BRACKETED})?:?"
)
_BOLD_THEN_COLON = _layout(
    Kind.BOLD, _OPEN, _BOLD_NAME, _CLOSE, rf"[ ]?:{_GAP}", rf"(?:{_BRACKETED})?"
)
_BOLD_THEN_TIME = _layout(
    Kind.BOLD,
    _OPEN,
    _BOLD_NAME,
    _CLOSE,
    _GAP,
    _DASH,
    r"[*_]?",
    _ANY_TIME,
    r"[*_]?(?:[ ]?:)?(?=\s|$)",
)
_UNCLOSED = _layout(Kind.BOLD, r"\*\*(?P<name>[^*:\n]{1,60}):[ ](?!.*\*\*)")
_TAGGED = _layout(
    Kind.STAMP, r"\\?\[(?P<name>[^\[\]:\n]{1,80})\\?\][ ]?", _BRACKETED, rf"[ ]?:?{_GAP}"
)
_STAMP_THEN_BOLD = _layout(
    Kind.STAMP, _BRACKETED, r"[ ]*[–—-]?[ ]*", _OPEN, _BOLD_NAME, rf":?[ ]?{_CLOSE}:?", _GAP
)
_SPAN = _layout(Kind.STAMP, rf"\[{_TIME}[ ]?(?:-->|→|–|-)[ ]?(?P<end>{CLOCK})\](?:[ ]?:)?", _GAP)
_STAMP = _layout(Kind.STAMP, _BRACKETED, r"(?:[ ]?:)?(?:[ \t\xa0]+[–—-][ ]|[ \t\xa0]+|$)")
_CHAT = _layout(
    Kind.CHAT, _TIME, r"[ ]*\t[ ]*(?:From[ ]+)?(?P<name>[^\t\n]{1,100}?)[ ]*:(?:\t|[ ]+|$)[ \t]*"
)
_NAME_THEN_TIME = _layout(Kind.STAMP, r"\[(?P<name>[^\[\]:\n]{1,80})\][ ]+", _TIME, r"$")
_TICKED = _layout(Kind.BOLD, r"'{3}(?P<name>[^'\n]{1,60}(?:'[^'\n]{1,60})?)(?::'{3}|'{3}:)", _GAP)
_LINKED = _layout(Kind.PREFIX, r"\[\[(?P<name>[^\[\]:\n]{1,80})\]\][ ]?:(?=[ \t]|$)", _GAP)
_TIME_FIRST = _layout(
    Kind.TIME,
    _TIME,
    rf"(?:[ ](?:-->|→|–|-)[ ](?P<end>{CLOCK}))?",
    r"(?:[ ]?:)?(?:[ \t\xa0]+[–—|-][ ]+|[ \t\xa0]+|$)",
)
_LABEL = _layout(
    Kind.LABEL, _NAME, _GAP, r"(?:[:,][ \t\xa0]*)?", _DASH, _ANY_TIME, rf"{_GAP}:?{_GAP}$"
)
_LABEL_THEN_TEXT = _layout(Kind.LABEL, _NAME, _GAP, _BRACKETED, rf"(?:[ ]?:{_GAP}|$)")
_IN_BRACKETS = _layout(Kind.PREFIX, r"\\?\[(?P<name>[^\[\]:\n]{1,80})\\?\][ ]?:(?=[ \t]|$)", _GAP)
_PREFIX = _layout(Kind.PREFIX, r"(?P<name>[^\s\d\[(<|:][^:\n\t]{0,79}):(?=[ \t\xa0]|$)", _GAP)

_BOLD = (
    *(_STAMPED_BOLD, _BOLD_STAMPED, _BOLD_COLON, _BOLD_THEN_COLON, _BOLD_THEN_TIME, _UNCLOSED),
)
_PLAIN = (_LABEL_THEN_TEXT, _LABEL, _PREFIX)
_NUMBERED = (_CHAT, _TIME_FIRST, _LABEL)
_BY_FIRST: dict[str, tuple[Layout, ...]] = {
    "*": _BOLD,
    "_": (*_BOLD, _PREFIX),
    "[": (_TAGGED, _STAMP_THEN_BOLD, _SPAN, _STAMP, _IN_BRACKETS, _NAME_THEN_TIME, _LINKED),
    "'": (_TICKED, _PREFIX),
    "\\": (_TAGGED, _STAMP_THEN_BOLD, _STAMP, _IN_BRACKETS),
    **dict.fromkeys("(`", (_STAMP_THEN_BOLD, _STAMP)),
    **dict.fromkeys("+•", ()),
    **dict.fromkeys("0123456789", _NUMBERED),
}
_IN_A_LIST = re.compile(r"[-+*•][ \t]+(?=\*\*|__|\\?[\[(]\d|\d{1,2}:\d\d)")
_BEFORE_A_MARK = " \t*_\\[(0123456789"
_BRACKET = re.compile(r"[\[(][ ]?\d")
BULLETS = "+*•"
"""What a mark without a colon begins with."""

_new_mark = partial(tuple.__new__, Mark)  # Mark(...) takes twice the time, for every line
_LONGEST_HEAD = 120
_ENDS_OF_A_LABEL = tuple("0123456789:)]\xa0")


def mark_of(line: str) -> Mark | None:
    """What the beginning of a line tells of who speaks and when; the line has no blanks around."""
    if line[0] in "-+*•" and line[1:2] in (" ", "\t"):
        return _mark_in_list(line)
    layouts = _BY_FIRST.get(line[0])
    if layouts is None:
        layouts = _likely(line)
    elif layouts is _NUMBERED and "\t" not in line:
        layouts = _NUMBERED[1:]
    for layout in layouts:
        if found := layout.pattern.match(line):
            mark = _mark(layout, found, line)
            return None if mark.start is None and mark.kind is Kind.TIME else mark
    return None


def _mark_in_list(line: str) -> Mark | None:
    """The mark behind a bullet, or the bullet itself; a hyphen may as well be a dash."""
    if line[2:3] in _BEFORE_A_MARK and (bullet := _IN_A_LIST.match(line)):
        mark = mark_of(line[bullet.end() :])
        return mark and mark._replace(in_list=True)
    if line[0] == "-":
        return None
    return _new_mark((Kind.BULLET, "", None, None, line[2:].lstrip(), "", False, False))


def _likely(line: str) -> tuple[Layout, ...]:
    """The rows for a line that begins with a letter: running text, mostly, and so soon told."""
    head = line[:_LONGEST_HEAD]
    if ":" not in head:
        return ()
    if len(line) <= _LONGEST_HEAD and line.endswith(_ENDS_OF_A_LABEL):
        return _PLAIN
    return _PLAIN if _BRACKET.search(head) else _PLAIN[-1:]


def _mark(layout: Layout, found: re.Match[str], line: str) -> Mark:
    time = found["time"] if layout.has_time else None
    name = found["name"].strip(" \t\xa0:") if layout.has_name else ""
    start = milliseconds(time) if time else None
    until = found["end"] if layout.has_end else None
    text = line[found.end() :].strip()
    is_parted = layout is _BOLD_THEN_COLON
    end = read_clock(until) if until else None
    return _new_mark((layout.kind, name, start, end, text, time or "", False, is_parted))


def milliseconds(time: str) -> int | None:
    """A time as a layout has it; the clock most are, of two digits each, is read at once."""
    if len(time) == 8 and time[2] == time[5] == ":":
        hours, minutes, seconds = int(time[:2]), int(time[3:5]), int(time[6:])
    elif len(time) == 5 and time[2] == ":":
        hours, minutes, seconds = 0, int(time[:2]), int(time[3:])
    else:
        return read_clock(time)
    if seconds > 59 or (minutes > 59 and len(time) == 8):
        return None
    return ((hours * 60 + minutes) * 60 + seconds) * 1000


def behind_time(mark: Mark) -> Mark | None:
    """The name and colon right behind a time, with that time; None where there is none."""
    if mark.name or mark.start is None or ":" not in mark.text:
        return None
    found = mark_of(mark.text)
    if found is None or found.start is not None or found.kind not in (Kind.PREFIX, Kind.BOLD):
        return None
    return found._replace(start=mark.start, end=mark.end, tag=mark.tag)


def prefix_of(text: str) -> Mark | None:
    """The name before a colon with which a text begins, if it does."""
    layout = _IN_BRACKETS if text.startswith(("[", "\\")) else _PREFIX
    found = layout.pattern.match(text)
    return _mark(layout, found, text) if found else None
