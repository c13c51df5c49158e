"""Line wrap: nothing lost, nothing too wide, breaks where a typesetter would break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.safe_text import clean_line
from braidtui.typeset.cells import cell_len, elided, fitted
from braidtui.typeset.wrap import wrap, wrap_body

ALPHABETS = st.sampled_from(
    [
        "abc de-",
        "a b’c — ",
        "漢字、。「」 ab",
        "שלום ab ",
        "e\u0301 x\u0308",
        "👨‍👩‍👧 1️⃣ a ",
        "a\u00a0b ",
    ]
)
TEXTS = ALPHABETS.flatmap(lambda letters: st.text(letters, max_size=120)).map(clean_line)


def lines(text: str, width: int) -> list[str]:
    return [text[begin:end] for begin, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("world—and more", 8, ["world—", "and more"]),
        ("a well-known word", 8, ["a well-", "known", "word"]),
        ("24/7 and 3-4", 4, ["24/7", "and", "3-4"]),
        ("ten\u00a0km far", 6, ["ten\u00a0km", "far"]),
        ("字幕の話。「速記」です", 10, ["字幕の話。", "「速記」で", "す"]),
        ("", 10, [""]),
        ("   lead", 10, ["lead"]),
        ("字", 1, ["字"]),
    ],
)
def test_lines_break_where_a_typesetter_would(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(TEXTS, st.integers(2, 40))
def test_every_letter_is_on_one_line_and_no_line_is_too_wide(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in wrapped)


@given(TEXTS, st.integers(1, 40))
def test_lines_follow_each_other_in_the_text(text: str, width: int) -> None:
    spans = wrap(text, width)
    ends = [0, *(end for _, end in spans)]
    assert all(end <= begin for end, (begin, _) in zip(ends, spans, strict=False))


def test_a_blank_line_parts_paragraphs_and_offsets_count_through_the_text() -> None:
    text = "one two\n\nthree"
    assert [span and text[slice(*span)] for span in wrap_body(text, 20)] == [
        "one two",
        None,
        "three",
    ]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 8, "short"),
        ("too long a text", 8, "too lon…"),
        ("漢字漢字", 5, "漢字…"),
        ("ab", 1, "…"),
    ],
)
def test_a_text_that_does_not_fit_ends_in_an_ellipsis(text: str, width: int, expected: str) -> None:
    assert elided(text, width) == expected
    assert cell_len(fitted(text, width)) == width
