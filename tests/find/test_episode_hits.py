"""The hits in an episode: listed, counted, ranked and stepped through, always the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.find.episode_hits import EpisodeHits
from braidtui.find.finder import Finder, Span
from braidtui.find.hit import Field, Hit, Passage
from braidtui.find.passages import Passages
from braidtui.find.pattern import pattern

CAST = (Speaker("a", "Ada Moor"), Speaker("b", "Béla Or"))
WORDS = st.lists(st.sampled_from(["or", "Or", "moor", "a", "\n\n", "né\u0301", "“or”"]), max_size=6)


def episode(*segments: list[str], title: str = "Ore", summary: str = "") -> Episode:
    """Segments of turns by two speakers in turn; each segment is titled Part 1 or more."""
    parts = [
        Segment(
            f"Part or {n}", None, tuple(Turn("ab"[i % 2], text) for i, text in enumerate(texts))
        )
        for n, texts in enumerate(segments)
    ]
    return Episode(title, CAST, tuple(parts), summary=summary)


def hits(whole: Episode, finder: Finder, shown: list[int] | None = None) -> EpisodeHits:
    return EpisodeHits(finder, Passages(whole, shown))


def listed(found: EpisodeHits) -> list[Hit]:
    """All hits, by stepping."""
    walked, place = [], (0,)
    while hit := next(filter(None, found.from_place(place)), None):
        walked.append(hit)
        place = (*hit[:3], hit.end)
    return walked


def counted(found: EpisodeHits) -> int:
    for _ in found.counting():
        pass
    return found.counted


def passages(whole: Episode) -> list[tuple[Passage, str]]:
    """Every text of an episode, in the order of reading."""
    texts = [(Passage(0, Field.EPISODE), whole.title), (Passage(0, Field.SUMMARY), whole.summary)]
    turn = 0
    for number, segment in enumerate(whole.segments):
        texts.append((Passage(turn, Field.SEGMENT, number), segment.title))
        for spoken in segment.turns:
            name = whole.speakers_by_id[spoken.speaker].name
            texts += [
                (Passage(turn, Field.SPEAKER), name),
                (Passage(turn, Field.TEXT), spoken.text),
            ]
            turn += 1
    return texts


class Slow:
    """A finder without a quick way."""

    def spans(self, text: str) -> list[Span]:
        return pattern("or").spans(text)


EPISODES = st.lists(st.lists(WORDS.map(" ".join).map(str.strip), max_size=4), max_size=4)


def made(texts: list[list[str]]) -> Episode:
    return episode(*([text.replace(" \n\n ", "\n\n") for text in part] for part in texts))


@given(EPISODES, st.sampled_from(["or", "Or", "né", "a or", "/o(r)?/", '"or"', "zz"]))
def test_the_hits_are_those_of_every_text_by_itself(texts: list[list[str]], typed: str) -> None:
    whole, finder = made(texts), pattern(typed)
    alone = [Hit(*it, *span) for it, text in passages(whole) for span in finder.spans(text)]
    found = hits(whole, finder)
    assert listed(found) == alone
    assert counted(found) == len(alone)
    assert [found.rank(hit) for hit in alone] == list(range(1, len(alone) + 1))
    assert sum(found.by_segment()) == sum(hit.field > Field.SUMMARY for hit in alone)


@given(EPISODES)
def test_stepping_back_meets_the_same_hits(texts: list[list[str]]) -> None:
    found = hits(made(texts), pattern("or"))
    walked, place = [], (1 << 62,)
    while hit := next(filter(None, found.before(place)), None):
        walked.append(hit)
        place = hit
    assert walked[::-1] == listed(found)


@given(EPISODES)
def test_a_finder_without_a_quick_way_finds_the_same(texts: list[list[str]]) -> None:
    whole = made(texts)
    slow, quick = hits(whole, Slow()), hits(whole, pattern("or"))
    assert listed(slow) == listed(quick)
    assert counted(slow) == counted(quick)
    assert list(filter(None, slow.turns())) == list(filter(None, quick.turns()))


@given(EPISODES, st.sets(st.integers(0, 15)))
def test_where_turns_are_hidden_only_the_others_are_searched(
    texts: list[list[str]], wanted: set[int]
) -> None:
    whole = made(texts)
    shown = sorted(turn for turn in wanted if turn < len(whole.turns))
    found = hits(whole, pattern("or"), shown)
    assert {hit.turn for hit in listed(found)} <= set(shown)
    texts_found = {hit for hit in listed(found) if hit.field == Field.TEXT}
    everywhere = listed(hits(whole, pattern("or")))
    assert texts_found == {it for it in everywhere if it.field == Field.TEXT and it.turn in shown}


@given(EPISODES, st.lists(st.sampled_from(["o", "r", "O", " ", "é"]), max_size=4))
def test_typing_on_finds_what_typing_at_once_finds(texts: list[list[str]], more: list[str]) -> None:
    passages = Passages(made(texts))
    before, typed = EpisodeHits(pattern("o"), passages), "o"
    for letter in more:
        counted(before)
        typed += letter
        before = EpisodeHits(pattern(typed), passages, before)
    assert counted(before) == counted(EpisodeHits(pattern(typed), passages))
    assert listed(before) == listed(EpisodeHits(pattern(typed), passages))


def test_titles_names_summary_and_text_are_found_in_the_order_of_reading() -> None:
    found = hits(episode(["or", "x or"], [], summary="An ore"), pattern("or"))
    assert [(hit.turn, hit.field, hit.segment) for hit in listed(found)] == [
        (0, Field.EPISODE, 0),
        (0, Field.SUMMARY, 0),
        (0, Field.SEGMENT, 0),
        (0, Field.SPEAKER, 0),
        (0, Field.TEXT, 0),
        (1, Field.SPEAKER, 0),
        (1, Field.TEXT, 0),
        (2, Field.SEGMENT, 1),
    ]


def test_the_head_belongs_to_no_segment() -> None:
    found = hits(episode(["x"], ["or or"], title="or"), pattern("or"))
    assert counted(found) == 7
    assert list(found.by_segment()) == [2, 4]


def test_no_hit_spans_two_texts() -> None:
    whole = episode(["the tide", "and the ebb"])
    for typed in ("tide Béla", "tide and", "/tide.*ebb/", r"/tide[^x]*/", r"/\s*Béla/"):
        found = listed(hits(whole, pattern(typed)))
        assert all(hit.turn == 0 or hit.field == Field.SPEAKER for hit in found), typed
        assert all(hit.end <= 8 for hit in found)


def test_a_place_within_a_text_finds_what_is_after_it() -> None:
    found = hits(episode(["or or or"]), pattern("or"))
    hit = next(filter(None, found.from_place((0, Field.TEXT, 0, 1))))
    assert (hit.begin, hit.end) == (3, 5)


def test_the_hits_within_a_stretch_are_those_that_reach_into_it() -> None:
    found = hits(episode(["or or or"]), pattern("or or"))
    text = Passage(0, Field.TEXT)
    assert [hit[3:] for hit in found.within(text, 4, 8)] == [(0, 5)]
    assert [hit[3:] for hit in found.within(text, 5, 8)] == []
    assert found.within(Passage(0, Field.SPEAKER), 0, 8) == []


def test_few_hits_are_told_one_by_one_and_many_as_runs_of_turns() -> None:
    whole = episode(["x", "or or"], ["x"] * 3, ["or"], title="T")
    whole = replace(whole, segments=tuple(replace(s, title="T") for s in whole.segments))
    whole = replace(whole, speakers=(Speaker("a", "A"), Speaker("b", "B")))
    found = hits(whole, pattern("or"))
    assert found.stretches(9) == []  # nothing is counted yet
    counted(found)
    assert found.stretches(9) == [((1, 0), (1, 0)), ((1, 3), (1, 3)), ((5, 0), (5, 0))]
    assert found.stretches(2) == [((0, 0), (1, 0)), ((5, 0), (5, 0))]


@pytest.mark.parametrize("typed", ["or", "/or/", "ór"])
def test_the_turns_with_hits_are_those_whose_text_or_name_has_one(typed: str) -> None:
    whole = episode(["x", "x"], ["or ór", "or ór", "or ór", "x"])
    whole = replace(whole, speakers=(Speaker("a", "A"), Speaker("b", "B")))
    assert [it for it in hits(whole, pattern(typed)).turns() if it is not None] == [2, 3, 4]


def test_an_expression_that_is_too_slow_tells_what_it_found_and_stops() -> None:
    whole = episode(["or " + "A" * 300_000, "or"])
    found = hits(whole, pattern("/or|.*[^A-Z]|[A-Z]/"))
    assert counted(found) > 0
    assert found.is_too_slow
