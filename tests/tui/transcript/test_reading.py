"""The reading place: what stays on top when one scrolls, jumps, and changes the width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.tui.annotated import Annotated
from braidtui.tui.transcript.layout.rows import RowKind, Rows
from braidtui.tui.transcript.reading import Reading, ReadingPlace

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa "


def episode(*sizes: int) -> Episode:
    """Segments of two turns each; a turn has so many words."""
    turns = [
        Turn("a" if i % 2 else "b", (WORDS * 99)[: 6 * size].strip() or "x", i * 1000)
        for i, size in enumerate(sizes)
    ]
    segments = [
        Segment(f"Part {i}", turns[i].start, tuple(turns[i : i + 2]))
        for i in range(0, len(turns), 2)
    ]
    return Episode("Title", (Speaker("a", "Anna"), Speaker("b", "Ben")), tuple(segments))


def reading(
    width: int = 40, height: int = 10, sizes: tuple[int, ...] = (30, 50, 5, 80, 1, 40, 60, 9)
) -> Reading:
    whole = episode(*sizes)
    return Reading(Rows(Annotated.of(whole), width), height)


def words_on_top(view: Reading) -> str:
    for turn, index in view.window.in_sight():
        row = view.rows.of(turn)[index]
        if row.kind is RowKind.TEXT:
            return view.rows.shown_text(turn)[row.begin : row.end]
    return ""


def test_the_first_row_is_the_head_and_the_first_turn_is_read() -> None:
    view = reading(height=40)
    assert view.rows.of(0)[0].kind is RowKind.HEAD
    assert view.place == ReadingPlace(0, 0)
    assert view.window.fraction == 0


def test_where_only_the_head_is_in_sight_the_first_turn_is_read() -> None:
    view = reading(height=2)
    view.scroll(1)
    assert view.place == ReadingPlace(0, 0)


def test_scrolling_to_the_end_reads_the_last_turn_and_shows_the_last_row_at_the_bottom() -> None:
    view = reading()
    view.scroll(10_000)
    assert view.window.in_sight()[-1] == (8, len(view.rows.of(8)) - 1)
    view.scroll(10)
    assert view.turn == 7
    assert view.window.fraction == 1


def test_where_the_end_stops_the_window_a_line_moves_the_place_alone_and_back_again() -> None:
    view = reading(height=30)
    view.to_fraction(1)
    top = view.window.top
    first = view.window.reading()[0]
    view.turn = first
    view.scroll(1)
    assert (view.turn, view.window.top) == (first + 1, top)
    view.scroll(-1)
    assert (view.turn, view.window.top) == (first, top)


def test_a_jump_puts_the_title_of_a_new_segment_on_top() -> None:
    view = reading()
    view.jump(ReadingPlace(4, 0))
    kinds = [view.rows.of(turn)[row].kind for turn, row in view.window.in_sight()]
    assert kinds[:4] == [RowKind.RULE, RowKind.TITLE, RowKind.BLANK, RowKind.NAME]
    assert view.place.turn == 4


def test_a_jump_to_the_first_turn_shows_it_below_the_head() -> None:
    view = reading(height=4)
    view.jump(ReadingPlace(0, 0))
    assert view.rows.of(0)[view.window.top.row].kind is RowKind.RULE


@given(st.integers(0, 120), st.integers(12, 90), st.integers(12, 90), st.integers(3, 30))
def test_the_words_on_top_stay_on_top_at_every_width(
    rows: int, width: int, other: int, height: int
) -> None:
    view = reading(width, height)
    view.scroll(rows)
    place = view.place
    again = view.relaid(Rows(view.rows.annotated, other), height)
    turn, index = again.window.top
    if again.window.top == again.window.last_top or view.window.top == view.window.last_top:
        return  # the end decides what is on top there
    row = again.rows.of(turn)[index]
    if row.kind is RowKind.TEXT and place.offset:
        assert turn == place.turn
        assert row.begin <= place.offset < max(row.end, row.begin + 1) + other


@given(st.lists(st.sampled_from([1, -1, 7, -7, 500, -500]), max_size=40), st.integers(1, 30))
def test_the_window_is_always_full_and_the_place_always_in_the_episode(
    steps: list[int], height: int
) -> None:
    view = reading(height=height)
    total = sum(len(view.rows.of(turn)) for turn in range(9))
    for rows in steps:
        view.scroll(rows)
        assert len(view.window.in_sight()) == min(height, total)
        assert 0 <= view.turn < 8
        assert 0 <= view.window.fraction <= 1


@pytest.mark.parametrize("width", [1, 2, 5])
def test_the_narrowest_column_still_shows_every_word(width: int) -> None:
    view = reading(width, 10, (3, 2))
    shown = [
        view.rows.shown_text(0)[row.begin : row.end]
        for row in view.rows.of(0)
        if row.kind is RowKind.TEXT
    ]
    assert "".join(shown) == view.rows.episode.turns[0].text.replace(" ", "")


def with_notes(view: Reading, notes: dict[int, list[str]]) -> Reading:
    rows = view.rows
    return view.relaid(Rows(rows.annotated, rows.width, None, notes), view.window.height)


@given(
    st.lists(st.sampled_from([1, -1, 7, -7, 500]), max_size=12),
    st.dictionaries(st.integers(0, 7), st.lists(st.sampled_from(["a", WORDS * 9]), min_size=1)),
    st.integers(1, 30),
)
def test_notes_come_and_go_below_what_is_read(
    steps: list[int], notes: dict[int, list[str]], height: int
) -> None:
    view = reading(height=height)
    for rows in steps:
        view.scroll(rows)
    noted = with_notes(view, notes)
    assert len(noted.window.in_sight()) == min(height, sum(len(noted.rows.of(t)) for t in range(9)))
    if view.window.top != view.window.last_top:  # else the end decides what is on top
        assert (noted.place, noted.window.top) == (view.place, view.window.top)
        again = with_notes(noted, {})
        assert (again.place, again.window.top) == (view.place, view.window.top)


def test_a_turn_is_read_while_only_its_note_is_in_sight() -> None:
    view = with_notes(reading(height=4), {1: [WORDS * 20], 2: ["short"]})
    view.jump(ReadingPlace(1, 0))
    text = len(view.rows.of(1)) - 12
    view.scroll(text)
    assert {view.rows.of(turn)[row].kind for turn, row in view.window.in_sight()} == {RowKind.NOTE}
    assert view.place == ReadingPlace(1, len(view.rows.episode.turns[1].text))
    view.scroll(12)
    assert view.turn == 2


def test_the_rows_of_notes_are_counted() -> None:
    bare, notes = reading(), {turn: ["note " * 30] for turn in range(8)}
    noted = with_notes(bare, notes)
    exact = sum(len(noted.rows.of(turn)) - len(bare.rows.of(turn)) for turn in range(9))
    assert exact == 8 * 5
    assert abs(noted.window.total - bare.window.total - exact) <= 8


def test_a_note_at_a_hidden_turn_is_hidden_too() -> None:
    rows = Rows(Annotated.of(episode(3, 3, 3)), 40, (0, 2), {1: ["hidden"], 2: ["shown"]})
    assert sum(rows.extra().values()) - sum(Rows(rows.annotated, 40, (0, 2)).extra().values()) == 1


def test_segments_without_turns_keep_their_titles_where_they_stand() -> None:
    whole = Episode(
        "T",
        (Speaker("a", "Anna"),),
        (Segment("Empty"), Segment("Full", 0, (Turn("a", "words"),)), Segment("Late")),
    )
    rows = Rows(Annotated.of(whole), 40)
    titles = [row.segment for turn in (0, 1) for row in rows.of(turn) if row.kind is RowKind.TITLE]
    assert titles == [0, 1, 2]
