"""A text as the lines that hold something, each safe and with its number."""

from collections.abc import Iterator
from typing import NamedTuple

from braidtui.episode.safe_text import clean_line, count_cleaned


class Line(NamedTuple):
    """A line that is not blank: `number` counts from 1 by LF, `text` is safe and has no blanks at
    its ends, `follows` says that no blank line parts it from the line above, and `cleaned` how many
    of its characters were taken away or replaced."""

    number: int
    text: str
    follows: bool
    cleaned: int = 0


def read_lines(text: str) -> list[Line]:
    """Every line that is not blank. A BOM, CR and form feeds (page breaks) are no content."""
    return list(_lines(text.removeprefix("\ufeff")))


def _lines(text: str) -> Iterator[Line]:
    above = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        bare = raw.replace("\f", " ").strip()
        if safe := clean_line(bare).strip():
            yield Line(number, safe, above == number - 1 and number > 1, count_cleaned(bare))
            above = number
