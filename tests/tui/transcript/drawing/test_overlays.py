"""What lies over letters: pieces that know all of it, and whole signs."""

from hypothesis import given
from hypothesis import strategies as st

from braidtui.tui.transcript.drawing.overlays import parted, whole_signs

SPAN = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("ab"))


@given(st.integers(0, 15), st.integers(1, 15), st.lists(SPAN, max_size=4))
def test_pieces_cover_the_stretch_and_each_has_all_that_lies_over_it_in_the_order_given(
    begin: int, length: int, overlays: list[tuple[int, int, str]]
) -> None:
    end = begin + length
    pieces = list(parted(begin, end, overlays))
    assert [place for one, other, _ in pieces for place in range(one, other)] == list(
        range(begin, end)
    )
    for one, other, names in pieces:
        for place in range(one, other):
            over = [style for first, last, style in overlays if first <= place < last]
            assert list(names) == list(dict.fromkeys(over))


def test_a_sign_of_several_code_points_is_taken_whole() -> None:
    text = "a Cafe\u0301 b"
    assert whole_signs(text, 0, len(text), 2, 6) == (2, 7)
    assert whole_signs(text, 0, len(text), 6, 7) == (5, 7)
    assert whole_signs(text, 0, len(text), 3, 3) == (3, 3)
