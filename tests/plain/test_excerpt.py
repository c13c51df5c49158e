from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.plain.excerpt import Part, excerpt, excerpt_parts

EPISODE = Episode(
    "T",
    (Speaker("a", "A"),),
    (
        Segment("One", 0, (Turn("a", "alpha", 0), Turn("a", "beta", 5_000))),
        Segment("Two", 10_000),
        Segment("Three", 20_000, (Turn("a", "gamma", 20_000), Turn("a", "delta", 25_000))),
    ),
    duration=30_000,
    quotes=(Quote("beta"), Quote("delta")),
)


def test_everything_is_the_episode_itself() -> None:
    parts = excerpt_parts(EPISODE)
    assert parts == (Part(0, range(2)), Part(1, range(2, 2)), Part(2, range(2, 4)))
    assert excerpt(EPISODE, parts) is EPISODE


def test_chosen_segments_stand_in_the_order_of_the_episode() -> None:
    assert excerpt_parts(EPISODE, {2, 0}) == (Part(0, range(2)), Part(2, range(2, 4)))


def test_from_a_turn_on_what_ends_before_is_left_out() -> None:
    assert excerpt_parts(EPISODE, first_turn=1)[0] == Part(0, range(1, 2))
    assert excerpt_parts(EPISODE, first_turn=3) == (Part(2, range(3, 4)),)
    assert excerpt_parts(EPISODE, {0}, first_turn=3) == ()


def test_an_excerpt_ends_where_its_last_segment_does() -> None:
    first = excerpt(EPISODE, excerpt_parts(EPISODE, {0}))
    assert (first.duration, first.quotes) == (10_000, (Quote("beta"),))
    assert first.segments == EPISODE.segments[:1]


def test_a_segment_that_is_cut_starts_with_its_first_turn() -> None:
    last = excerpt(EPISODE, excerpt_parts(EPISODE, first_turn=3))
    assert last.segments == (Segment("Three", 25_000, (Turn("a", "delta", 25_000),)),)
    assert last.duration == 30_000
