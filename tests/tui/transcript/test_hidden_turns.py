"""Reading where some turns are hidden: among the others, and back to all."""

from hypothesis import given
from hypothesis import strategies as st

from braidtui.find.hit import Field, Hit
from braidtui.tui.annotated import Annotated
from braidtui.tui.transcript.layout.rows import RowKind, Rows
from braidtui.tui.transcript.reading import Reading, ReadingPlace
from tests.tui.transcript.test_reading import episode

WHOLE = episode(30, 50, 5, 80, 1, 40, 60, 9)
SHOWN = st.sets(st.integers(0, 7), min_size=1).map(sorted).map(tuple)
STEPS = st.lists(st.sampled_from([1, -1, 7, -7, 500, -500]), max_size=30)


def reading(shown: tuple[int, ...] | None, width: int = 40, height: int = 10) -> Reading:
    return Reading(Rows(Annotated.of(WHOLE), width, shown), height)


@given(SHOWN, STEPS, st.integers(1, 30))
def test_the_window_is_full_and_shows_nothing_that_is_hidden(
    shown: tuple[int, ...], steps: list[int], height: int
) -> None:
    view = reading(shown, height=height)
    turns = (*shown, view.rows.colophon_turn)
    total = sum(len(view.rows.of(turn)) for turn in turns)
    for rows in steps:
        view.scroll(rows)
        in_sight = view.window.in_sight()
        assert len(in_sight) == min(height, total)
        assert {turn for turn, _ in in_sight} <= set(turns)
        assert view.turn in shown
        assert 0 <= view.window.fraction <= 1


@given(SHOWN)
def test_walking_on_and_back_meets_every_shown_turn_once(shown: tuple[int, ...]) -> None:
    rows = reading(shown).rows
    there = [turn := shown[0]]
    while turn < rows.colophon_turn:
        there.append(turn := rows.after(turn))
    back = [turn := rows.colophon_turn]
    while rows.before(turn) >= 0:
        back.append(turn := rows.before(turn))
    assert there == [*shown, rows.colophon_turn] == back[::-1]
    assert [rows.at_slot(rows.slot(turn)) for turn in there] == there


@given(SHOWN, st.integers(0, 120), st.integers(12, 90))
def test_hiding_turns_and_showing_them_again_is_the_same_place(
    shown: tuple[int, ...], rows: int, width: int
) -> None:
    view = reading(None, width)
    view.scroll(rows)
    stand = view.stand
    hidden = view.relaid(reading(shown, width).rows, 10)
    assert hidden.turn == hidden.rows.nearest(view.turn)
    again = hidden.relaid(view.rows, 10)
    again.resume(stand)
    assert (again.window.top, again.turn) == (view.window.top, view.turn)


def test_the_first_shown_turn_of_a_segment_has_its_title_above() -> None:
    rows = reading((1, 4, 5)).rows
    titles = {
        turn: [row.segment for row in rows.of(turn) if row.kind is RowKind.TITLE]
        for turn in (1, 4, 5)
    }
    assert titles == {1: [0], 4: [2], 5: []}


@given(st.integers(0, 7), st.integers(0, 400), st.integers(5, 30))
def test_a_hit_that_is_revealed_is_in_sight_and_read(turn: int, begin: int, height: int) -> None:
    view = reading(None, height=height)
    begin = min(begin, len(WHOLE.turns[turn].text) - 1)
    row = view.rows.row_of(Hit(turn, Field.TEXT, 0, begin, begin + 1))
    view.reveal(turn, row)
    assert view.is_in_sight(turn, row)
    assert view.place.turn == turn


def test_a_line_up_after_a_hit_moves_the_text() -> None:
    view = reading(None)
    view.reveal(4, view.rows.name(4))
    top = view.window.top
    view.scroll(-1)
    assert view.window.top < top
    assert view.place != ReadingPlace(3, 0) or view.window.reading()[0] == 3
