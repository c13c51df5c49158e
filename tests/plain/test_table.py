from braidtui.plain.table import Column, table_lines
from braidtui.typeset.cells import cell_len

COLUMNS = (
    Column(is_right=True),
    Column(least=12),
    Column(least=6, is_optional=True),
    Column(),
)


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


def test_an_optional_column_goes_where_there_is_no_room_for_it() -> None:
    rows = [("8", "A title of some length", "Ann and Bo and Cy", "5 min")]
    assert table_lines(COLUMNS, rows, 28) == ["8  A title of some l…  5 min"]
    assert table_lines(COLUMNS, rows, 14) == ["8  A t…  5 min"]


def test_what_cannot_shrink_stays_whole() -> None:
    assert table_lines(COLUMNS, [("8", "Wire", "", "5 min")], 4) == ["8  …  5 min"]


def test_a_column_that_is_empty_everywhere_takes_no_room() -> None:
    assert table_lines(COLUMNS, [("", "Wire", "", "1 h")]) == ["Wire  1 h"]


def test_no_line_ends_in_blanks() -> None:
    rows = [("8", "Wire", "Ann", "5 min"), ("9", "A wire", "", "")]
    assert table_lines(COLUMNS, rows)[1] == "9  A wire"
