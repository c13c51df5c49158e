"""The nearest spelling of a word that is nowhere."""

import pytest

from braidtui.library.search.suggesting import nearest

KNOWN = {
    "rocket": 40,
    "pocket": 90,
    "racket": 3,
    "rockets": 12,
    "transcript": 7,
    "owl": 5,
    "owls": 9,
    "cafe": 4,
    "the": 900,
    "東": 2,
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("rokcet", "rocket"),
        ("rockt", "rocket"),
        ("roccket", "rocket"),
        ("rucket", "rocket"),
        ("ocket", "pocket"),
        ("orcket", "rocket"),
        ("ROKET", "rocket"),
        ("trasncritp", "transcript"),
        ("café’", "cafe"),
        ("cafés", "cafe"),
        ("teh", "the"),
    ],
)
def test_a_slip_or_two_lead_to_the_word(word: str, meant: str) -> None:
    assert nearest(word, KNOWN.items()) == [meant]


@pytest.mark.parametrize("word", ["", "ow", "京", "the", "xyzzy", "oxx", "trnscrpts", "x" * 10_000])
def test_what_is_far_from_all_leads_nowhere(word: str) -> None:
    known = {key: count for key, count in KNOWN.items() if key != word}
    assert nearest(word, known.items()) == []


def test_the_nearest_come_first_then_the_most_frequent() -> None:
    assert nearest("rocke", {"rocket": 1, "rock": 1, "rocks": 99}.items(), 3) == [
        "rocks",
        "rock",
        "rocket",
    ]
    assert nearest("rockett", KNOWN.items(), 3) == ["rocket", "rockets", "racket"]


def test_a_known_word_is_not_its_own_suggestion() -> None:
    assert nearest("owl", KNOWN.items()) == ["owls"]
