"""Whisper's TSV: a header, and a row a segment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.formats.imported import FormatRefused
from braidtui.formats.whisper_tsv import claims, read_tsv
from tests.formats.given_text import claimed_by, read_by

PLAIN = "start\tend\ttext\n1000\t2500\tThe kettle sings.\n3000\t4000\tPour it.\n"
TURNS = [(1_000, "The kettle sings."), (3_000, "Pour it.")]


def turns(text: str) -> list[tuple[int | None, str]]:
    episode = read_by(read_tsv, text, join=False).episode
    return [(turn.start, turn.text) for turn in episode.turns]


def said(text: str) -> list[str]:
    return [f"{it.line}: {it.message}" for it in read_by(read_tsv, text, join=False).notices]


@pytest.mark.parametrize(
    "text", [PLAIN, "\ufeff" + PLAIN, PLAIN.replace("\n", "\r\n"), PLAIN.replace("text", "Text ")]
)
def test_the_header_is_claimed_and_its_rows_are_read(text: str) -> None:
    assert claimed_by(claims, text)
    assert turns(text) == TURNS
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    ["", "1000\t2000\tTea.\n", "start\tend\n", "text\tstart\tend\n", "start end text\n", "Tea.\n"],
)
def test_nothing_else_is_claimed(text: str) -> None:
    assert not claimed_by(claims, text)


def test_times_with_a_point_are_seconds() -> None:
    text = "start\tend\ttext\n1\t2.5\tThe kettle sings.\n2.9999999\t4.0\tPour it.\n"
    assert turns(text) == TURNS
    assert said(text) == ["2: times in seconds"]


def test_a_tab_in_the_text_parts_words() -> None:
    assert turns(PLAIN.replace("kettle ", "kettle\t"))[0][1].split() == ["The", "kettle", "sings."]


def test_a_column_may_tell_who_speaks() -> None:
    text = "start\tend\tspeaker\ttext\n1\t2\tAnn\tTea?\n3\t4\tTom\tNo.\n"
    assert [speaker.name for speaker in read_by(read_tsv, text).episode.speakers] == ["Ann", "Tom"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PLAIN + "And so on.\n", "4: a line that is no row goes on the row above"),
        (PLAIN.replace("2500", "500"), "2: an end before its start is ignored"),
        (PLAIN + "5000\t6000\t\n", "4: a row without words is left out"),
        (PLAIN.replace("1000", "By Ann\n1000"), "2: a line above the first row is left out"),
    ],
)
def test_what_is_repaired_or_left_out_is_said(text: str, what: str) -> None:
    assert said(text) == [what]
    assert [start for start, _ in turns(text)] == [1_000, 3_000]


def test_a_strict_reading_wants_whole_milliseconds() -> None:
    assert read_by(read_tsv, PLAIN, strict=True) == read_by(read_tsv, PLAIN)
    with pytest.raises(FormatRefused):
        read_by(read_tsv, PLAIN.replace("1000", "1.0"), strict=True)


@pytest.mark.parametrize("text", ["", "Tea.\n", "start\tend\ttext\n"])
def test_a_text_without_header_or_row_is_refused(text: str) -> None:
    with pytest.raises(FormatRefused):
        read_by(read_tsv, text)


@settings(deadline=None)
@given(st.integers(0, len(PLAIN)), st.text() | st.text("\t\n.0a"), st.booleans())
def test_whatever_becomes_of_a_text_it_is_refused_or_an_episode(
    at: int, new: str, strict: bool
) -> None:
    for text in (new, PLAIN[:at], PLAIN[:at] + new + PLAIN[at:]):
        claimed_by(claims, text)
        try:
            assert read_by(read_tsv, text, strict=strict).episode.turns
        except FormatRefused as refusal:
            assert "\n" not in str(refusal)
