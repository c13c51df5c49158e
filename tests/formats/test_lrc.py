"""LRC: a stamp before each line, and tags above."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.formats import lrc
from braidtui.formats.imported import FormatRefused
from braidtui.formats.lrc import claims, read_lrc
from braidtui.formats.speech.draft import Draft
from tests.formats.given_text import claimed_by, read_by

PLAIN = "[ti:Tea]\n[ar:The Kettles]\n\n[00:01.00]The kettle sings.\n[00:03.00]Pour it.\n"
TURNS = [(1_000, "The kettle sings."), (3_000, "Pour it.")]


def turns(text: str) -> list[tuple[int | None, str]]:
    episode = read_by(read_lrc, text, join=False).episode
    return [(turn.start, turn.text) for turn in episode.turns]


def said(text: str) -> list[str]:
    return [f"{it.line}: {it.message}" for it in read_by(read_lrc, text, join=False).notices]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "\ufeff" + PLAIN.replace("\n", "\r\n"),
        "[00:01.00]Tea.\n",
        "[by:whisper.cpp]\n[100:01.00] Tea.\n",
        "[by:anyone]\n[00:01]Tea.\n",
        "[by:anyone]\n[00:01:50]Tea.\n",
    ],
)
def test_tags_and_then_a_stamp_are_claimed(text: str) -> None:
    assert claimed_by(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[00:01] Ann: Tea.\n",
        "[00:01:50] Ann: Tea.\n",
        "[00:00.000 --> 00:04.000] Tea.\n",
        "[Ann] [00:01.00] Tea.\n",
        "Tea.\n" + PLAIN,
        '["a", "b"]',
        "[ti:Tea]\n",
    ],
)
def test_nothing_else_is_claimed(text: str) -> None:
    assert not claimed_by(claims, text)


def test_a_line_is_a_turn_and_the_tags_tell_title_and_show() -> None:
    episode = read_by(read_lrc, PLAIN).episode
    assert (episode.title, episode.show) == ("Tea", "The Kettles")
    assert "The Kettles" not in {speaker.name for speaker in episode.speakers}
    assert turns(PLAIN) == TURNS
    assert said(PLAIN) == []


@pytest.mark.parametrize(
    ("stamp", "start"),
    [
        ("[00:01]", 1_000),
        ("[00:01.5]", 1_500),
        ("[00:01.05]", 1_050),
        ("[0:1.005]", 1_005),
        ("[00:01:50]", 1_500),
        ("[123:04.00]", 7_384_000),
    ],
)
def test_a_stamp_is_minutes_seconds_and_a_fraction(stamp: str, start: int) -> None:
    assert turns(f"{stamp}Tea.\n") == [(start, "Tea.")]


@pytest.mark.parametrize(
    ("offset", "starts"),
    [("500", [500, 2_500]), ("+2000", [0, 1_000]), ("-250", [1_250, 3_250]), ("0", [1_000, 3_000])],
)
def test_a_positive_offset_shifts_to_an_earlier_time(offset: str, starts: list[int]) -> None:
    assert [start for start, _ in turns(f"[offset:{offset}]\n{PLAIN}")] == starts


def test_an_offset_that_is_no_number_is_told() -> None:
    assert turns("[offset:soon]\n" + PLAIN) == TURNS
    assert said("[offset:soon]\n" + PLAIN) == ["1: an offset that is no number is ignored"]


def test_a_line_with_several_stamps_is_said_at_each_in_the_order_of_time() -> None:
    assert turns("[00:01.00][00:09.00]Refrain.\n[00:05.00]Verse.\n") == [
        (1_000, "Refrain."),
        (5_000, "Verse."),
        (9_000, "Refrain."),
    ]


def test_a_long_line_is_said_once_whatever_stamps_it_has() -> None:
    text = "[00:01.00][00:09.00]" + "la " * 60
    assert [start for start, _ in turns(text)] == [1_000]
    assert said(text) == ["1: a long line with several stamps is read at its first alone"]


def test_stamps_of_words_are_no_words() -> None:
    assert turns("[00:01.00] <00:01.10> The <00:01.50> kettle <00:02.00>sings.\n") == [
        (1_000, "The kettle sings.")
    ]
    assert turns("[00:01.00]The [00:01.50]kettle [00:02.00]sings.\n") == [
        (1_000, "The kettle sings.")
    ]


def test_an_empty_line_ends_the_one_above(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[offset:100]\n[00:01.00]The kettle sings.\n[00:02.00]\n[00:03.00]Pour it.\n"
    assert [words for _, words in turns(text)] == [words for _, words in TURNS]
    drafts: list[Draft] = []
    monkeypatch.setattr(lrc, "imported_from", lambda draft, _options: drafts.append(draft))
    read_by(read_lrc, text)
    assert [(it.start, it.end, it.line) for it in drafts[0].utterances] == [
        (900, 1_900, 2),
        (2_900, None, 4),
    ]


def test_words_without_a_stamp_go_on_the_line_above() -> None:
    text = "[00:01.00]The kettle\nsings.\n\n[00:03.00]Pour it.\n"
    assert turns(text) == turns("[00:01.00]The kettle sings.\n[00:03.00]Pour it.\n")
    assert said(text) == ["2: a line without a stamp goes on the line above"]
    assert said("Tea\n" + PLAIN) == ["1: a line above the first stamp is left out"]
    with pytest.raises(FormatRefused):
        read_by(read_lrc, text, strict=True)


@settings(deadline=None)
@given(st.integers(0, len(PLAIN)), st.text() | st.text("[]:.<>0\n"), st.booleans())
def test_whatever_becomes_of_a_text_it_is_refused_or_an_episode(
    at: int, new: str, strict: bool
) -> None:
    for text in (new, PLAIN[:at], PLAIN[:at] + new + PLAIN[at:]):
        claimed_by(claims, text)
        try:
            assert read_by(read_lrc, text, strict=strict).episode.turns
        except FormatRefused as refusal:
            assert "\n" not in str(refusal)
