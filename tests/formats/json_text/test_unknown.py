"""JSON that no reader claims is refused with words that help."""

import json

import pytest

from braidtui.formats.given import Given
from braidtui.formats.json_text.unknown import why_unknown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}]},
            "a list of chapters: put it beside the transcript as NAME.chapters.json",
        ),
        (
            {"title": "Night Trains", "year": 1931},
            'JSON of no known shape: an object with the keys "title", "year"',
        ),
        (
            dict.fromkeys("abcdefghij"),
            'JSON of no known shape: an object with the keys "a", "b", "c", "d", "e", "f", "g",'
            ' "h" and more',
        ),
        ({}, "JSON of no known shape: an empty object"),
        ([], "JSON of no known shape: an empty list"),
        (["a"], "JSON of no known shape: a list without objects"),
        ([{"a": 1}], 'JSON of no known shape: a list, first in it an object with the keys "a"'),
        ({"a\n\ud800": 1}, r'JSON of no known shape: an object with the keys "a\n\ud800"'),
    ],
)
def test_a_shape_is_named(value: object, words: str) -> None:
    problem = why_unknown(Given(json.dumps(value)))
    assert problem is not None
    assert (problem.line, problem.message) == (1, words)


def test_a_fault_of_syntax_has_its_place() -> None:
    problem = why_unknown(Given('{"a": 1,\n "b": }'))
    assert problem is not None
    assert (problem.line, problem.column) == (2, 7)
    assert problem.message == "JSON syntax: a value is expected here"


def test_other_text_is_none_of_its_business() -> None:
    assert why_unknown(Given("[00:12] Ada: All aboard.")) is None
