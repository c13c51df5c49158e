"""The marks on the scroll bar."""

import pytest

from braidtui.tui.transcript.scroll_bar import cells


@pytest.mark.parametrize(
    ("spans", "size", "rows", "marked"),
    [
        ((), 10, 100, set()),
        (((0, 0),), 10, 100, {0}),
        (((99, 99),), 10, 100, {9}),
        (((250, 250),), 10, 100, {9}),
        (((15, 44),), 10, 100, {1, 2, 3, 4}),
        (((0, 0), (1, 1), (99, 99)), 10, 100, {0, 9}),
        (((3, 3),), 10, 5, {6}),
        (((0, 0),), 10, 0, {0}),
    ],
)
def test_a_cell_is_marked_where_it_stands_for_a_row_with_a_hit(
    spans: tuple[tuple[int, int], ...], size: int, rows: int, marked: set[int]
) -> None:
    assert cells(spans, size, rows) == marked
