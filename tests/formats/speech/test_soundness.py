"""Whatever is said, no word is lost, time runs forward, and the episode file is sound."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from braidtui.formats.given import Chapter, ReadOptions
from braidtui.formats.imported import FormatRefused
from braidtui.formats.speech.draft import Grain, Heading, Utterance
from tests.formats.speech.drafts import composed, spoken

WORDS = [
    "It is so.",
    "and on",
    "Well,",
    "你好。",
    "- Yes.",
    "[Music]",
    "an end. A beginning",
    "a" * 600,
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(
    "aB .!\n\u00a0é", max_size=9
)
STARTS = st.none() | st.integers(-5, 90_000)
NAMES = st.sampled_from(["", "", "Zoe", "Ann Lund"])
UTTERANCES = st.lists(
    st.builds(Utterance, TEXTS, NAMES, STARTS, STARTS, sources=st.just(())), min_size=1, max_size=25
)
STRANGE = st.builds(
    Utterance,
    st.text(max_size=12)
    | st.sampled_from(["Zoe: a", "[Zoe] b", ">> ZOE: c", "- d\n- e", ":", "I said: f"]),
    st.sampled_from(["", "Zoe", "\u202e", " "]),
    st.none() | st.integers(-1, 10**12),
    st.none() | st.integers(-1, 10**12),
    st.integers(1, 9),
    st.just(()),
)


def letters(texts: list[str]) -> str:
    """What is not blank, without the signs that part dialogue."""
    return re.sub(r"[\s-]", "", "".join(texts))


@given(UTTERANCES, st.lists(st.integers(0, 90_000), max_size=3))
def test_no_word_is_lost_by_joining(said: list[Utterance], times: list[int]) -> None:
    said = [*said, Utterance("The end, at last.")]
    options = ReadOptions(chapters=[Chapter(time, "A") for time in times])
    imported = composed(said, options=options)
    if not any("in a row" in problem.message for problem in imported.notices):
        turns = [turn.text for turn in spoken(imported)]
        assert letters(turns) == letters([utterance.text for utterance in said])
    assert imported == composed(said, options=options)


@given(UTTERANCES)
def test_unjoined_there_is_a_turn_for_each_utterance_with_words(said: list[Utterance]) -> None:
    said = [*said, Utterance("The end.")]
    texts = [" ".join(utterance.text.split()) for utterance in said]
    imported = composed(said, options=ReadOptions(join=False))
    assert [turn.text for turn in spoken(imported)] == [text for text in texts if text]


@settings(deadline=None)
@given(
    st.lists(STRANGE, max_size=12),
    st.sampled_from(Grain),
    st.booleans(),
    st.lists(st.builds(Heading, st.integers(0, 12), st.text(max_size=5), STARTS), max_size=3),
    st.lists(
        st.builds(Chapter, st.integers(0, 10**7), st.text(max_size=5), st.just(())), max_size=3
    ),
)
def test_whatever_a_draft_holds_it_is_refused_or_makes_a_sound_file(
    said: list[Utterance],
    grain: Grain,
    join: bool,
    headings: list[Heading],
    chapters: list[Chapter],
) -> None:
    options = ReadOptions(join=join, chapters=chapters)
    try:
        episode, _ = composed(said, grain, options, headings=headings, has_prefixes=True)
    except FormatRefused as refusal:
        assert "no turn" in str(refusal)
        return
    starts = [turn.start for turn in episode.turns if turn.start is not None]
    assert all(start <= later for start, later in pairwise(starts))
    read = read_episode(write_episode(episode).encode())
    assert read.episode == episode
    assert all("after the episode ends" in problem.message for problem in read.problems)
