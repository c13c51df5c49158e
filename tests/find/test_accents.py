"""Accents: folded away unless they are typed."""

import pytest

from braidtui.find.accents import accents_agree, has_accents


@pytest.mark.parametrize("text", ["café", "cafe\u0301", "É", "мой", "Việt", "שָׁלוֹם"])
def test_a_letter_with_an_accent_has_one(text: str) -> None:
    assert has_accents(text)


@pytest.mark.parametrize(
    "text", ["", "cafe", "Straße łø", "“—”", "が", "ﬁ", "می\u200cروم", "❤\ufe0f"]
)
def test_other_forms_of_a_letter_are_no_accents(text: str) -> None:
    assert not has_accents(text)


@pytest.mark.parametrize(
    ("typed", "text", "agrees"),
    [
        ("cafe", "café", True),
        ("café", "CAFÉ", True),
        ("café", "cafe\u0301", True),
        ("café", "cafe", False),
        ("café", "cafè", False),
        ("resumé", "résumé", True),
        ("résumé", "resumé", False),
        ("ê", "ế", False),
        ("ế", "e\u0301\u0302", True),
        ("caf\u200dé", "café", True),
        ("caf", "cafés", True),
        ("\u0301cafe", "cafe", True),
    ],
)
def test_accents_agree_where_they_were_typed(typed: str, text: str, agrees: bool) -> None:
    assert accents_agree(typed, text) == agrees
