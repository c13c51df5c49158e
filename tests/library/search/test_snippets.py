"""What is shown of the text of a hit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from braidtui.find.phrase import phrase_of
from braidtui.find.word_finder import WordFinder
from braidtui.find.words import words
from braidtui.library.search.snippets import snippet


def shown(text: str, *typed: str, most: int) -> str:
    """The snippet, what is found in brackets."""
    finder = WordFinder(phrase for word in typed if (phrase := phrase_of(word)))
    line, spans = snippet(text, finder.spans(text), most)
    for begin, end in reversed(spans):
        line = f"{line[:begin]}[{line[begin:end]}]{line[end:]}"
    return line


FIVE = "One owl. Two owls and mice. Three mice. An owl and mice. The end."


@pytest.mark.parametrize(
    ("typed", "most", "expected"),
    [
        (["owl"], 100, "One [owl]. Two owls and mice. Three mice. An [owl] and mice. The end."),
        (["owl"], 8, "One [owl]."),
        (["mice"], 40, "One owl. Two owls and [mice]. Three [mice]."),
        (["owl", "mice"], 16, "An [owl] and [mice]."),
        (["owl", "mice"], 26, "An [owl] and [mice]. The end."),
        (["end"], 40, "Three mice. An owl and mice. The [end]."),
        ([], 30, "One owl. Two owls and mice."),
        ([], 8, "One owl."),
    ],
)
def test_the_sentences_with_the_most_hits_are_shown_and_more_as_they_fit(
    typed: list[str], most: int, expected: str
) -> None:
    assert shown(FIVE, *typed, most=most) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["one"], "[one] two three four…"),
        (["five"], "…four [five] six…"),
        (["ten"], "…seven eight nine [ten]"),
        (["two", "eight", "nine"], "…seven [eight] [nine] ten"),
        ([], "one two three four…"),
    ],
)
def test_a_sentence_that_is_too_long_is_cut_between_words(typed: list[str], expected: str) -> None:
    text = "one two three four five six seven eight nine ten"
    assert shown(text, *typed, most=23) == expected


def test_a_cut_word_is_worse_than_a_short_snippet() -> None:
    assert shown("supercalifragilistic owl extraordinarily", "owl", most=20) == "…[owl]…"
    assert shown("don’t stop-gap owl", "owl", most=11) == "…[owl]"


def test_scripts_without_blanks_are_cut_between_letters() -> None:
    assert shown("東京は夜の七時から朝まで", "七時", most=8) == "…夜の[七時]から…"
    assert shown("かか\u3099かか\u3099ねここか\u3099", "ね", most=5) == "…[ね]こ…"
    assert shown("🇩🇪🇫🇷👩\u200d💻owl👩\u200d💻", "owl", most=6) == "…[owl]…"


def test_a_hit_across_two_sentences_keeps_them_together() -> None:
    assert shown("One. Two. Three. Four.", "two three", most=12) == "[Two. Three]."


def test_paragraphs_are_parted_by_a_blank() -> None:
    assert shown("An owl.\n\nA mouse, an\n\nowl.", "owl", most=99) == "An [owl]. A mouse, an [owl]."
    assert shown("An owl.\n\nAn owl", "owl an", most=99) == "An [owl. An] owl"


def test_a_hit_too_long_to_be_shown_is_cut() -> None:
    assert shown("owl " + "." * 50 + " mice", "owl mice", most=20) == "[owl ..............]…"
    assert shown("x" * 50, most=20) == "x" * 18 + "…"


@pytest.mark.parametrize("most", [-5, 0, 3])
def test_there_is_always_room_for_a_character(most: int) -> None:
    assert shown("one owl here", "owl", most=most) == "…[o]…"


def test_blanks_alone_give_nothing() -> None:
    assert snippet(" " * 50, (), 20) == ("", ())


def graphemes(text: str) -> set[str]:
    return {text[begin:end] for begin, end, _ in split_graphemes(text)[0]}


SIGNS = [
    "a",
    "b",
    " ",
    "e\u0301",
    "x",
    "é",
    ".",
    "!",
    "?",
    "。",
    "\n\n",
    "東",
    "京",
    "か\u3099",
    "👩\u200d💻",
    "🇩🇪",
]


@given(
    st.lists(st.sampled_from(SIGNS), max_size=80).map("".join),
    st.sampled_from(["a", "b", "é", "東", "x"]),
    st.integers(6, 40),
)
def test_a_snippet_fits_and_cuts_nothing_in_two(text: str, typed: str, most: int) -> None:
    finder = WordFinder([phrase for phrase in [phrase_of(typed)] if phrase])
    spans = finder.spans(text)
    line, marked = snippet(text, spans, most)
    assert len(line) <= most
    assert "\n" not in line
    found = {text[begin:end] for begin, end in spans}
    assert {line[begin:end] for begin, end in marked} <= found
    assert bool(marked) == bool(spans)
    assert graphemes(line) <= graphemes(re.sub(r"\s*\n\s*", " ", text)) | {"…"}
    if all(len(piece) <= most - 2 for piece in text.split()):
        assert {word.text for word in words(line)} <= {word.text for word in words(text)}
