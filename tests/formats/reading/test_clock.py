"""Times as files really write them."""

import pytest

from braidtui.formats.reading.clock import read_clock, read_told_clock


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [("1:02:03.456", 3_723_456), ("02:03,4", 123_400), ("59.9", 59_900), ("7", 7_000)],
)
def test_hours_minutes_and_a_fraction_may_be_missing(text: str, milliseconds: int) -> None:
    assert read_clock(text) == read_told_clock(text) == milliseconds


def test_ninety_minutes_are_a_time_only_where_a_format_says_so() -> None:
    assert (read_clock("0:90:00"), read_told_clock("0:90:00")) == (None, 5_400_000)
    assert (read_clock("1:75"), read_told_clock("1:75")) == (None, 135_000)


@pytest.mark.parametrize("text", ["", "1:", ":1", "1::2", "-1", "1.2.3", "1" * 10, "١:٠٢"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_clock(text) is read_told_clock(text) is None
