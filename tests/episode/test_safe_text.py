"""Nothing that acts on a terminal passes, and text in any script stays as it is."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode import safe_text
from braidtui.episode.safe_text import as_body, clean, clean_line, count_cleaned

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    "a é\u0301\u200d\u200c\n\r\t\x1b\x9b\u202e\u2028\xad👩\ufe0f\U000e0041\ud800", max_size=40
)
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\u200b\u200e\u200f]"
)


@settings(deadline=None)
@given(ANY_TEXT)
def test_what_is_cleaned_is_safe_and_cleaned_once_for_all(text: str) -> None:
    for cleaned in (clean, clean_line):
        safe = cleaned(text)
        assert not UNSAFE.search(safe)
        assert cleaned(safe) == safe
        assert count_cleaned(safe) == 0
    assert "\n" not in clean_line(text)
    assert "\n\n\n" not in as_body(clean(text))


@settings(deadline=None)
@given(ANY_TEXT)
def test_what_is_counted_is_what_was_changed(text: str) -> None:
    assert (count_cleaned(text) == 0) == (
        clean(text) == re.sub("\r", "", text).replace("\t", "    ")
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Grüße — “so” it’s",
            "漢字かな交じり文、",
            "हिन्दी में",
            "שלום עולם",
            "Tiếng Việt",
            "e\u0301",
        ),
        *("می‌خواهم", "👨‍👩‍👧‍👦 🏳️‍🌈", "a\xa0b\u202fc\u3000d", "[bold]x[/]", "\ue000 private"),
    ],
)
def test_text_in_any_script_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "safe", "count"),
    [
        ("\x1b]0;x\a", "␛]0;x␇", 2),
        ("\x7f\x9b31m", "␡\ufffd31m", 2),
        ("a\x85b\u2028c", "a b c", 2),
        ("\u202egpj\u2066", "\ufffdgpj\ufffd", 2),
        ("\ud800\ufdd0\U0001ffff", "\ufffd" * 3, 3),
        ("pass\xadwo\u200brd\u2060\ufeff\U000e0041", "password", 5),
        ("a\r\nb\tc", "a\nb    c", 0),
        ("a\u200db \u200d\u200cé", "ab é", 3),
        ("e" + "\u0301" * 20, "e" + "\u0301" * 8, 12),
    ],
)
def test_what_acts_is_shown_by_a_stand_in_or_dropped(text: str, safe: str, count: int) -> None:
    assert clean(text) == safe
    assert count_cleaned(text) == count


def test_a_line_has_no_breaks_and_a_body_only_blank_lines() -> None:
    assert clean_line("\na\n\nb\n") == "a b"
    assert as_body("\na\n \n\nb\nc\n") == "a\n\nb\n\nc"


def test_the_fast_patterns_find_all_that_the_exact_ones_find() -> None:
    for code in range(0x300, 0x110000):
        character = chr(code)
        if re.match(safe_text._ACTING, character):
            assert re.match(safe_text._MAY_ACT, character)
            assert character == "\u034f" or not character.isprintable()
        if unicodedata.category(character) in {"Mn", "Me"}:
            assert re.match(safe_text._MAY_BE_MARK, character)
