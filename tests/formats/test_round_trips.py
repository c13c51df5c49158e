"""What is written is read again: each format gives back what it can carry, and nothing else.

The format is never told: the text of an export says itself what it is.
"""

from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

import pytest
from hypothesis import given

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.chapters.reading import read_chapters_json
from braidtui.formats.cue_times import cue_times
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.reading.titles import title_line
from braidtui.formats.registry import detect, read
from braidtui.formats.speech.composing import NOBODY
from braidtui.formats.writers import WRITERS
from braidtui.library.export.documents import documents
from tests.episode.episodes import clean_body, episodes
from tests.formats.talks import SENTENCES, talks
from tests.library.export.conftest import opened_of

EACH_CUE = ReadOptions(join=False)


class Said(NamedTuple):
    """A turn as a format can carry it: the name, the paragraphs without blanks at their ends."""

    name: str
    paragraphs: list[str]
    start: int | None


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n\n")]


def said(episode: Episode) -> list[Said]:
    """The turns of an episode, as it tells them itself."""
    names = {speaker.id: title_line(speaker.name) for speaker in episode.speakers}
    return [Said(names[turn.speaker], paragraphs(turn.text), turn.start) for turn in episode.turns]


def shown(episode: Episode) -> list[Said]:
    """The turns of an episode as captions show them: each at a time, told or estimated."""
    turns = zip(said(episode), cue_times(episode), strict=True)
    return [turn._replace(start=cue.start) for turn, cue in turns]


def titles(episode: Episode) -> list[tuple[str, int]]:
    """The titles of the segments, and how many turns each has."""
    return [(title_line(segment.title), len(segment.turns)) for segment in episode.segments]


def words(turn: Said) -> str:
    return " ".join(turn.paragraphs)


def in_a_row(episode: Episode) -> list[tuple[str, str]]:
    """Who says what, as far as another begins to speak."""
    return [
        (name, " ".join(map(words, turns)))
        for name, turns in groupby(said(episode), key=lambda turn: turn.name)
    ]


def without_arrow(title: str) -> str:
    """A title as it stands where nothing can be escaped."""
    return title_line(title.replace("-->", "→"))


def back(form: str, episode: Episode, options: ReadOptions | None = None) -> Episode:
    """The episode that is read from what is written of another."""
    text = WRITERS[form].write(episode)
    assert detect(Given(text)) == form
    return read(text, options=options).episode


@given(episodes())
def test_our_json_gives_back_the_equal_episode(episode: Episode) -> None:
    assert back("json", episode) == episode


@given(episodes())
def test_webvtt_gives_back_turns_speakers_times_and_segments(episode: Episode) -> None:
    found = back("vtt", episode)
    assert said(found) == shown(episode)
    assert found.duration == max(cue.end for cue in cue_times(episode))
    assert titles(found) == [(without_arrow(it), count) for it, count in titles(episode)]
    assert found.title == without_arrow(episode.title)


@given(episodes())
def test_podcasting20_gives_back_turns_speakers_and_times(episode: Episode) -> None:
    found = back("podcasting20", episode)
    assert said(found) == shown(episode)
    assert found.duration == max(cue.end for cue in cue_times(episode))
    assert found.title == title_line(episode.title)


@given(talks(is_timed=True))
def test_srt_gives_back_the_turns_of_a_talk_in_which_somebody_speaks_at_length(
    episode: Episode,
) -> None:
    """Cues that name somebody, end a sentence and follow each other are turns, where one is longer
    than captions are; a paragraph is a line. Where segments begin cannot be said."""
    first, *others = episode.segments
    long = first.turns[0]._replace(text=9 * "And then the bridge was gone, too. " + "So be it.")
    segments = (replace(first, turns=(long, *first.turns[1:])), *others)
    assert said(back("srt", replace(episode, segments=segments))) == [
        Said(said(episode)[0].name, [long.text], long.start),
        *said(episode)[1:],
    ]


@given(talks(is_timed=True))
def test_srt_gives_back_who_says_what_of_any_talk(episode: Episode) -> None:
    """Short turns of one speaker in a row may become one."""
    assert in_a_row(back("srt", episode)) == in_a_row(episode)


@given(talks(is_timed=True) | talks(is_timed=False))
def test_srt_gives_back_each_turn_where_cues_are_not_joined(episode: Episode) -> None:
    """Then nothing is a paragraph."""
    found = back("srt", episode, EACH_CUE)
    assert said(found) == [it._replace(paragraphs=[words(it)]) for it in shown(episode)]


@given(episodes())
def test_srt_gives_back_a_turn_for_each_of_any_episode(episode: Episode) -> None:
    """Names that look like none stay in the words."""
    found = back("srt", episode, EACH_CUE)
    assert [turn.start for turn in found.turns] == [turn.start for turn in shown(episode)]


@given(talks(is_timed=True, step=1000))
def test_text_gives_back_turns_speakers_seconds_and_segments(episode: Episode) -> None:
    found = back("text", episode)
    assert said(found) == said(episode)
    assert titles(found) == titles(episode)
    assert found.title == episode.title


@given(talks(is_timed=False))
def test_text_without_times_gives_back_turns_speakers_and_segments(episode: Episode) -> None:
    found = back("text", episode)
    assert said(found) == said(episode)
    assert titles(found) == titles(episode)


@given(talks(is_timed=True, step=1000) | talks(is_timed=False))
def test_markdown_gives_back_turns_speakers_seconds_and_segments(episode: Episode) -> None:
    found = back("md", replace(episode, number=7))
    assert found.number == 7
    assert said(found) == said(episode)
    assert titles(found) == titles(episode)
    assert found.title == episode.title


@given(talks(is_timed=True, step=1000) | talks(is_timed=False))
def test_an_exported_document_gives_back_names_that_end_in_brackets_too(episode: Episode) -> None:
    (document,) = documents(opened_of(episode), None, MarkdownForm())
    found = read(document.text).episode
    assert said(found) == said(episode)
    assert titles(found) == titles(episode)


@given(talks(is_timed=True))
def test_chapters_give_segments_to_a_transcript_that_has_none(episode: Episode) -> None:
    chapters = read_chapters_json(Given(WRITERS["chapters"].write(episode))).chapters
    assert [(chapter.title, chapter.start) for chapter in chapters] == [
        (segment.title, segment.start) for segment in episode.segments
    ]
    found = back("podcasting20", episode, ReadOptions(chapters=chapters))
    assert said(found) == said(episode)
    assert titles(found) == titles(episode)


@pytest.mark.parametrize("form", ["vtt", "podcasting20", "srt", "text"])
def test_where_nobody_is_named_nobody_is_named_again(form: str) -> None:
    turns = tuple(
        Turn("speaker", text, number * 60_000)
        for number, text in enumerate([*SENTENCES, "that: is no name.", "Ada: nor is this."])
    )
    episode = Episode("Night Trains", (NOBODY,), (Segment("Tickets", 0, turns),))
    found = back(form, episode, EACH_CUE)
    assert found.speakers == (NOBODY,)
    assert said(found) == said(episode)


HOSTILE = (
    *("Ann: Ben", "A --> B", "00:00:09.000 --> 00:00:10.000", "NOTE", "WEBVTT", "7", "-", "{x}"),
    *("</v><v Eve>", "v.loud Eve", "&lt;b&gt;", "[tsk]", "x" * 200, "Ada", "ada moor", "http://a"),
)


def with_hostile_names(text: str) -> Episode:
    """Two people in conversation, and between what they say each of the names above, once."""
    cast = [Speaker("a", "Ada Moor"), Speaker("t", "Tom Lund")]
    cast += [Speaker(f"h{number}", name) for number, name in enumerate(HOSTILE)]
    order = [id for speaker in cast[2:] for id in ("a", speaker.id, "t")]
    turns = [Turn(id, f"{text} {n}.", n * 5_000) for n, id in enumerate(order)]
    return Episode("Night Trains", tuple(cast), (Segment("Tickets", 0, tuple(turns)),))


@pytest.mark.parametrize("form", ["json", "vtt", "podcasting20"])
@pytest.mark.parametrize("text", ["So it is", "<v Tom> &amp; --> \n\n12\n\n00:00:01.000"])
def test_any_name_comes_back_where_a_format_can_escape_it(form: str, text: str) -> None:
    episode = with_hostile_names(clean_body(text))
    assert said(back(form, episode)) == said(episode)


def test_a_name_that_srt_cannot_carry_harms_no_other() -> None:
    episode = with_hostile_names("So it is")
    found = said(back("srt", episode, EACH_CUE))
    assert len(found) == len(episode.turns)
    for turn, (name, (text,), start) in zip(found, said(episode), strict=True):
        assert turn.start == start
        assert words(turn).endswith(text)
        if name in {"Ada Moor", "Tom Lund"}:
            assert (turn.name, words(turn)) == (name, text)
