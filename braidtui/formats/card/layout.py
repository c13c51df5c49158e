"""Where the words of a quote stand on its card: as large as they can be, in balanced lines."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.card.breaking import balanced
from braidtui.formats.card.shortening import ELLIPSIS, shortened_to
from braidtui.formats.card.widths import is_wide, width

_MOST = 1500  # characters
_LONGEST_WORD = 40  # characters
_LEADING = 1.36  # of the size
_ASCENT = 0.76  # from the top of a line to its baseline, of a line
_GAP = 0.55  # between paragraphs, of a line


class Sheet(NamedTuple):
    """A form of the card, in pixels: its size, its margin, where the quote may stand, how large.

    The quotation mark stands beside the quote where there is an indent, else above it.
    """

    width: int
    height: int
    margin: int
    indent: int
    top: int
    bottom: int
    sizes: range

    @property
    def measure(self) -> int:
        """How long a line may be."""
        return self.width - 2 * self.margin - self.indent


LANDSCAPE = Sheet(1200, 630, 76, 120, 62, 426, range(84, 35, -2))
PORTRAIT = Sheet(1080, 1350, 84, 0, 214, 1116, range(48, 25, -1))


class Line(NamedTuple):
    """A line of the quote and its baseline, in pixels from the top."""

    text: str
    baseline: float


class Setting(NamedTuple):
    """A quote set on a sheet. `shown` is how many characters of it; None where all are there."""

    sheet: Sheet
    size: int
    lines: tuple[Line, ...]
    shown: int | None


def set_quote(paragraphs: Sequence[str]) -> Setting:
    """On the wide sheet where that holds it, else on the high one, where need be shortened."""
    if sum(map(len, paragraphs)) <= _MOST:
        for sheet in (LANDSCAPE, PORTRAIT):
            if size := _largest(paragraphs, sheet):
                return Setting(sheet, size, _lines(paragraphs, sheet, size), None)
    smallest = PORTRAIT.sizes[-1]
    cut = shortened_to(paragraphs, _MOST, lambda shorter: _fits(shorter, PORTRAIT, smallest))
    shown = max(0, sum(map(len, cut)) - len(ELLIPSIS))
    return Setting(PORTRAIT, smallest, _lines(cut, PORTRAIT, smallest), shown)


def _largest(paragraphs: Sequence[str], sheet: Sheet) -> int | None:
    """The largest size in which all of it fits."""
    at = bisect_left(sheet.sizes, True, key=lambda size: _fits(paragraphs, sheet, size))
    return sheet.sizes[at] if at < len(sheet.sizes) else None


def _fits(paragraphs: Sequence[str], sheet: Sheet, size: int) -> bool:
    line = sheet.measure / size
    words = (word for paragraph in paragraphs for word in paragraph.split())
    if size != sheet.sizes[-1] and any(_is_parted(word, line) for word in words):
        return False
    return _height(_broken(paragraphs, sheet, size), size) <= sheet.bottom - sheet.top


def _is_parted(word: str, line: float) -> bool:
    """Whether a word, not an address or the like, is longer than a line."""
    if len(word) > _LONGEST_WORD or len(word) < line or any(map(is_wide, word)):
        return False
    return width(word) > line


def _lines(paragraphs: Sequence[str], sheet: Sheet, size: int) -> tuple[Line, ...]:
    return tuple(_placed(_broken(paragraphs, sheet, size), sheet, size))


def _broken(paragraphs: Sequence[str], sheet: Sheet, size: int) -> list[list[str]]:
    return [balanced(paragraph, sheet.measure / size) for paragraph in paragraphs]


def _height(broken: Sequence[Sequence[str]], size: int) -> float:
    return size * _LEADING * (sum(map(len, broken)) + _GAP * (len(broken) - 1))


def _placed(broken: Sequence[Sequence[str]], sheet: Sheet, size: int) -> Iterator[Line]:
    """In the middle of its room."""
    leading = size * _LEADING
    baseline = (sheet.top + sheet.bottom - _height(broken, size)) / 2 + _ASCENT * leading
    for lines in broken:
        for line in lines:
            yield Line(line, round(baseline, 1))
            baseline += leading
        baseline += _GAP * leading
