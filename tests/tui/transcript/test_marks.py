"""Where hits are marked on a row: whole signs, the present one told apart."""

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.find.episode_hits import EpisodeHits
from braidtui.find.hit import Field, Hit, Passage
from braidtui.find.passages import Passages
from braidtui.find.pattern import pattern
from braidtui.tui.transcript.marks import FOUND, PRESENT, Marks


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
