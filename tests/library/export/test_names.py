import re
from dataclasses import replace

import pytest
from hypothesis import given

from braidtui.episode.model import Episode, Segment, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.export.names import block_name, card_name, label, stem, told_apart
from tests.formats.markdown.hostile_text import LINES
from tests.library.export.conftest import opened_of

TITLES = ("One", "Two words", "漢字", "Four", "Five", "Six")
EPISODE = Episode("The Compute Company", (), tuple(map(Segment, TITLES)), "Braid", 8)


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        (None, "008-the-compute-company"),
        ([1], "008-the-compute-company--s02-two-words"),
        ([2], "008-the-compute-company--s03"),
        ([0, 2], "008-the-compute-company--s01-s03"),
        ([1, 2, 3], "008-the-compute-company--s02-to-s04"),
        ([0, 1, 3, 4, 5], "008-the-compute-company--s01-s02-s04-to-s06"),
    ],
)
def test_a_stem_tells_the_episode_and_which_part_of_it(
    segments: list[int] | None, expected: str
) -> None:
    assert stem(opened_of(EPISODE), segments) == expected


def test_without_a_number_it_is_the_title_and_else_the_id() -> None:
    assert stem(opened_of(Episode("On Wires", (), ()), "my talk")) == "on-wires"
    assert stem(opened_of(Episode("漢字", (), ()), "my talk")) == "my-talk"
    assert label(opened_of(Episode("On Wires", (), ()), "my talk")) == "my-talk"


def test_what_has_no_letter_of_the_alphabet_has_a_name_of_its_own() -> None:
    one, other = (stem(opened_of(Episode(title, (), ()), "字")) for title in ("漢字", "漢詩"))
    assert re.fullmatch(r"episode-[0-9a-f]{8}", one)
    assert one != other


def test_a_block_is_named_by_show_episode_and_segments() -> None:
    assert block_name(opened_of(EPISODE), None) == "braid/008"
    assert block_name(opened_of(EPISODE), [0, 2]) == "braid/008@s1,s3"
    assert block_name(opened_of(Episode("漢字", (), ()), "a talk"), [0]) == "a-talk@s1"


def test_names_of_one_run_differ_in_more_than_the_case_of_letters() -> None:
    names = told_apart(["a", "A", "b", "a", "a-2"])
    assert list(names) == ["a", "A-2", "b", "a-3", "a-2-2"]


@given(LINES, LINES)
def test_no_text_names_anything_but_a_file_of_the_folder(title: str, id: str) -> None:
    for number in (None, 8):
        opened = opened_of(Episode(title, (), (Segment(title), Segment(id)), title, number), id)
        for segments in (None, [0], [0, 1]):
            assert re.fullmatch(r"[a-z0-9]+(--?[a-z0-9]+)*", stem(opened, segments))
            assert len(stem(opened, segments)) <= 140
            assert re.fullmatch(
                r"[a-z0-9-]+(/[a-z0-9-]+)?(@[s0-9,]+)?", block_name(opened, segments)
            )


def test_a_card_is_named_by_the_first_words_of_the_quote() -> None:
    turns = (Turn("a", "So: “What we sign for is a landlord”, in short."), Turn("a", "漢字"))
    opened = opened_of(replace(EPISODE, segments=(Segment("S", 0, turns),)))
    expected = "008-the-compute-company--what-we-sign-for-is-a-landlord.svg"
    assert card_name(opened, [TurnSpan(0, 4, 35), TurnSpan(1, 0, 2)]) == expected
    assert card_name(opened, [TurnSpan(1, 0, 2)]) == "008-the-compute-company--turn-2.svg"
