"""Finding phrases by whole words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.safe_text import clean
from braidtui.find.phrase import Phrase, phrase_of
from braidtui.find.word_finder import WordFinder, stands_in
from braidtui.find.words import is_passed_over, words


def phrase(typed: str, *, is_prefix: bool = False) -> Phrase:
    found = phrase_of(typed, is_prefix=is_prefix)
    assert found is not None
    return found


def marked(text: str, *phrases: Phrase) -> list[str]:
    return [text[begin:end] for begin, end in WordFinder(phrases).spans(text)]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("art", "Art, part, arts and art.", ["Art", "art"]),
        ("don't", "Don’t! DON'T don t", ["Don’t", "DON'T", "don t"]),
        ("to be", "To be — to… be; to-be, tobe", ["To be", "to… be", "to-be"]),
        ("end begin", "The end.\n\nBegin", ["end.\n\nBegin"]),
        ("end begin", "The end.\0Begin", []),
        ("c++", "c# and C", ["c", "C"]),
        ("東京", "東京は東、京。東X京", ["東京", "東、京"]),
        ("tokyo", "東tokyo東", ["tokyo"]),
        ("мир", "Мир, мировой, ми́р", ["Мир", "ми́р"]),
        ("भारत", "भारत भारती", ["भारत"]),
        ("か", "か が か\u3099", ["か"]),
        ("cafe", "Café, cafe\u0301, CAFE, cafés", ["Café", "cafe\u0301", "CAFE"]),
        ("🚗", "🚗🚙🚗", ["🚗", "🚗"]),
        ("cafe 🚗", "cafe 🚙 🚗, cafe\xa0🚗", ["cafe\xa0🚗"]),
    ],
)
def test_the_words_of_a_phrase_are_found_whole_and_in_a_row(
    typed: str, text: str, found: list[str]
) -> None:
    assert marked(text, phrase(typed)) == found
    assert stands_in(phrase(typed), text) == bool(found)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("wind", "Windows, rewind, wind", ["Windows", "wind"]),
        ("stra", "Straße strahlt 東", ["Straße", "strahlt"]),
        ("two wi", "Two windows", ["Two windows"]),
        ("か", "か\u3099き", ["か\u3099"]),
    ],
)
def test_the_last_word_may_be_the_beginning_of_one(typed: str, text: str, found: list[str]) -> None:
    assert marked(text, phrase(typed, is_prefix=True)) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("resume", ["resume", "résumé", "resumé", "re\u0301sume\u0301"]),
        ("resumé", ["résumé", "resumé", "re\u0301sume\u0301"]),
        ("RÉSUMÉ", ["résumé", "re\u0301sume\u0301"]),
        ("re\u0301sume\u0301", ["résumé", "re\u0301sume\u0301"]),
        ("resumè", []),
    ],
)
def test_accents_count_where_they_are_typed(typed: str, found: list[str]) -> None:
    assert marked("resume résumé resumé re\u0301sume\u0301", phrase(typed)) == found


def test_an_accent_counts_in_any_word_of_a_phrase() -> None:
    typed = phrase("le café noir")
    assert marked("Le cafe noir. Lé «café»  nóir", typed) == ["Lé «café»  nóir"]


def test_joiners_and_variants_of_emoji_never_count() -> None:
    assert marked("می\u200cروم ❤\ufe0f", phrase("میروم"), phrase("❤")) == ["می\u200cروم", "❤\ufe0f"]
    assert marked("میروم ❤", phrase("می\u200cروم"), phrase("❤\ufe0f")) == ["میروم", "❤"]


def test_hits_that_overlap_are_one() -> None:
    assert marked("new york city", phrase("new york"), phrase("york city")) == ["new york city"]
    assert marked("no no no, no", phrase("no no")) == ["no no no, no"]
    assert marked("a b", phrase("a"), phrase("b"), phrase("a")) == ["a", "b"]


def test_no_phrase_finds_nothing() -> None:
    assert WordFinder(()).spans("a text") == []


def plainly_found(phrase: Phrase, text: str) -> list[tuple[int, int]]:
    """By parting the whole text into words and looking at each."""
    parted = list(words(text))
    count = len(phrase.words)
    found = []
    for first in range(len(parted) - count + 1):
        run = parted[first : first + count]
        *whole, last = (word.text for word in run)
        is_last = (
            last.startswith(phrase.words[-1]) if phrase.is_prefix else last == phrase.words[-1]
        )
        if (
            tuple(whole) == phrase.words[:-1]
            and is_last
            and "\0" not in text[run[0].begin : run[-1].end]
        ):
            begin = run[0].begin
            while is_passed_over(text[begin]):
                begin += 1
            found.append((begin, run[-1].end))
    return found


LETTERS = "aAbéßя日本の\u3099ก\u0e34é\u0301\u200dे🚗“ .\n\0x2²_"
TEXTS = (st.text(LETTERS, max_size=40) | st.text(max_size=40)).map(clean)


@given(TEXTS, TEXTS, st.integers(0, 40), st.integers(1, 6), st.booleans())
def test_what_is_found_are_words_of_the_text(
    text: str, other: str, begin: int, length: int, is_prefix: bool
) -> None:
    text = f"{text} {other}"
    looked_for = phrase_of(text[begin : begin + length], is_prefix=is_prefix)
    if looked_for is None:
        return
    looked_for = Phrase(looked_for.words, looked_for.is_prefix)
    expected = plainly_found(looked_for, text)
    covered = {at for span in expected for at in range(*span)}
    found = WordFinder([looked_for]).spans(text)
    assert {at for span in found for at in range(*span)} == covered
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert {span[0] for span in found} <= {span[0] for span in expected}
