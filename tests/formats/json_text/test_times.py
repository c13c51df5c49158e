"""Times and names as JSON tells them."""

import pytest

from braidtui.formats.json_text.times import label_of, milliseconds, name_of


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (1.5, 1_500),
        (3, 3_000),
        (0.0004, 0),
        ("1.300s", 1_300),
        ("12.5", 12_500),
        (" 00:01:02,500 ", 62_500),
        (-1, None),
        (-0.0, 0),
        (float("inf"), None),
        (10**400, None),
        (True, None),
        ("abc", None),
        ("", None),
        ([], None),
        (None, None),
    ],
)
def test_seconds_are_told_as_numbers_or_as_text(value: object, found: int | None) -> None:
    assert milliseconds(value) == found


def test_milliseconds_are_taken_as_they_are_and_a_clock_too() -> None:
    assert [milliseconds(it, 1) for it in (250, 250.6, "250", "0:02")] == [250, 251, 250, 2_000]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ada", "Ada"),
        (0, "Speaker 0"),
        ({"id": 3, "name": "Ada"}, "Ada"),
        ({"id": 3, "name": ""}, "Speaker 3"),
        ({"name": {"name": "Ada"}}, ""),
        (True, ""),
        (-1, ""),
        (1.5, ""),
        (None, ""),
    ],
)
def test_a_name_is_a_text_or_made_of_a_number(value: object, name: str) -> None:
    assert name_of(value) == name


def test_a_letter_or_digit_alone_is_a_label() -> None:
    assert [label_of(it) for it in ("A", "1", "a", "Al", "é")] == [
        "Speaker A",
        "Speaker 1",
        "a",
        "Al",
        "é",
    ]
