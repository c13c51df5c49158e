"""Notes as lines below a turn."""

from hypothesis import given
from hypothesis import strategies as st

from braidtui.tui.transcript.layout.note_lines import about_lines, first_lines, note_lines
from braidtui.typeset.cells import cell_len


def test_a_note_stands_behind_its_sign_and_keeps_its_lines() -> None:
    assert note_lines("one two three\nfour", 11) == ("✎ one two", "  three", "  four")


def test_of_a_long_note_twelve_lines_are_shown_and_that_there_is_more() -> None:
    lines = note_lines("tide " * 100, 12)
    assert len(lines) == 12
    assert lines[0] == "✎ tide tide"
    assert lines[-1] == "  tide tide…"


def test_a_note_is_safe_text() -> None:
    assert note_lines("a\x1b[31m\u202e\x9b", 20) == ("✎ a\u241b[31m\ufffd\ufffd",)


def test_a_blank_line_stays_blank() -> None:
    assert note_lines("one\n\ntwo\n\n", 20) == ("✎ one", "", "  two")


@given(st.text(st.sampled_from("ab 字\n👩"), max_size=400), st.integers(4, 40))
def test_no_line_is_wider_than_the_text(note: str, width: int) -> None:
    lines = note_lines(note, width)
    assert 1 <= len(lines) <= 12
    assert all(cell_len(line) <= width for line in lines)


@given(st.text(st.sampled_from("abcd \n"), max_size=900), st.integers(20, 80))
def test_the_estimate_is_near(note: str, width: int) -> None:
    assert about_lines(note, width) <= 12
    if " " not in note:
        assert abs(
            about_lines(note.strip(), width) - len(note_lines(note, width))
        ) <= 1 + note.count("\n")


def test_the_first_lines_of_a_text_are_cut_only_where_there_are_more() -> None:
    assert first_lines(["one two"], 3, 2) == ["one", "two"]
    assert first_lines(["one two three"], 5, 2) == ["one", "two…"]
