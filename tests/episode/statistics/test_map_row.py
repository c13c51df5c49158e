from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.statistics.map_row import MapRow
from braidtui.episode.statistics.timeline import Timeline

CAST = (Speaker("a", "Ada"), Speaker("b", "Bo"), Speaker("c", "Cy"))


def episode(*turns: Turn, duration: int | None = None) -> Episode:
    return Episode("On Maps", CAST, (Segment("All", None, turns),), duration=duration)


def drawn(whole: Episode, width: int, turns: range | None = None) -> str:
    return "".join(cell.speaker for cell in MapRow(Timeline(whole), width, turns).cells)


TALK = episode(
    Turn("a", "one two three", 0),
    Turn("b", "x" * 100, 40_000),
    Turn("c", "four", 60_000),
    duration=100_000,
)


def test_each_cell_has_the_one_who_speaks_most_in_it() -> None:
    assert drawn(TALK, 10) == "aaaabbcccc"
    assert drawn(TALK, 5) == "aabcc"
    assert drawn(TALK, 1) == "a"


def test_without_all_times_turns_are_as_wide_as_their_text() -> None:
    first, *others = TALK.turns
    untimed = episode(first._replace(start=None), *others, duration=100_000)
    assert not Timeline(untimed).is_by_time
    assert drawn(untimed, 10) == "abbbbbbbbb"


def test_an_end_that_is_not_told_is_drawn_like_the_other_turns() -> None:
    assert drawn(replace(TALK, duration=None), 9) == "aaaabbccc"
    assert drawn(replace(TALK, duration=50_000), 9) == "aaaabbccc"


def test_some_turns_have_a_map_of_their_own() -> None:
    assert drawn(TALK, 6, range(1, 3)) == "bbcccc"


def test_turns_that_take_no_time_have_no_map() -> None:
    assert drawn(TALK, 6, range(0)) == ""
    now = episode(Turn("a", "x", 5_000), Turn("b", "yyy", 5_000))
    assert drawn(now, 4) == "abbb"  # by text, where no time passes
    assert drawn(TALK, 0) == ""


def test_a_place_is_in_the_cell_of_its_time() -> None:
    row = MapRow(Timeline(TALK), 10)
    assert [row.cell_of(turn) for turn in range(3)] == [0, 4, 6]
    assert row.cell_of(1, 50) == 5
    assert row.cell_of(2, 4) == 9
    assert row.cell_of(1, -1) == 4  # the head above the turn
    assert MapRow(Timeline(TALK), 6, range(1, 3)).cell_of(0) == 0


def test_a_cell_leads_to_the_beginning_of_its_turn_or_into_it() -> None:
    row = MapRow(Timeline(TALK), 10)
    assert row.place_in(0) == (0, 0)
    assert row.place_in(4) == (1, 0)
    assert row.place_in(5) == (1, 74)
    assert MapRow(Timeline(TALK), 1).place_in(0) == (0, 0)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9_000), st.integers(1, 300))),
    st.integers(1, 60),
    st.booleans(),
)
def test_a_cell_leads_back_to_itself(
    spoken: list[tuple[str, int, int]], width: int, is_timed: bool
) -> None:
    start, turns = 0, []
    for speaker, length, letters in [("a", 10, 10), *spoken]:
        turns.append(Turn(speaker, "x" * letters, start if is_timed else None))
        start += length
    row = MapRow(Timeline(episode(*turns, duration=start)), width)
    assert len(row.cells) == width
    for cell in range(width):
        turn, offset = row.place_in(cell)
        assert turn == row.cells[cell].turn
        assert 0 <= offset < len(turns[turn].text)
        assert row.cell_of(turn, offset) <= cell + 1
