"""Where hits are marked on a row: whole signs, the present one told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.find.episode_hits import EpisodeHits
from braidtui.find.hit import Field, Hit, Passage
from braidtui.find.passages import Passages
from braidtui.find.pattern import pattern
from braidtui.tui.transcript.marks import FOUND, PRESENT, Marks, parted

SPAN = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("ab"))


def marks(text: str, typed: str, present: Hit | None = None) -> Marks:
    whole = Episode("T", (Speaker("a", "A"),), (Segment("S", 0, (Turn("a", text),)),))
    return Marks(EpisodeHits(pattern(typed), Passages(whole)), present)


@pytest.mark.parametrize(
    ("text", "typed", "begin", "end", "marked"),
    [
        ("the tide and the ebb", "the", 0, 20, ["the", "the"]),
        ("the tide and the ebb", "and the", 0, 14, ["and t"]),
        ("the tide and the ebb", "and the", 14, 20, ["he"]),
        ("Cafe\u0301s", "cafe", 0, 6, ["Cafe\u0301"]),
        ("👩🏽\u200d💻 at work", "💻", 0, 12, ["👩🏽\u200d💻"]),
        ("keycap 1️⃣.", "1", 0, 11, ["1️⃣"]),
        ("字幕は速い", "幕は", 0, 5, ["幕は"]),
        ("שָׁלוֹם לך", "שלום", 0, 10, ["שָׁלוֹם"]),
    ],
)
def test_hits_are_marked_by_whole_signs_and_as_far_as_the_row_goes(
    text: str, typed: str, begin: int, end: int, marked: list[str]
) -> None:
    found = marks(text, typed).on(Passage(0, Field.TEXT), text, begin, end)
    assert [text[first:last] for first, last, _ in found] == marked


def test_the_present_hit_has_a_style_of_its_own() -> None:
    text, present = "or or", Hit(0, Field.TEXT, 0, 3, 5)
    found = marks(text, "or", present).on(Passage(0, Field.TEXT), text, 0, 5)
    assert [style for _, _, style in found] == [FOUND, PRESENT]


@given(st.integers(0, 15), st.integers(1, 15), st.lists(SPAN, max_size=4))
def test_pieces_cover_the_stretch_and_each_has_what_lies_first_over_all_of_it(
    begin: int, length: int, overlays: list[tuple[int, int, str]]
) -> None:
    end = begin + length
    pieces = list(parted(begin, end, overlays))
    assert [place for one, other, _ in pieces for place in range(one, other)] == list(
        range(begin, end)
    )
    for one, other, name in pieces:
        for place in range(one, other):
            over = (style for first, last, style in overlays if first <= place < last)
            assert next(over, "") == name
