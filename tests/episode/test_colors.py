import re

import pytest

from braidtui.episode.colors import COLOR_NAMES, known_color


@pytest.mark.parametrize(
    ("written", "color"),
    [
        ("teal", "teal"),
        ("Magenta", "magenta"),
        ("#00FF7f", "#00ff7f"),
        *((none, "") for none in ("", "$accent", "#fff", "#12345g", "red;", "red\n", "rgb(1,2,3)")),
    ],
)
def test_a_colour_is_a_name_or_six_digits(written: str, color: str) -> None:
    assert known_color(written) == color


def test_every_name_has_its_six_digits() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", digits) for digits in COLOR_NAMES.values())
