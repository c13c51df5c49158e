"""The head of a print, block by block: title and extent, summary, pull quotes, cast, addresses."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from braidtui.episode.model import Quote
from braidtui.episode.timecode import parse_time
from braidtui.formats.printed.parts import Block
from braidtui.formats.printed.seams import Seams
from braidtui.formats.printed.signs import GLYPHS, Extent, extent

_DISPATCH = re.compile(r"DISPATCH (\d{3,9})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LABEL = re.compile(r"(Page|Audio|Language|Sources): (?=\S)")
_SAID_BY = re.compile(r" *— ")
_CLOCK = re.compile(r"\d{2,5}:[0-5]\d:[0-5]\d", re.ASCII)
_EXTENT_LINES = 3  # of the narrowest page


class Which(NamedTuple):
    """Which episode it is, as far as the line above the title tells."""

    show: str = ""
    number: int | None = None
    date: datetime.date | None = None


@dataclass
class Front:
    """The lines of a head, by what they are. Each quote is the lines of its paragraphs."""

    dispatch: Sequence[str] = ()
    title: Sequence[str] = ()
    extent: Extent | None = None
    summary: list[str] = field(default_factory=list)
    quotes: list[list[str]] = field(default_factory=list)
    cast: Block | None = None
    addresses: dict[str, list[str]] = field(default_factory=dict)


def read_front(blocks: Sequence[Block]) -> Front:
    """The head in these blocks; without a line of extent the first is the title."""
    at = title_at(blocks)
    front = Front()
    if blocks:
        lines = blocks[at or 0].lines
        titled = extent_at(lines)
        front.title, front.extent = lines[:titled], extent(" ".join(lines[titled:]))
        front.dispatch = blocks[0].lines if at else ()
    rest = list(blocks[(at or 0) + 1 :])
    if rest and _LABEL.match(rest[-1].lines[0]):
        front.addresses = _addresses(rest.pop().lines)
    if rest and rest[-1].lines[0].startswith(GLYPHS[0]):
        front.cast = rest.pop()
    for block in rest:
        _add(front, block.lines)
    return front


def title_at(blocks: Sequence[Block]) -> int | None:
    """Which of the first two blocks ends in the extent of an episode."""
    found = (at for at, block in enumerate(blocks[:2]) if extent_at(block.lines) < len(block.lines))
    return next(found, None)


def extent_at(lines: Sequence[str]) -> int:
    """The index of the line where the extent begins that ends a block; past the end without."""
    begins = range(len(lines) - 1, max(0, len(lines) - 1 - _EXTENT_LINES), -1)
    found = (at for at in begins if extent(" ".join(lines[at:])))
    return next(found, len(lines))


def which_of(text: str) -> Which:
    """`♦ Braid · DISPATCH 008 · 2026-05-20`, each part only where it is known."""
    parts = text.removeprefix("♦").strip().split(" · ")
    date = _day(parts[-1])
    parts = parts[:-1] if date else parts
    number = _DISPATCH.fullmatch(parts[-1]) if parts else None
    parts = parts[:-1] if number else parts
    return Which(" · ".join(parts), int(number[1]) if number else None, date)


def quotes_of(quotes: Sequence[Sequence[str]], seams: Seams) -> Iterator[Quote]:
    """The pull quotes, each with the name and the time of the turn it was found in."""
    for lines in quotes:
        at = _said_by(lines)
        text = seams.body(lines[:at]).strip()
        who = seams.joined(lines[at:])[2:]
        name, start = _parted(who)
        yield Quote(text.removeprefix("“").removesuffix("”"), name, start)


def _add(front: Front, lines: list[str]) -> None:
    """A paragraph of the summary, or of a quote: that is indented."""
    if not lines[0].startswith("  "):
        front.summary += ["", *lines]
    elif lines[0].startswith("  “") or not front.quotes:
        front.quotes.append(lines)
    else:
        front.quotes[-1] += ["", *lines]


def _addresses(lines: Sequence[str]) -> dict[str, list[str]]:
    """The lines below each label, without it."""
    addresses: dict[str, list[str]] = {}
    below: list[str] = []
    for line in lines:
        if (label := _LABEL.match(line)) and label[1] not in addresses:
            below = addresses[label[1]] = [line[label.end() :]]
        else:
            below.append(line)
    return addresses


def _said_by(lines: Sequence[str]) -> int:
    """Where the lines begin that tell who says a quote: the last time that a quote is closed."""
    ends = (
        at
        for at in range(len(lines) - 1, 0, -1)
        if _SAID_BY.match(lines[at]) and lines[at - 1].endswith("”")
    )
    return next(ends, len(lines))


def _parted(who: str) -> tuple[str, int | None]:
    name, comma, time = who.rpartition(", ")
    if not _CLOCK.fullmatch(time):
        return who, None
    return (name if comma else ""), parse_time(time)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
