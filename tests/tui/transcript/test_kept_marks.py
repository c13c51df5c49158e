"""What the reader kept, by turn: stretches of text, and signs beside a name."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from braidtui.tui.transcript.kept_marks import KeptMarks, merged, within

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=12).map(
    lambda pairs: [(begin, begin + size) for begin, size in pairs]
)


@given(STRETCHES, st.integers(0, 50), st.integers(0, 12))
def test_what_lies_within_a_row_is_what_lies_there_at_all(
    stretches: list[tuple[int, int]], begin: int, size: int
) -> None:
    places = {place for one, other in stretches for place in range(one, other)}
    found = list(within(merged(stretches), begin, begin + size))
    assert all(one < other for one, other in found)
    assert [place for one, other in found for place in range(one, other)] == sorted(
        places & set(range(begin, begin + size))
    )


@given(STRETCHES)
def test_merged_stretches_are_in_order_and_do_not_touch(stretches: list[tuple[int, int]]) -> None:
    apart = merged(stretches)
    assert all(one[1] < other[0] for one, other in pairwise(apart))


def test_each_kind_has_a_sign_and_each_mark_its_letter() -> None:
    kept = KeptMarks(
        {1: [(0, 3)]}, {1: [(0, 3)], 2: []}, {1: ["n"], 3: ["n"]}, {1: "aB", 4: "c\x1b"}
    )
    assert [kept.signs(turn) for turn in range(5)] == ["", "'a'B ▬ “ ✎", "", "✎", "'c"]
