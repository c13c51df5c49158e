"""Chapters in a description: lines such as `12:34 Title`."""

import re
from collections.abc import Iterator, Sequence

from braidtui.formats.given import Chapter, Given
from braidtui.formats.reading.clock import read_clock
from braidtui.formats.reading.titles import title_line

_LONGEST = 300  # code points of a line; a longer one is a paragraph
_FEWEST = 3  # lines that make a list; two where the first begins at 0:00
_CLOCK = r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?"
_BULLET = r"\s*(?:[-–—•·*▶►]\s*|[0-9]{1,3}[.)]\s+)?"
_PARTED = r"(?:\s*[-–—:|•·]\s*|\s+)"
_LEADING = re.compile(rf"{_BULLET}[\[(]?({_CLOCK})(?:\s*[-–—]\s*{_CLOCK})?[\])]?{_PARTED}(\S.*)")
_TRAILING = re.compile(rf"(.*\S)\s+[\[(]?({_CLOCK})[\])]?\s*")
_BEGINNING = re.compile(rf"{_BULLET}(\S.*)")


def title_lines(given: Given) -> tuple[Chapter, ...]:
    """The chapters that the lines of a text tell: `12:34 Title`, `(00:12:34) Title`,
    `[12:34] - Title`, `• 12:34 Title` or `Title - 12:34`, their times rising.

    Three lines make a list, or two of which the first is at 0:00; other lines are no part of it,
    and a text that is no list gives nothing.
    """
    chapters = tuple(_rising(_met(given.lines)))
    fewest = _FEWEST - (bool(chapters) and chapters[0].start == 0)
    return chapters if len(chapters) >= fewest else ()


def _met(lines: Sequence[str]) -> Iterator[Chapter]:
    for line in lines:
        if ":" in line and len(line) <= _LONGEST and (chapter := _chapter(line)):
            yield chapter


def _chapter(line: str) -> Chapter | None:
    if found := _LEADING.fullmatch(line.rstrip()):
        clock, title = found.groups()
    elif found := _TRAILING.fullmatch(line):
        title, clock = found.groups()
        bare = _BEGINNING.fullmatch(title.rstrip(" -–—:|•·"))
        title = bare[1] if bare else ""
    else:
        return None
    start, title = read_clock(clock), title_line(title)
    return Chapter(start, title) if start is not None and title else None


def _rising(chapters: Iterator[Chapter]) -> Iterator[Chapter]:
    """The chapters, each later than the one above it."""
    latest = -1
    for chapter in chapters:
        if chapter.start > latest:
            latest = chapter.start
            yield chapter
