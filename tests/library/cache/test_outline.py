"""An outline tells what the episode tells; texts are read singly."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.library.cache.outline import Outline, TurnTexts
from braidtui.library.cache.store import Content, EpisodeStore, Kept
from braidtui.library.cache.summary import Summary
from braidtui.library.opened import Opened
from braidtui.library.reading import Stamp

CAST = (Speaker("a", "Ann", "host"), Speaker("b", "Ben"), Speaker("c", "Cho"))


def said(count: int) -> list[Turn]:
    """Turns of two speakers; every third tells no start, every fifth has sources."""
    return [
        Turn(
            "cb"[number % 2],
            f"Text {number}: 東京 café" * (number % 3),
            None if number % 3 == 2 else number // 2 * 1000,
            (Source(site="s"), Source(f"https://x/{number}")) if number % 5 == 0 else (),
        )
        for number in range(count)
    ]


EPISODE = Episode(
    "T",
    CAST,
    (
        Segment("One", 0, tuple(said(600)[:300])),
        Segment("Empty"),
        Segment("Two", 300, tuple(said(600)[300:])),
    ),
    summary="Sum.",
)
TURNS = range(600)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture
def content(path: Path) -> Content:
    """What the store has of the episode."""
    store = EpisodeStore(path)
    kept = Kept(0, "/e.yaml", Stamp(1, 1), 1, b"digest", Summary.of(EPISODE))
    lines = tuple(range(7, 607))
    store.keep(kept, Opened(Path("/e.yaml"), "e", "e", EPISODE, (), lines))
    store.close()
    return store.contents()["/e.yaml"]


@pytest.fixture
def texts(path: Path, content: Content) -> Iterator[TurnTexts]:
    store = EpisodeStore(path)
    yield TurnTexts(store)
    store.close()


@pytest.fixture
def outline(texts: TurnTexts, content: Content) -> Outline:
    found = texts.outline(content)
    assert found
    return found


def test_it_has_what_stands_above_the_turns(outline: Outline) -> None:
    assert (outline.title, outline.summary, len(outline)) == ("T", "Sum.", 600)
    assert [outline.segment_of(turn) for turn in (0, 299, 300, 599)] == [0, 0, 2, 2]
    assert outline.segment_title(2) == "Two"
    firsts = [turn for turn in TURNS if outline.is_first_of_segment(turn)]
    assert firsts == [0, 300]


def test_it_knows_speaker_start_line_and_sources_of_each_turn(outline: Outline) -> None:
    assert [outline.cast[outline.cast_index(turn)].id for turn in TURNS] == [
        turn.speaker for turn in EPISODE.turns
    ]
    assert [outline.start(turn) for turn in TURNS] == [turn.start for turn in EPISODE.turns]
    assert [outline.line(turn) for turn in TURNS] == list(range(7, 607))
    assert [tuple(outline.sources(turn)) for turn in TURNS] == [
        turn.sources for turn in EPISODE.turns
    ]


def test_it_knows_the_first_of_the_turns_that_tell_the_same_start(outline: Outline) -> None:
    starts = [turn.start for turn in EPISODE.turns]
    first = [starts.index(start) == turn for turn, start in enumerate(starts)]
    told = [turn for turn in TURNS if starts[turn] is not None]
    assert [outline.is_first_at_its_start(turn) for turn in told] == [first[turn] for turn in told]


def test_every_text_is_read_singly(texts: TurnTexts, content: Content) -> None:
    found = [texts.texts(content, [turn])[turn] for turn in TURNS]
    assert found == [turn.text for turn in EPISODE.turns]


def test_some_texts_are_read_at_once(texts: TurnTexts, content: Content) -> None:
    found = texts.texts(content, [599, 3, 255, 256, 511])
    assert found == {turn: EPISODE.turns[turn].text for turn in (3, 255, 256, 511, 599)}


def test_what_is_no_longer_there_has_no_texts(
    path: Path, texts: TurnTexts, content: Content
) -> None:
    other = EpisodeStore(path)
    other.forget(["/e.yaml"])
    other.close()
    assert texts.outline(content) is None
    assert texts.texts(content, [3]) == {}


def test_what_goes_after_its_outline_was_read_has_no_texts(
    path: Path, texts: TurnTexts, content: Content, outline: Outline
) -> None:
    other = EpisodeStore(path)
    other.forget(["/e.yaml"])
    other.close()
    assert texts.texts(content, [3]) == {}
    assert outline.sources(0) == []


def test_a_damaged_text_is_not_read(path: Path, content: Content) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE parts SET part = replace(part, 'Text 4:', 'Test 4:')")
    store = EpisodeStore(path)
    assert TurnTexts(store).texts(content, [4]) == {}
    assert "damaged" in store.notice
