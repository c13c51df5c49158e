"""The head of Braid's page: number, date, title, duration, pull quotes, names."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from braidtui.episode.safe_text import clean_line
from braidtui.episode.timecode import parse_time
from braidtui.formats.braid_page.labels import DAY, LONGEST_LABEL, TIME, name_with_glyph
from braidtui.formats.reading.page.lines import Line

_LONGEST_QUOTE = 5  # lines that page breaks may have made of one

_DISPATCH = re.compile(rf"[\W_]*dispatch +#?(\d{{1,9}})(?:[\W_]+({DAY}))?[\W_]*", re.I | re.A)
_DATE_LINE = re.compile(rf"({DAY})?[\s/|·,]*({TIME})?", re.ASCII)
_MARKUP = re.compile(r"(?:#{1,6}|[-•*>])\s+")
_ATTRIBUTION = re.compile(r"[-–—]+\s*from this episode\W?s? transcript\W*", re.IGNORECASE)
_QUOTE_MARKS = (('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"))


class Head(NamedTuple):
    """What stands before the segments; `rest` are the lines that have no part in it."""

    title: str
    number: int | None
    date: date | None
    duration: int | None
    quotes: tuple[str, ...]
    names: tuple[str, ...]
    rest: tuple[Line, ...]


def read_head(lines: Sequence[Line]) -> Head:
    """The head: number, date, title, duration, pull quotes, and the names that bear a glyph."""
    rest, quotes = _part_quotes(lines)
    rest, dispatches = _part(rest, _DISPATCH)
    rest, dates = _part(rest, _DATE_LINE)
    names = [name for line in rest if (name := name_with_glyph(line.text))]
    rest = [line for line in rest if not name_with_glyph(line.text)]
    top = dispatches[0].line.number if dispatches else 0
    dates.sort(key=lambda found: found.match[1] is None)  # a time beside a date is the duration
    below_top = [line for line in rest if line.number > top] or rest
    title = _bare(below_top[0]) if below_top else ""
    days = [*(found.match[2] for found in dispatches), *(found.match[1] for found in dates)]
    return Head(
        title=clean_line(title),
        number=int(dispatches[0].match[1]) if dispatches else None,
        date=next(filter(None, map(_day, days)), None),
        duration=next(filter(None, (parse_time(found.match[2] or "") for found in dates)), None),
        quotes=tuple(dict.fromkeys(quotes)),
        names=tuple(names),
        rest=tuple(line for line in rest if _bare(line) not in {title, *quotes}),
    )


class _Found(NamedTuple):
    line: Line
    match: re.Match[str]


def _part(lines: Sequence[Line], pattern: re.Pattern[str]) -> tuple[list[Line], list[_Found]]:
    """The lines that are not of the pattern, and those that are."""
    found = [
        _Found(line, match)
        for line in lines
        if len(line.text) <= LONGEST_LABEL and (match := pattern.fullmatch(line.text))
    ]
    numbers = {line.number for line, _ in found}
    return [line for line in lines if line.number not in numbers], found


def _part_quotes(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines of no pull quote, and the quotes: each a line in quotation marks, or what is in
    such marks right above the words that tell where it is from."""
    rest: list[Line] = []
    quotes = []
    for line in lines:
        if _ATTRIBUTION.fullmatch(line.text[:LONGEST_LABEL]):
            begin = _opened(rest)
            quotes += [" ".join(map(_bare, rest[begin:]))[1:-1].strip()] if rest[begin:] else []
            del rest[begin:]
        elif inner := _unquoted(_bare(line)):
            quotes.append(inner)
        else:
            rest.append(line)
    return rest, [clean_line(quote) for quote in quotes]


def _opened(lines: Sequence[Line]) -> int:
    """Where the quotation begins that the last line closes; past the end where it closes none."""
    closing = tuple(mark for _, mark in _QUOTE_MARKS)
    opening = tuple(mark for mark, _ in _QUOTE_MARKS)
    if lines and lines[-1].text.endswith(closing):
        for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _LONGEST_QUOTE), -1):
            if _bare(lines[index]).startswith(opening):
                return index
    return len(lines)


def _unquoted(text: str) -> str:
    """What stands in a pair of quotation marks that holds the whole text; else nothing."""
    for opening, closing in _QUOTE_MARKS:
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            inner = text[1:-1]
            opened, closed = inner.find(opening), inner.find(closing)
            return "" if closed >= 0 and (closed <= opened or opened < 0) else inner.strip()
    return ""


def _bare(line: Line) -> str:
    found = _MARKUP.match(line.text)
    return line.text[found.end() :] if found else line.text


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
