"""Names and times as pages tell them: by an element, or in the words themselves as `1:59`,
`[00:12]`, `Ann (1:02):`."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from braidtui.formats.reading.clock import read_clock

Attributes = Mapping[str, str | None]

_MARKS = frozenset({"cite", "time", "span", "div", "p", "dt", "a", "h3", "h4", "h5", "h6"})
_NAME_CLASS = re.compile(
    r"(?:(?<![a-z])speaker(?:[-_]?(?:name|label))?|(?<!\S)name)(?!\S)", re.IGNORECASE
)
_TIME_CLASS = re.compile(r"(?<![a-z])time(?:[-_]?(?:stamp|code))?(?!\S)", re.IGNORECASE)
_JUMP = re.compile(r"[#?&]t=(\d{1,6})s?\Z", re.ASCII)  # a link to a place in the recording
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,9})?", re.ASCII)
CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_STAMP = re.compile(rf"[\[(]?\s?({CLOCK}|\d{{1,7}}[.,]\d{{1,3}}|\d{{1,3}})\s?[\])]?", re.ASCII)
_LEADING = re.compile(
    rf"(?:\[(?P<bracketed>{CLOCK})\]|\((?P<round>{CLOCK})\)|(?P<bare>{CLOCK})(?=\s|\Z))"
    r"(?:\s*+[-–—:](?=\s|\Z))?\s*+",
    re.ASCII,
)
NAME = r"[^\s:()\[\]\d](?:[^\n:()\[\]]{0,60}[^\s:()\[\]])?"
_HEADED = re.compile(
    rf"(?P<name>{NAME})[ \xa0]*+(?:\[(?P<bracketed>{CLOCK})\]:?|\((?P<round>{CLOCK})\):?"
    rf"|(?<=\s)(?P<bare>{CLOCK})(?=\n|\Z))\s*+",
    re.ASCII,
)


class Stamped(NamedTuple):
    """Words with the name and the time (milliseconds) taken off that stood before them."""

    name: str
    start: int | None
    words: str


def mark_of(tag: str, attributes: Attributes) -> Literal["name", "time"] | None:
    """Whether an element says that it holds a name or a time."""
    if tag in ("cite", "dt"):
        return "name"
    if tag == "time":
        return "time"
    if len(attributes) < 2:  # its line alone
        return None
    if tag == "a" and _JUMP.search(attributes.get("href") or ""):
        return "time"
    named = attributes.get("class") if tag in _MARKS else None
    if not named:
        return None
    return "name" if _NAME_CLASS.search(named) else "time" if _TIME_CLASS.search(named) else None


def start_of(text: str, attributes: Attributes) -> int | None:
    """Milliseconds of a time as it is shown, or of the place that a sign such as ▶ leads to."""
    jump = _JUMP.search(attributes.get("href") or "")
    if jump and not any(map(str.isalnum, text)):
        return int(jump[1]) * 1000
    return clock_of(text)


def told_start(attributes: Attributes) -> int | None:
    """Milliseconds of `data-start="59.92"`, a plain number, or of `begin="00:00:59.92"`."""
    seconds = attributes.get("data-start") or ""
    if _SECONDS.fullmatch(seconds):
        return round(float(seconds) * 1000)
    return read_clock(attributes.get("begin") or "")


def clock_of(text: str) -> int | None:
    """Milliseconds of a text that is a time and nothing else, in brackets or without."""
    stamp = _STAMP.fullmatch(text) if len(text) < 40 else None
    return None if stamp is None else read_clock(stamp[1])


def stamped(text: str) -> Stamped | None:
    """`[0:12] words`, `0:12 words`, `Name (0:12): words` or `Name 0:12` above the words."""
    found, name = _LEADING.match(text), ""
    if found is None and (found := _HEADED.match(text)):
        name = found["name"]
    start = found and read_clock(found["bracketed"] or found["round"] or found["bare"])
    if found is None or start is None:
        return None
    return Stamped(name, start, text[found.end() :])
