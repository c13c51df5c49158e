"""A table as aligned lines, measured in terminal cells."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from braidtui.typeset.cells import cell_len, fitted

_GAP = "  "
_NARROWEST = 8  # cells a column keeps when the table has to fit


class Column(NamedTuple):
    """How a column is set: `gives` is its share of the cells that have to go, 0 for none."""

    is_right: bool = False
    gives: int = 0
    paint: Callable[[str], str] = str


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None = None
) -> list[str]:
    """The rows as lines without trailing blanks; in `width` cells, where one is given."""
    widths = [max((cell_len(row[i]) for row in rows), default=0) for i in range(len(columns))]
    shown = [i for i, cells in enumerate(widths) if cells]
    if width is not None:
        _shrink(widths, columns, width - len(_GAP) * (len(shown) - 1))
    return [
        _GAP.join(
            _cell(columns[i], row[i], widths[i], is_last=not any(row[j] for j in shown if j > i))
            for i in shown
            if any(row[j] for j in shown if j >= i)
        )
        for row in rows
    ]


def _shrink(widths: list[int], columns: Sequence[Column], available: int) -> None:
    """Take what is too much from the widest of the columns that may give, cell by cell."""
    while sum(widths) > available:
        giving = [
            (widths[i] * column.gives, i)
            for i, column in enumerate(columns)
            if column.gives and widths[i] > _NARROWEST
        ]
        if not giving:
            return
        widths[max(giving)[1]] -= 1


def _cell(column: Column, text: str, width: int, *, is_last: bool) -> str:
    if column.is_right:
        return column.paint(" " * (width - cell_len(text)) + text)
    whole = fitted(text, width)
    return column.paint(whole.rstrip() if is_last else whole)
