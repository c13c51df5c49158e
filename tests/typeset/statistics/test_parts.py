import pytest

from braidtui.typeset.statistics.parts import Column, bar, cut, headings, numbers, width_of


@pytest.mark.parametrize(
    ("part", "drawn"),
    [(0, ""), (0.001, "▏"), (0.5, "██"), (0.53, "██▏"), (0.99, "████"), (1, "████"), (7, "████")],
)
def test_a_bar_is_drawn_in_eighths_and_what_is_not_nothing_is_seen(part: float, drawn: str) -> None:
    assert bar(part, 4) == drawn


def test_columns_stand_at_the_right_under_their_headings() -> None:
    columns = (Column("words", ["7", "1,240"]), Column("n", ["300", "4"]))
    assert headings(columns) == "  words    n"
    assert [numbers(columns, row) for row in range(2)] == ["      7  300", "  1,240    4"]
    assert width_of(columns) == 12


def test_a_line_is_cut_in_the_part_where_the_room_ends() -> None:
    line = (("Ada", "strong"), (" 漢字 Byron", "text"), ("!", "muted"))
    assert cut(line, 20) == line
    assert cut(line, 8) == (("Ada", "strong"), (" 漢…", "text"))
    assert cut(line, 0) == ()
