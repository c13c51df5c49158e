"""What is pasted into a box of one line."""

import pytest

from braidtui.tui.pasting import pasted_line


@pytest.mark.parametrize(
    "text", ["touch\rthe exhibits", "touch\r\nthe exhibits", "touch\nthe exhibits"]
)
def test_a_line_break_of_any_kind_is_a_blank(text: str) -> None:
    assert pasted_line(text) == "touch the exhibits"
