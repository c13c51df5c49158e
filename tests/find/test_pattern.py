"""What is typed in the find bar: what it finds in a text, and what it refuses."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from braidtui.episode.safe_text import clean_line
from braidtui.find.accents import has_accents
from braidtui.find.finder import InvalidPattern
from braidtui.find.folding import fold
from braidtui.find.pattern import pattern
from tests.episode.episodes import clean_body

LETTERS = st.text(alphabet="aAbéE\u0301\u0308 'ß’–-İıſΣσ字👩\u200d💻\n", max_size=40)


def found(typed: str, text: str) -> list[str]:
    """The words of a text that are found."""
    return [text[begin:end] for begin, end in pattern(typed).spans(text)]


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("rocket", "Rocket, rocket and ROCKET", ["Rocket", "rocket", "ROCKET"]),
        ("Rocket", "Rocket, rocket and ROCKET", ["Rocket"]),
        ("don't", "We don’t, they don't", ["don’t", "don't"]),
        ('"so"', "They say “so” and «so»", ["“so”", "«so»"]),
        ("a - b", "a – b, a — b", ["a – b", "a — b"]),
        ("ten km", "ten\xa0km and ten\u202fkm", ["ten\xa0km", "ten\u202fkm"]),
        ("cafe", "Café, cafe, cafe\u0301", ["Café", "cafe", "cafe\u0301"]),
        ("café", "Café, cafe, cafe\u0301", ["Café", "cafe\u0301"]),
        ("cafe\u0301", "Café, cafe", ["Café"]),
        ("Café", "Café, café", ["Café"]),
        ("José Nuñez", "José Núñez, Jose Nuñez", ["José Núñez"]),
        ("cafe lait", "cafe\u0301 lait", ["cafe\u0301 lait"]),
        ("end. then", "The end.\n\nThen more", ["end.\n\nThen"]),
        ("end. ", "The end.\n\nThen", ["end.\n\n"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("aá", "aaá", ["aá"]),
        ("strasse", "Straße", []),
        ("straße", "STRAßE", ["STRAßE"]),
        ("字幕", "字幕は字幕", ["字幕", "字幕"]),
        ("שלום", "אמר שָׁלוֹם", ["שָׁלוֹם"]),
        ("👩", "👩🏽\u200d💻", ["👩"]),
        ("and/or", "and/or", ["and/or"]),
        (".*", "a .* b", [".*"]),
    ],
)
def test_words_find_what_reads_the_same(typed: str, text: str, hits: list[str]) -> None:
    assert found(typed, text) == hits


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        ("/r.ck/", "Rock, rack, ruck", ["Rock", "rack", "ruck"]),
        ("/R.ck", "Rock, rack", ["Rock"]),
        (r"/\Bock/", "Rock ock", ["ock"]),
        (r"/\d+%/", "5% of 40 %, 12%", ["5%", "12%"]),
        ("/don't/", "We don’t", ["don’t"]),
        ("/caf.$/", "Un café", ["café"]),
        ("/[é]/", "cafe café", ["é"]),
        (r"/\p{Lu}\w+/", "the Moon rose", ["Moon"]),
        ("/x*/", "axxb", ["xx"]),
        (r"/end\.\s+then/", "The end.\n\nThen", ["end.\n\nThen"]),
        ("/^then/", "Then\n\nthen", ["Then"]),
        ("/a/b/", "a/b", ["a/b"]),
        (r"/a\//", "a/b", ["a/"]),
        (r"/a\\/", "a\\b", ["a\\"]),
    ],
)
def test_between_slashes_it_is_a_regular_expression(typed: str, text: str, hits: list[str]) -> None:
    assert found(typed, text) == hits


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing to find"),
        ("\n", "nothing to find"),
        ("\u0301", "nothing to find"),
        ("/", "a regular expression between slashes"),
        ("//", "a regular expression between slashes"),
        ("/(a/", "missing )"),
        ("/a)/", "unexpected )"),
        ("/[a/", "missing ]"),
        ("/*/", "no argument for repetition operator: *"),
        ("/a{99999999}/", "invalid repetition size: {99999999}"),
        ("/((a{100}){100}){100}/", "invalid repetition size"),
        ("/" + "(abc|def)" * 3000 + "/", "large"),
        (r"/(a)\1/", r"invalid escape sequence: \1"),
        ("/(?<=a)b/", "invalid perl operator: (?<="),
    ],
)
def test_what_cannot_be_looked_for_says_why(typed: str, why: str) -> None:
    with pytest.raises(InvalidPattern) as raised:
        pattern(typed)
    assert why in str(raised.value)
    assert "(?m)" not in str(raised.value)


def test_an_invalid_expression_writes_nothing_to_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(InvalidPattern):
        pattern("/(((/")
    assert capfd.readouterr() == ("", "")


@given(LETTERS, LETTERS)
def test_hits_are_those_that_comparing_letter_by_letter_finds(typed: str, text: str) -> None:
    text, typed = clean_body(text), clean_line(typed)
    assume(not typed.startswith("/") and letters(typed))
    assert found(typed, text) == [text[begin:end] for begin, end in compared(typed, text)]


@given(st.text(max_size=200) | LETTERS, st.text(max_size=300) | LETTERS)
def test_whatever_is_typed_gives_spans_in_the_text_or_is_refused(typed: str, text: str) -> None:
    try:
        spans = pattern(typed).spans(text)
    except InvalidPattern as refused:
        assert str(refused) == clean_line(str(refused))
        return
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(max_examples=300)
@given(st.text(alphabet="ab.*+?()[]{}|^$\\/0123456789pPdwsx-,:=!<>", max_size=30))
def test_signs_of_expressions_are_an_expression_or_are_refused(signs: str) -> None:
    try:
        spans = pattern(f"/{signs}").spans("abba 12 \n\n aab/b")
    except InvalidPattern:
        return
    assert all(begin < end for begin, end in spans)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/(a+)+$/", "a" * 1_000_000 + "b"),
        ("/(a|aa)+c/", "a" * 1_000_000),
        ("/.*[^A-Z]|[A-Z]/", "A" * 1_000_000),
        ("/[ab]*a[ab]{400}c/", "abbab" * 200_000),
        ("/(x+x+)+y/", "x" * 1_000_000),
        ("x" * 10_000, "x" * 1_000_000),
    ],
)
def test_no_pattern_hangs_on_a_text_of_a_million_letters(typed: str, text: str) -> None:
    """RE2 would need long for some of them too, were it not stopped."""
    assert len(pattern(typed).spans(text)) < len(text)


def letters(text: str) -> list[tuple[str, str, int, int]]:
    """Each letter (a paragraph's break counts as one): its sign, its marks, where it stands."""
    found: list[tuple[str, str, int, int]] = []
    place = 0
    while place < len(text):
        end = place + (2 if text.startswith("\n\n", place) else 1)
        sign = text[place:end].replace("\n\n", " ")
        marks = ""
        if not (sign.isascii() or is_mark(sign)):
            marks = "".join(filter(is_mark, unicodedata.normalize("NFD", sign)))
        while end < len(text) and is_mark(text[end]):
            marks += text[end]
            end += 1
        if not is_mark(sign):
            found.append((sign, "".join(sorted(marks.replace("\u200d", ""))), place, end))
        place = end
    return found


def is_mark(sign: str) -> bool:
    """Those of the alphabet of these tests."""
    return sign in "\u0301\u0308\u200d\u0307"


def compared(typed: str, text: str) -> list[tuple[int, int]]:
    """The hits of words, found by comparing letters one by one."""
    wanted, given_ = letters(typed), letters(text)
    is_cased, is_accented = any(map(str.isupper, typed)), has_accents(typed)

    def agree(one: tuple[str, str, int, int], other: tuple[str, str, int, int]) -> bool:
        is_same = fold(one[0]) == fold(other[0])
        is_same_case = not is_cased or one[0].isupper() == other[0].isupper()
        return is_same and is_same_case and (not is_accented or one[1] in ("", other[1]))

    hits, place = [], 0
    while place + len(wanted) <= len(given_):
        here = given_[place : place + len(wanted)]
        if all(map(agree, wanted, here)):
            hits.append((here[0][2], here[-1][3]))
            place += len(wanted)
        else:
            place += 1
    return hits
