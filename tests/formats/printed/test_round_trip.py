"""What `show` prints is read again, at any width, as far as a print carries it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_reader import read_episode
from braidtui.formats.given import Given
from braidtui.formats.printed.signs import GLYPHS
from braidtui.formats.reading.titles import title_line
from braidtui.formats.registry import detect, read
from braidtui.formats.speech.composing import NOBODY
from braidtui.typeset import glyphs
from tests.episode.episodes import episodes
from tests.formats.printed.prints import WIDTHS, print_of
from tests.formats.talks import talks

BUNDLED = sorted((Path(__file__).parents[3] / "episodes").glob("*.yaml"))
HOSTILE = (
    *("■ Ada Moor 00:00:05", "── 2. Platform", "── Sources", "Note: so", "[1] [2]", "00:00:05"),
    *("Page: x", "“So”", "— Ada Moor, 00:00:05", "1 segment · 1 turn", "♦ Rails", "## So", "-->"),
)
NAMES = [text for text in HOSTILE if not text.endswith("00:00:05")]  # which is taken for a time


def back(text: str) -> Episode:
    """The episode that a print is read as; the print says itself what it is."""
    assert detect(Given(text)) == "print"
    return read(text).episode


def told(episode: Episode) -> Episode:
    """An episode without what no print tells: ids, colours, milliseconds."""
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return replace(
        episode,
        duration=seconds(episode.duration),
        speakers=tuple(replace(it, id=it.name, color="") for it in episode.speakers),
        quotes=tuple(
            Quote(quote.text, names.get(quote.speaker, ""), seconds(quote.start))
            for quote in episode.quotes
        ),
        segments=tuple(
            Segment(
                part.title,
                seconds(part.start),
                tuple(
                    Turn(names[turn.speaker], turn.text, seconds(turn.start), turn.sources)
                    for turn in part.turns
                ),
                part.sources,
            )
            for part in episode.segments
        ),
    )


def seconds(milliseconds: int | None) -> int | None:
    return None if milliseconds is None else milliseconds // 1000


def squeezed(text: str) -> str:
    """A text without its blanks, of which a wrapped line keeps none."""
    return re.sub(r"\s+", "", text)


def narrow(episode: Episode) -> Episode:
    """A talk without wide letters: beside these a print does not tell whether a blank stood."""
    segments = (
        replace(
            part,
            title=part.title.replace("夜行列車", "Night"),
            turns=tuple(
                it._replace(text=it.text.replace("夜行列車は九時に出た。", "It left."))
                for it in part.turns
            ),
        )
        for part in episode.segments
    )
    return replace(episode, segments=tuple(segments))


@pytest.mark.parametrize("width", [*WIDTHS, 200])
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_an_episode_that_comes_with_the_program_comes_back_whole(path: Path, width: int) -> None:
    episode = read_episode(path.read_bytes())[0]
    assert episode is not None
    assert told(back(print_of(episode, width))) == told(episode)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_segment_alone_comes_back_as_it_is(path: Path) -> None:
    episode = read_episode(path.read_bytes())[0]
    assert episode is not None
    for index in range(len(episode.segments)):
        text = print_of(episode, 80, {index})
        assert told(back(text)).segments == told(episode).segments[index : index + 1]
        assert [notice.message for notice in read(text).notices] == [
            f"an excerpt: 1 of {len(episode.segments)} segments, "
            f"{len(episode.segments[index].turns)} of {len(episode.turns)} turns"
        ]


@given(talks(is_timed=True) | talks(is_timed=False), st.sampled_from(WIDTHS))
def test_turns_names_seconds_and_segments_of_a_talk_come_back(episode: Episode, width: int) -> None:
    expected = narrow(episode)
    assert told(back(print_of(expected, width))) == told(expected)


@given(talks(is_timed=True) | talks(is_timed=False), st.sampled_from(WIDTHS))
def test_a_wide_script_comes_back_but_for_blanks(episode: Episode, width: int) -> None:
    found = back(print_of(episode, width))
    assert [(turn.start, squeezed(turn.text)) for turn in told(found).turns] == [
        (turn.start, squeezed(turn.text)) for turn in told(episode).turns
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(episodes(), st.sampled_from(WIDTHS[1:]))  # the narrowest cuts times of 100 hours
def test_any_episode_comes_back_turn_by_turn(episode: Episode, width: int) -> None:
    named = tuple(replace(it, name=title_line(it.name)) for it in episode.speakers)
    found = back(print_of(replace(episode, speakers=named), width))
    assert len(found.segments) == len(episode.segments)
    assert [seconds(turn.start) for turn in found.turns] == [
        seconds(turn.start) for turn in episode.turns
    ]
    assert [squeezed(title_line(part.title)) for part in found.segments] == [
        squeezed(title_line(part.title)) for part in episode.segments
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", HOSTILE)
def test_words_that_look_like_a_part_of_a_print_stay_words(text: str, width: int) -> None:
    turns = (Turn("a", text, 4_000), Turn("t", f"{text}\n\n{text}", 6_000), Turn("a", "So.", 9_000))
    cast = (Speaker("a", "Ada Moor", "driver"), Speaker("t", "Tom Lund", "", "a/b", "c/d"))
    episode = Episode("Night Trains", cast, (Segment("Tickets", 4_000, turns),), number=7)
    assert told(back(print_of(episode, width))) == told(episode)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("start", [None, 5_000])
@pytest.mark.parametrize("name", [*NAMES, "A name that has no place on any line " * 4 + "at all"])
def test_any_name_comes_back(name: str, start: int | None, width: int) -> None:
    turns = (Turn("h", "Good evening.", start), Turn("a", "Quite.", start), Turn("h", "So?", start))
    cast = (Speaker("h", name, "guest"), Speaker("a", "Ada Moor", "driver"))
    episode = Episode("Night Trains", cast, (Segment("Tickets", start, turns),), show="Rails")
    found = told(back(print_of(episode, width)))
    assert (found.speakers, found.turns) == (told(episode).speakers, told(episode).turns)


def test_where_nobody_is_named_nobody_is_named_again() -> None:
    turns = (Turn("speaker", "Good evening."), Turn("speaker", "So it is."))
    episode = Episode("Night Trains", (NOBODY,), (Segment("Tickets", None, turns),))
    assert back(print_of(episode)) == episode


def test_all_that_a_head_tells_comes_back() -> None:
    source = Source("https://rails.example/map", "The Map · of rails", "rails.example")
    episode = Episode(
        "Night Trains",
        (Speaker("a", "Ada Moor"),),
        (
            Segment(
                "Tickets",
                0,
                (Turn("a", "All aboard, I said.", 0, (Source(site="x.example"), source)),),
                (Source(site="x.example"), source),
            ),
        ),
        show="Rails · at night",
        duration=90_000,
        summary="Who pays.\n\nAnd who does not.",
        url="https://rails.example/" + "very-long/" * 20,
        audio="night.mp3",
        language="en",
        note="All invented.\n\nAll of it.",
        quotes=(Quote("All aboard", "a", 0),),
        sources=(source,),
    )
    for width in WIDTHS:
        assert told(back(print_of(episode, width))) == told(episode)


def test_the_signs_are_those_of_the_page() -> None:
    assert GLYPHS == glyphs.GLYPHS
