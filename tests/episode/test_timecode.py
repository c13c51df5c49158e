import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.timecode import format_clock, format_length, format_time, parse_time


@given(st.integers(0, 9_999_999_999))
def test_a_time_that_is_written_reads_back(milliseconds: int) -> None:
    assert parse_time(format_time(milliseconds)) == milliseconds


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59))
def test_every_spelling_of_a_time_is_the_same_time(hours: int, minutes: int, seconds: int) -> None:
    milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000
    spellings = [
        f"{hours}:{minutes:02}:{seconds:02}",
        f"{hours:02}:{minutes}:{seconds:02}.000",
        str(milliseconds // 1000),
        f"{milliseconds // 1000}.0",
        f"0{milliseconds // 1000}"[-7:],
    ]
    if hours < 10:
        spellings.append(f"{hours * 60 + minutes}:{seconds:02}")
    assert {parse_time(spelling) for spelling in spellings} == {milliseconds}


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "soon", "-5", "+5", "1e3", "0x10", "1:2", "1:60", "1:60:00", "60:00:60", "."),
        *("1:2:3:4", "3:12 PM", "3:12\n", "²", "١", "1:02.", ".5", "1:02,5", "12345678", "1_0"),
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("text", "milliseconds"), [("1.5", 1500), ("0:01.5", 1500), ("0:00:00.001", 1), ("0.0006", 1)]
)
def test_fractions_are_milliseconds(text: str, milliseconds: int) -> None:
    assert parse_time(text) == milliseconds


def test_a_clock_shows_whole_seconds_and_hours_where_they_are_needed() -> None:
    assert format_clock(65_999) == "00:01:05"
    assert format_clock(65_999, hours=False) == "01:05"
    assert format_clock(3_600_000, hours=False) == "01:00:00"


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(45_000, "45 s"), (785_000, "13 min"), (3_590_000, "1 h 00"), (3_900_000, "1 h 05")],
)
def test_a_length_is_told_in_words(milliseconds: int, words: str) -> None:
    assert format_length(milliseconds) == words
