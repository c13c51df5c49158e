"""The value of a JSON text, whatever stands in it."""

import pytest

from braidtui.formats.given import Given
from braidtui.formats.json_text.parsing import UnreadableJsonError, parse_json


def test_what_is_no_number_is_null_and_one_of_too_many_digits_endless() -> None:
    assert parse_json("[NaN, Infinity, -Infinity]") == [None, None, None]
    assert parse_json(f"[{'9' * 5_000}, 12]") == [float("inf"), 12]
    assert parse_json("1e400") == float("inf")


def test_lone_surrogates_and_equal_keys_are_read() -> None:
    assert parse_json(r'{"a": 1, "a": "\ud800"}') == {"a": "\ud800"}


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('{"a": 1,\n "b" 2}', 2, 6, "JSON syntax: a colon is expected here"),
        ('{"a": 1,\n b: 2}', 2, 2, "JSON syntax: a key in double quotes is expected here"),
        ("[1,\n2", 2, 2, "JSON syntax: the text ends here: is it whole?"),
        ("[1]\n[2]", 2, 1, "JSON syntax: text after the end of the document"),
        ("[" * 100_000, 1, 1, "JSON that is nested too deep"),
        ("[" + "0," * 5_000_000 + "0]", 1, 1, "more than 5,000,000 values in the file"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    text: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(UnreadableJsonError) as error:
        parse_json(text)
    assert (error.value.line, error.value.column, error.value.words) == (line, column, words)
    assert Given(text).json is None


@pytest.mark.parametrize(
    ("text", "is_like"),
    [
        ('\n {\n "a": 1}', True),
        ('[{"a": 1}]', True),
        ("[[1]]", True),
        ("{}", True),
        ("[]", True),
        ("[00:12] Ada: All aboard.", False),
        ("[Speaker 1] [00:07] All aboard.", False),
        ("{y:i}All aboard.", False),
        ("All aboard.", False),
        ("", False),
        (" " * 100_000 + "5", False),
    ],
)
def test_json_is_told_from_a_chat_by_how_it_begins(text: str, is_like: bool) -> None:
    assert Given(text).is_json_like == is_like
