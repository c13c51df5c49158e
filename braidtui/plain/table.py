"""A table as aligned lines, measured in terminal cells."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from braidtui.typeset.cells import cell_len, fitted

_GAP = "  "


class Column(NamedTuple):
    """How a column is set.

    `least` is to how many cells it may shrink, 0 for not at all; an optional one goes where there
    is no room even for the least.
    """

    is_right: bool = False
    least: int = 0
    is_optional: bool = False
    paint: Callable[[str], str] = str


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None = None
) -> list[str]:
    """The rows as lines without trailing blanks; in `width` cells, where one is given."""
    widths = [max((cell_len(row[i]) for row in rows), default=0) for i in range(len(columns))]
    if width is not None:
        widths = _fitting(widths, columns, width)
    return [_line(columns, row, widths) for row in rows]


def _fitting(widths: Sequence[int], columns: Sequence[Column], available: int) -> list[int]:
    fitting = _shrunk(widths, columns, available)
    if _total(fitting) <= available:
        return fitting
    kept = [0 if columns[i].is_optional else cells for i, cells in enumerate(widths)]
    return _shrunk(kept, [it._replace(least=min(it.least, 1)) for it in columns], available)


def _shrunk(widths: Sequence[int], columns: Sequence[Column], available: int) -> list[int]:
    """Cell by cell less for the widest of the columns that shrink, optional ones before others."""
    shrunk = [
        min(cells, max(column.least, available)) if column.least else cells
        for cells, column in zip(widths, columns, strict=True)
    ]
    while _total(shrunk) > available:
        shrinking = [
            (shrunk[i] * (2 if column.is_optional else 1), i)
            for i, column in enumerate(columns)
            if column.least and shrunk[i] > column.least
        ]
        if not shrinking:
            break
        shrunk[max(shrinking)[1]] -= 1
    return shrunk


def _total(widths: Sequence[int]) -> int:
    shown = [cells for cells in widths if cells]
    return sum(shown) + len(_GAP) * max(0, len(shown) - 1)


def _line(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> str:
    shown = [i for i, cells in enumerate(widths) if cells]
    last = max((i for i in shown if row[i]), default=-1)
    return _GAP.join(
        _cell(columns[i], row[i], widths[i], is_last=i == last) for i in shown if i <= last
    )


def _cell(column: Column, text: str, width: int, *, is_last: bool) -> str:
    whole = fitted(text, width)
    if column.is_right:
        whole = whole.strip()
        return column.paint(" " * (width - cell_len(whole)) + whole)
    return column.paint(whole.rstrip() if is_last else whole)
