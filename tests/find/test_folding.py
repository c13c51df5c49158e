"""Folding: texts as they are compared."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.find.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Don’t “stop” — go", 'don\'t "stop" - go'),
        ("a\xa0b\u202fc", "a b c"),
        ("Café NAÏVE Łódź İ", "cafe naive łodz i"),
        ("ΣΑΣ ς", "σασ σ"),
        ("Ｂｒａｉｄ ﾊﾟ が", "braid パ が"),
        ("Straße", "straße"),
        ("Ёлка мой", "елка мои"),
    ],
)
def test_forms_of_one_thing_fold_to_one_text(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_every_offset_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_many_different_signs_fold_as_few_do() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    whole = fold("".join(every))
    assert [sign for sign, folded in zip(every, whole, strict=True) if fold(sign) != folded] == []
