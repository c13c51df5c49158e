"""What is pasted into a box."""

import pytest

from braidtui.tui.pasting import pasted, pasted_line


@pytest.mark.parametrize(
    "text", ["touch\rthe exhibits", "touch\r\nthe exhibits", "touch\nthe exhibits"]
)
def test_a_line_break_of_any_kind_is_a_blank(text: str) -> None:
    assert pasted_line(text) == "touch the exhibits"


def test_the_colours_of_a_terminal_are_left_out_and_nothing_else() -> None:
    assert pasted("a \x1b[1;31mred\x1b[0m ␛[38:5:9mb␛[m \x1b[2J c[31m") == "a red b ␛[2J c[31m"
