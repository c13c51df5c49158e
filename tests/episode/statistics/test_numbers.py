from dataclasses import replace

import pytest

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.statistics.numbers import Longest, Tally, numbers_of

ADA, MO = Speaker("ada", "Ada Byron"), Speaker("mo", "Mo Ibn Sina")
TIMED = Episode(
    "Seven Ways to Braid",
    (ADA, MO),
    (
        Segment(
            "Warp",
            0,
            (Turn("ada", "Good evening.", 0), Turn("mo", "A river in two beds.", 20_000)),
        ),
        Segment(
            "Weft",
            60_000,
            (Turn("ada", "Across.", 60_000), Turn("mo", "Once more and then again.", 90_000)),
        ),
    ),
    duration=180_000,
)


def without_times(episode: Episode, *kept: int) -> Episode:
    """The episode with the starts of only some turns."""
    count, segments = 0, []
    for segment in episode.segments:
        turns = []
        for turn in segment.turns:
            turns.append(turn if count in kept else turn._replace(start=None))
            count += 1
        segments.append(replace(segment, turns=tuple(turns)))
    return replace(episode, segments=tuple(segments))


def test_a_turn_ends_where_the_next_begins_and_the_last_at_the_end() -> None:
    numbers = numbers_of(TIMED)
    mo, ada = numbers.speakers
    assert (mo.speaker, ada.speaker) == (1, 0)
    assert mo.tally == Tally(turns=2, words=10, timed_turns=2, timed_words=10, time=130_000)
    assert ada.tally == Tally(turns=2, words=3, timed_turns=2, timed_words=3, time=50_000)
    assert numbers.total.talk_time == 180_000
    assert numbers.share(mo.tally) == pytest.approx(130 / 180)
    assert mo.tally.words_a_minute == pytest.approx(10 * 60 / 130)


def test_the_longest_turn_is_the_longest_in_time() -> None:
    mo, ada = numbers_of(TIMED).speakers
    assert mo.longest == Longest(turn=3, length=90_000, words=5)
    assert ada.longest == Longest(turn=2, length=30_000, words=1)


def test_without_times_nothing_is_said_of_time_and_words_are_compared() -> None:
    numbers = numbers_of(without_times(TIMED))
    mo, ada = numbers.speakers
    assert not numbers.is_timed
    assert (mo.tally.talk_time, mo.tally.words_a_minute) == (None, None)
    assert numbers.share(ada.tally) == pytest.approx(3 / 13)
    assert mo.longest == Longest(turn=1, length=None, words=5)


def test_an_end_that_is_not_told_is_not_guessed() -> None:
    numbers = numbers_of(replace(TIMED, duration=None))
    assert numbers.total.timed_turns == 3
    assert numbers.speakers[1].tally == Tally(2, 10, 1, 5, 40_000)


def test_times_of_some_turns_tell_only_of_those() -> None:
    numbers = numbers_of(without_times(TIMED, 0, 1))
    assert numbers.is_timed
    assert 0 < numbers.total.timed_turns < numbers.total.turns
    assert numbers.total.talk_time == 20_000
    ada, mo = numbers.speakers
    assert ada.tally.timed_words == 2
    assert mo.tally.talk_time is None
    assert numbers.share(ada.tally) == 1


def test_a_last_turn_after_the_end_has_no_length() -> None:
    numbers = numbers_of(replace(TIMED, duration=80_000))
    assert numbers.total.timed_turns == 3


def test_segments_last_to_the_next_one_or_to_the_end() -> None:
    numbers = numbers_of(TIMED)
    assert [one.length for one in numbers.segments] == [60_000, 120_000]
    assert [one.tally.words for one in numbers.segments] == [7, 6]
    start_unknown = replace(TIMED.segments[1], start=None)
    longer = replace(TIMED, segments=(TIMED.segments[0], start_unknown))
    assert [one.length for one in numbers_of(longer).segments] == [180_000, None]


def test_a_segment_has_numbers_of_its_own() -> None:
    numbers = numbers_of(TIMED, 0)
    assert numbers.turns == range(2)
    assert not numbers.is_whole
    assert numbers.total == Tally(2, 7, 2, 7, 60_000)
    assert [one.longest.turn for one in numbers.speakers] == [1, 0]


def test_a_segment_without_turns_comes_to_nothing() -> None:
    empty = replace(TIMED, segments=(Segment("Prelude", 0), *TIMED.segments))
    numbers = numbers_of(empty, 0)
    assert numbers.total == Tally(0, 0, 0, 0, 0)
    assert numbers.speakers == ()
    assert numbers.segments[0].length == 0


def test_who_does_not_speak_has_no_numbers() -> None:
    assert len(numbers_of(replace(TIMED, speakers=(ADA, MO, Speaker("eve", "Eve")))).speakers) == 2


def test_turns_that_take_no_time_have_no_pace() -> None:
    segment = Segment("Now", 0, (Turn("ada", "At once.", 0), Turn("mo", "Here too.", 0)))
    numbers = numbers_of(replace(TIMED, segments=(segment,), duration=0))
    assert numbers.total.words_a_minute is None
    assert numbers.share(numbers.total) == 0


def test_sources_of_a_segment_are_those_that_it_cites() -> None:
    cited = Turn("ada", "So they say.", 60_000, (Source("https://example.org/a"),))
    segment = replace(TIMED.segments[1], turns=(cited,))
    whole = replace(
        TIMED, segments=(TIMED.segments[0], segment), sources=(Source(site="example.net"),)
    )
    assert [site.name for site in numbers_of(whole).sites] == ["example.net", "example.org"]
    assert [site.name for site in numbers_of(whole, 1).sites] == ["example.org"]
    assert numbers_of(whole, 0).sources == 0
