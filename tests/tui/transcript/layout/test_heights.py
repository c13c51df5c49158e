"""Heights: estimates that become exact, and rows that are found in either."""

from hypothesis import given
from hypothesis import strategies as st

from braidtui.tui.transcript.layout.heights import Heights

LENGTHS = st.lists(st.integers(0, 2000), min_size=1, max_size=700)


@given(LENGTHS, st.integers(1, 120))
def test_every_row_of_an_opened_block_belongs_to_the_turn_that_starts_at_or_above_it(
    lengths: list[int], width: int
) -> None:
    heights = Heights(lengths, {0: 7}, width)
    for turn in range(min(len(lengths), 40)):
        assert heights.locate(heights.row_of(turn)) == (turn, 0)
        assert heights.locate(heights.row_of(turn) + 1) == (turn, 1)


def test_an_exact_height_moves_all_that_follows() -> None:
    heights = Heights([100] * 1000, {}, 50)
    estimate = heights.row_of(11) - heights.row_of(10)
    before, total = heights.row_of(600), heights.total
    heights.set_exact(10, 40)
    assert heights.row_of(600) - before == 40 - estimate
    assert heights.total - total == 40 - estimate


def test_a_row_below_the_end_is_the_last_row() -> None:
    heights = Heights([10, 10], {}, 50)
    turn, row = heights.locate(10_000)
    assert turn == 1
    assert heights.row_of(1) + row == heights.total - 1


def test_a_rough_total_is_near_the_sum_of_the_estimates() -> None:
    lengths = [(index * 37) % 600 for index in range(5000)]
    heights = Heights(lengths, {}, 60)
    rough = heights.total
    for turn in range(0, 5000, 200):
        heights.row_of(turn)
    assert abs(heights.total - rough) / rough < 0.05
