"""The place that is printed of a turn leads to that turn."""

from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.library.place_names import is_place, place_of, turn_at


def an_episode(*starts: int | None, duration: int | None = None) -> Episode:
    turns = tuple(Turn("a", "Words.", start) for start in starts)
    cast = (Speaker("a", "Ann"),)
    return Episode("T", cast, (Segment("S", None, turns),), duration=duration)


def test_it_is_the_start_where_no_turn_before_tells_the_same() -> None:
    episode = an_episode(None, 0, 1_500, None, 1_500, 3_600_000, duration=9_000)
    assert [place_of(episode, turn) for turn in range(6)] == [
        "t1",
        "00:00:00",
        "00:00:01.500",
        "t4",
        "t5",
        "01:00:00",
    ]


STARTS = st.lists(st.none() | st.integers(0, 9_999_999_000), min_size=1, max_size=9)


@given(STARTS, st.none() | st.integers(0, 9_999_999_000))
def test_it_leads_back(starts: list[int | None], duration: int | None) -> None:
    rising = iter(sorted(start for start in starts if start is not None))
    ordered = [None if start is None else next(rising) for start in starts]
    episode = an_episode(*ordered, duration=duration)
    for turn in range(len(starts)):
        place = place_of(episode, turn)
        assert is_place(place)
        assert turn_at(episode, place) == turn
