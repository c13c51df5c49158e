import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn

EPISODE = Episode(
    "T",
    (Speaker("a", "Anna"),),
    (
        Segment("One", 0, (Turn("a", "x", 1000), Turn("a", "y"))),
        Segment("Empty"),
        Segment("Two", 5000, (Turn("a", "z", 6000),)),
        Segment("Last", 9000),
    ),
    duration=10_000,
)


def test_turns_are_counted_through_all_segments() -> None:
    assert [turn.text for turn in EPISODE.turns] == ["x", "y", "z"]
    assert EPISODE.first_turns == (0, 2, 2, 3)
    assert [EPISODE.segment_of(turn) for turn in range(3)] == [0, 0, 2]


def test_a_turn_without_a_time_has_that_of_the_turn_before_it() -> None:
    assert list(EPISODE.starts) == [1000, 1000, 6000]


@pytest.mark.parametrize(("time", "turn"), [(0, 0), (1000, 1), (5999, 1), (6000, 2), (99_000, 2)])
def test_the_turn_at_a_time_is_the_last_that_has_started(time: int, turn: int) -> None:
    assert EPISODE.turn_at(time) == turn


def test_a_segment_ends_where_the_next_with_a_time_starts() -> None:
    assert [EPISODE.end_of_segment(segment) for segment in range(4)] == [5000, 5000, 9000, 10_000]


def test_equal_episodes_are_equal_whatever_was_asked_of_them() -> None:
    other = Episode("T", EPISODE.speakers, EPISODE.segments, duration=10_000)
    assert EPISODE.is_timed
    assert other == EPISODE
