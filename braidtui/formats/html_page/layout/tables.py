"""Tables whose columns are names, times and words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import clock_of

_ENOUGH = 3  # rows
_MOST_COLUMNS = 6
_MOST = 0.8  # of the cells of a column
_LONGEST_NAME = 60
_STOPS = (".", "!", "?", "…")
_TITLES = frozenset({"speaker", "speakers", "name", "names", "who", "person", "voice"})

_Row = Mapping[int, Sequence[Block]]


class _Columns(NamedTuple):
    """Which column holds what; None where none does."""

    name: int | None
    time: int | None
    words: int


def named_by_columns(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, the cells of such tables as names, times and words."""
    rows = [_row(group) for is_row, group in _groups(blocks) if is_row]
    columns = _columns(rows) if len(rows) >= _ENOUGH else None
    if columns is None:
        return blocks
    found: list[Block] = []
    for is_row, group in _groups(blocks):
        found += _pieces(_row(group), columns) if is_row else group
    return found


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[bool, Sequence[Block]]]:
    """The blocks that stand in one row together, whether they do, and what is around."""
    for row, group in groupby(blocks, key=lambda block: block.cell.row if block.cell else 0):
        yield row > 0, list(group)


def _row(group: Iterable[Block]) -> _Row:
    cells: dict[int, list[Block]] = {}
    for block in group:
        if block.cell:
            cells.setdefault(block.cell.column, []).append(block)
    return cells


def _columns(rows: Sequence[_Row]) -> _Columns | None:
    texts: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in row.items():
            texts.setdefault(column, []).append(_text(cell))
    if not 1 < len(texts) <= _MOST_COLUMNS:
        return None
    words = max(texts, key=lambda column: sum(map(len, texts[column])))
    times = [column for column in texts if column != words and _are_times(texts[column])]
    others = [column for column in sorted(texts) if column not in (*times, words)]
    names = [column for column in others if _are_names(texts[column])]
    numbers = [column for column in others if all(map(str.isdigit, texts[column][1:]))]
    if len(names) > 1 or len(names) + len(numbers) < len(others) or not (names or times):
        return None
    return _Columns(next(iter(names), None), min(times, default=None), words)


def _text(cell: Iterable[Block]) -> str:
    return "\n\n".join(block.text for block in cell)


def _are_times(texts: Sequence[str]) -> bool:
    count = sum(":" in text and clock_of(text) is not None for text in texts)
    return count >= max(_ENOUGH - 1, _MOST * (len(texts) - 1))  # the first may be a title


def _are_names(texts: Sequence[str]) -> bool:
    uses = Counter(texts)
    return (
        max(map(len, texts)) <= _LONGEST_NAME
        and not any(text.isdigit() or text.endswith(_STOPS) for text in texts)
        and len(texts) >= _ENOUGH
        and 3 * len(uses) <= 2 * len(texts) + 1
    )


def _pieces(row: _Row, columns: _Columns) -> Iterator[Block]:
    name = row.get(columns.name, ()) if columns.name is not None else ()
    time = row.get(columns.time, ()) if columns.time is not None else ()
    start = clock_of(_text(time)) if time else None
    if (time and start is None) or (name and _text(name).casefold().rstrip(":") in _TITLES):
        yield from (block for column in sorted(row) for block in row[column])
        return
    if name:
        yield name[0]._replace(kind="name", text=_text(name))
    if time:
        yield time[0]._replace(kind="time", start=start)
    yield from row.get(columns.words, ())
