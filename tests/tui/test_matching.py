"""Typed words fit a text in any order, whatever case and accents."""

import pytest

from braidtui.tui.matching import matches


@pytest.mark.parametrize(
    ("typed", "text", "fits"),
    [
        ("", "anything", True),
        ("rocket company", "The Compute Company Inside the Rocket", True),
        ("nguyen", "Zoë Nguyễn", True),
        ("ZOË", "zoe", True),
        ("rocket ship", "The Rocket Company", False),
        ("strasse", "Straße", True),
    ],
)
def test_every_word_must_occur(typed: str, text: str, fits: bool) -> None:
    assert matches(typed, text) is fits
