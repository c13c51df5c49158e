from braidtui.plain.table import Column, table_lines
from braidtui.typeset.cells import cell_len

COLUMNS = (Column(is_right=True), Column(gives=1), Column(gives=2), Column())


def test_columns_are_aligned_in_cells() -> None:
    rows = [("8", "漢字", "Ann", "5 min"), ("10", "Wire", "Bo", "1 h")]
    assert table_lines(COLUMNS, rows) == [
        " 8  漢字  Ann  5 min",
        "10  Wire  Bo   1 h",
    ]


def test_without_a_width_every_text_is_whole() -> None:
    title = "long " * 50 + "end"
    assert table_lines(COLUMNS, [("8", title, "", "")]) == [f"8  {title}"]


def test_in_a_width_the_columns_that_may_give_are_cut_with_an_ellipsis() -> None:
    rows = [("8", "漢字" * 30, "Ann and Bo and Cy", "5 min"), ("9", "Wire", "", "")]
    lines = table_lines(COLUMNS, rows, 40)
    assert max(map(cell_len, lines)) <= 40
    assert lines[0].endswith("  5 min")
    assert lines[0].count("…") == 2


def test_a_column_that_is_empty_everywhere_takes_no_room() -> None:
    assert table_lines(COLUMNS, [("", "Wire", "", "1 h")]) == ["Wire  1 h"]


def test_no_line_ends_in_blanks() -> None:
    rows = [("8", "Wire", "Ann", "5 min"), ("9", "A wire", "", "")]
    assert table_lines(COLUMNS, rows)[1] == "9  A wire"
