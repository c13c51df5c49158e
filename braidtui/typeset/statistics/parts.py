"""Lines of styled parts, and what they are put together from: bars and columns of numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from braidtui.typeset.cells import cell_len, elided, fitted

Part = tuple[str, str]
"""A text and the name of its style: text, muted, faint, strong, heading, or `speaker ID`."""
Line = tuple[Part, ...]

GAP = "  "
UNKNOWN = "–"
_EIGHTHS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True)
class Column:
    """Numbers below each other, set to the right under their heading."""

    heading: str
    texts: Sequence[str]

    @cached_property
    def width(self) -> int:
        """How many cells it takes."""
        return max(map(cell_len, (self.heading, *self.texts)))


def width_of(columns: Iterable[Column]) -> int:
    """How many cells columns take, each with a gap before it."""
    return sum(len(GAP) + column.width for column in columns)


def headings(columns: Iterable[Column]) -> str:
    """The line above the columns."""
    return "".join(GAP + column.heading.rjust(column.width) for column in columns)


def numbers(columns: Iterable[Column], row: int) -> str:
    """One line of the columns."""
    return "".join(GAP + column.texts[row].rjust(column.width) for column in columns)


def bar(part: float, width: int) -> str:
    """A part, from 0 to 1, of `width` cells, in eighths of a cell; what is not nothing is seen."""
    eighths = round(part * width * 8)
    if part > 0:
        eighths = max(1, eighths)
    whole, rest = divmod(min(eighths, width * 8), 8)
    return _EIGHTHS[8] * whole + _EIGHTHS[rest].strip()


def heading_line(title: str, after: str, width: int) -> Line:
    """The title of a section, and at the right what stands above its columns."""
    room = max(0, width - cell_len(after))
    return (fitted(title, room), "heading"), (elided(after, width - room), "muted")


def cut(line: Line, width: int) -> Line:
    """A line in at most `width` cells."""
    parts: list[Part] = []
    for text, style in line:
        shown = elided(text, width)
        parts.append((shown, style))
        if shown != text:
            break
        width -= cell_len(shown)
    return tuple(part for part in parts if part[0])
