"""SBV: two times with a comma between, and the lines below."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.formats.imported import FormatRefused
from braidtui.formats.sbv import claims, read_sbv
from tests.formats.given_text import claimed_by, read_by

PLAIN = "0:00:01.000,0:00:02.500\nThe kettle sings.\n\n0:00:03.000,0:00:04.000\nPour it.\n"
TURNS = [(1_000, "The kettle sings."), (3_000, "Pour it.")]


def turns(text: str) -> list[tuple[int | None, str]]:
    episode = read_by(read_sbv, text, join=False).episode
    return [(turn.start, turn.text) for turn in episode.turns]


def said(text: str) -> list[str]:
    return [f"{it.line}: {it.message}" for it in read_by(read_sbv, text, join=False).notices]


@pytest.mark.parametrize("text", [PLAIN, "\ufeff\n\ufeff" + PLAIN, PLAIN.replace("\n", "\r\n")])
def test_times_of_sbv_on_the_first_line_are_claimed_and_read(text: str) -> None:
    assert claimed_by(claims, text)
    assert turns(text) == TURNS
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    ["", "Tea.\n\n" + PLAIN, "0:01.0,0:02.0\nTea.", "0:00:01.000 --> 0:00:02.000\n", "1,2\n3,4\n"],
)
def test_nothing_else_is_claimed(text: str) -> None:
    assert not claimed_by(claims, text)


def test_hours_may_have_digits_and_a_break_is_a_line() -> None:
    assert turns("100:00:01.5,100:00:02.0\nOne[br]two &amp; three\n") == turns(
        "100:00:01.500,100:00:02.000\nOne\ntwo & three"
    )
    assert turns("100:00:01.5,100:00:02.0\nTea.")[0][0] == 360_001_500


def test_a_bom_in_the_words_is_no_word() -> None:
    assert turns(PLAIN.replace("The", "\ufeffThe")) == TURNS


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PLAIN.replace("000,", "000 , "), "1: times that are not written 0:00:00.000,0:00:00.000"),
        (PLAIN.replace("\n\n", "\n"), "1: no blank line below a caption"),
        (PLAIN.replace("02.500", "00.500"), "1: an end before its start is ignored"),
    ],
)
def test_what_is_not_written_so_is_said_and_refused_by_a_strict_reading(
    text: str, what: str
) -> None:
    assert turns(text) == TURNS
    assert any(told.startswith(what) for told in said(text))
    with pytest.raises(FormatRefused):
        read_by(read_sbv, text, strict=True)


def test_ninety_minutes_are_an_hour_and_a_half() -> None:
    text = "0:00:01.000,0:90:00.000\nThe kettle sings.\n"
    assert read_by(read_sbv, text).episode.duration == 5_400_000


def test_what_is_left_out_is_said() -> None:
    assert said(PLAIN.replace("Pour it.", "")) == ["4: a caption without words is left out"]
    assert said("Tea\n\n" + PLAIN) == ["1: words above the first caption are left out"]


@settings(deadline=None)
@given(st.integers(0, len(PLAIN)), st.text(), st.booleans())
def test_whatever_becomes_of_a_text_it_is_refused_or_an_episode(
    at: int, new: str, strict: bool
) -> None:
    for text in (new, PLAIN[:at], PLAIN[:at] + new + PLAIN[at:]):
        claimed_by(claims, text)
        try:
            assert read_by(read_sbv, text, strict=strict).episode.turns
        except FormatRefused as refusal:
            assert "\n" not in str(refusal)
