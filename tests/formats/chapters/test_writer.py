"""JSON chapters: a chapter a segment, in the order of time."""

import json
from typing import Any

from hypothesis import given

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.web_address import refusal
from braidtui.formats.chapters.writer import write_chapters
from tests.episode.episodes import episodes

CAST = (Speaker("moor", "Ada Moor"),)


def chapters_of(*segments: Segment, duration: int | None = None) -> list[Any]:
    found = json.loads(write_chapters(Episode("T", CAST, segments, duration=duration)))
    chapters: list[Any] = found["chapters"]
    return chapters


def test_a_chapter_is_a_segment() -> None:
    turns = (Turn("moor", "One.", 500, (Source("https://turn.example/"),)),)
    sources = (
        Source(site="a.example"),
        Source("javascript:1"),
        Source("https://b.example/1"),
        Source("https://c.example/"),
    )
    segments = (Segment("Tickets", 500, turns, sources), Segment("Platform “2”", 60_000))
    audio = "https://cdn.example/rails/7.mp3?id=1/2"
    told = Episode("Night Trains", CAST, segments, show="Rails", summary="Off.", audio=audio)
    assert json.loads(write_chapters(told)) == {
        "version": "1.2.0",
        "title": "Night Trains",
        "podcastName": "Rails",
        "description": "Off.",
        "fileName": "7.mp3",
        "chapters": [
            {"startTime": 0.5, "title": "Tickets", "url": "https://b.example/1"},
            {"startTime": 60, "title": "Platform “2”"},
        ],
    }
    assert '"Platform “2”"' in write_chapters(told)


def test_what_is_absent_is_left_out() -> None:
    told = json.loads(write_chapters(Episode("T", CAST, (Segment("S", 0),))))
    assert list(told) == ["version", "title", "chapters"]


def test_a_segment_without_a_start_has_that_of_its_first_turn() -> None:
    words = "a b c d e"
    told = chapters_of(
        Segment("Told", None, (Turn("moor", words, 10_000), Turn("moor", words, 20_000))),
        Segment("Estimated", None, (Turn("moor", words), Turn("moor", words, 40_000))),
        Segment("Empty", None),
        Segment("Later", 50_000, (Turn("moor", words),)),
        Segment("Last", None),
        duration=70_000,
    )
    assert [(each["title"], each["startTime"]) for each in told] == [
        ("Told", 10),
        ("Estimated", 30),
        ("Empty", 50),
        ("Later", 50),
        ("Last", 70),
    ]


def test_no_chapter_starts_before_the_one_above_it() -> None:
    late = (Turn("moor", "One."), Turn("moor", "Two."))
    told = chapters_of(Segment("A", 9_000, late), Segment("B", 8_000, late), Segment("C", 1_000))
    assert [each["startTime"] for each in told] == sorted(each["startTime"] for each in told)


@given(episodes())
def test_the_title_and_the_start_of_every_segment_are_told(episode: Episode) -> None:
    told = json.loads(write_chapters(episode))["chapters"]
    assert [(each["title"], round(each["startTime"] * 1000)) for each in told] == [
        (segment.title, segment.start) for segment in episode.segments
    ]
    assert not any(refusal(each["url"]) for each in told if "url" in each)
