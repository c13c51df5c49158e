"""Any episode comes out of its packed form as it went in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.problem import Problem
from braidtui.library.cache.packing import Packed, pack, unpack

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
times = st.none() | st.integers(0, 10**10)
sources = st.lists(st.builds(Source, texts, texts, texts, st.none() | st.dates()), max_size=3).map(
    tuple
)
turns = st.builds(Turn, st.sampled_from(("a", "b", "c")), texts, times, sources)
segments = st.builds(Segment, texts, times, st.lists(turns, max_size=4).map(tuple), sources)
episodes = st.builds(
    Episode,
    title=texts,
    speakers=st.just((Speaker("a", "Ann", "host", "m", "v", "red"), Speaker("b", "Ben"))),
    segments=st.lists(segments, max_size=4).map(tuple),
    show=texts,
    number=st.none() | st.integers(0, 999_999_999),
    date=st.none() | st.dates(),
    duration=times,
    summary=texts,
    url=texts,
    audio=texts,
    language=texts,
    note=texts,
    quotes=st.lists(st.builds(Quote, texts, texts, times), max_size=2).map(tuple),
    sources=sources,
)


@given(episodes, st.lists(st.builds(Problem, st.integers(1), st.integers(1), texts)))
def test_every_episode_comes_out_as_it_went_in(episode: Episode, found: list[Problem]) -> None:
    warnings = tuple(problem._replace(is_warning=True) for problem in found)
    whole = Packed(episode, warnings, tuple(range(7, 7 + len(episode.turns))))
    assert unpack(pack(whole)) == whole


def test_more_turns_than_a_block_holds_keep_their_order() -> None:
    said = tuple(Turn("a", f"Turn {number}.", number) for number in range(1000))
    cut = (Segment("One", 0, said[:300]), Segment("Two", 300, said[300:]))
    whole = Packed(Episode("T", (Speaker("a", "Ann"),), cut), (), tuple(range(1000)))
    assert unpack(pack(whole)) == whole


def test_turns_have_their_type_back() -> None:
    episode = Episode("T", (Speaker("a", "Ann"),), (Segment("One", 0, (Turn("a", "Words."),)),))
    (turn,) = unpack(pack(Packed(episode, (), (3,)))).episode.turns
    assert type(turn) is Turn
    assert turn.text == "Words."


def test_a_missing_block_is_noticed() -> None:
    said = tuple(Turn("a", "Words.", number) for number in range(600))
    episode = Episode("T", (Speaker("a", "Ann"),), (Segment("One", 0, said),), date=date.max)
    parts = list(pack(Packed(episode, (), tuple(range(600)))))
    with pytest.raises(ValueError):
        unpack(parts[:-1])
