"""Chapters told apart from a transcript: as JSON, and as lines of a description."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.formats.chapters.parting import applied
from braidtui.formats.chapters.reading import is_chapters, read_chapters_json, title_lines
from braidtui.formats.given import Chapter, Given
from braidtui.formats.imported import FormatRefused


def chapters_of(*entries: object) -> list[tuple[int, str]]:
    """Start and title of the chapters of a list."""
    text = json.dumps({"version": "1.2.0", "chapters": entries})
    return [chapter[:2] for chapter in read_chapters_json(Given(text)).chapters]


@pytest.mark.parametrize(
    ("start", "milliseconds"),
    [(7, 7_000), (7.25, 7_250), ("7.25", 7_250), ("00:01:07.250", 67_250), ("1:07", 67_000)],
)
def test_a_start_is_seconds_or_a_clock(start: object, milliseconds: int) -> None:
    assert chapters_of({"startTime": start, "title": "A"}) == [(milliseconds, "A")]
    assert chapters_of({"start": start, "title": "A"}) == [(milliseconds, "A")]


@pytest.mark.parametrize("start", [None, True, -1, 1e300, "soon", [], "9" * 5_000])
def test_what_is_no_time_is_left_out_and_told(start: object) -> None:
    text = json.dumps(
        {"chapters": [{"startTime": start, "title": "A"}, {"startTime": 1, "title": "B"}]}
    )
    chapters, notices = read_chapters_json(Given(text))
    assert [chapter.title for chapter in chapters] == ["B"]
    assert [notice.message for notice in notices] == ["a chapter without a time is left out"]


def test_chapters_are_put_in_the_order_of_time() -> None:
    entries = {"startTime": 9, "title": "B"}, {"startTime": 1, "title": " A\n1 "}
    assert chapters_of(*entries) == [(1_000, "A 1"), (9_000, "B")]


def test_a_hidden_chapter_is_none_and_an_untitled_one_has_its_link() -> None:
    text = json.dumps(
        {
            "chapters": [
                {"startTime": 0, "toc": False},
                {"startTime": 1, "url": "https://a.example/"},
                {"startTime": 2, "url": "javascript:a()"},
            ]
        }
    )
    chapters, notices = read_chapters_json(Given(text))
    assert chapters == (Chapter(1_000, "Chapter 2", (Source(url="https://a.example/"),)),)
    assert [notice.message for notice in notices] == ["a chapter without a title is left out"]


@pytest.mark.parametrize(
    ("text", "are_chapters"),
    [
        ('{"chapters": [{"startTime": 0, "title": "A"}]}', True),
        ('[{"start": "00:00:00.000", "title": "A", "href": ""}]', True),
        ('[{"start": 0, "end": 1, "text": "A"}]', False),
        ('{"chapters": [], "segments": []}', False),
        ('{"chapters": [{"startTime": 0, "title": "A"}], "segments": []}', False),
        ('{"chapters": 7}', False),
        ("0:00 A", False),
    ],
)
def test_a_list_of_chapters_is_told_from_a_transcript(text: str, are_chapters: bool) -> None:
    assert is_chapters(Given(text)) is are_chapters


@pytest.mark.parametrize(
    "line",
    [
        "12:34 A b",
        "(00:12:34) A b",
        "[12:34] - A b",
        "• 12:34 A b",
        "2. 12:34 – A b",
        "12:34: A b",
        "A b - 12:34",
        "- A b (12:34)",
        "12:34-13:00 A b",
        " 12:34\u00a0A b ",
    ],
)
def test_a_line_of_a_time_and_a_title_is_a_chapter(line: str) -> None:
    assert title_lines(Given(f"0:00 Start\nOther words: none\n{line}\n")) == (
        Chapter(0, "Start"),
        Chapter(754_000, "A b"),
    )


def test_a_few_times_in_a_text_are_no_list() -> None:
    assert title_lines(Given("We met\n10:30 on the pier\n11:00 at sea")) == ()
    assert len(title_lines(Given("1:00 A\n2:00 B\n1:30 back\n3:00 C"))) == 3
    assert title_lines(Given("0:00 A\n0:99 B\n")) == ()


def test_chapters_become_the_segments_of_an_episode_that_has_none() -> None:
    turns = tuple(Turn("zoe", text, start) for text, start in [("a", 0), ("b", None), ("c", 5_000)])
    episode = Episode("T", (Speaker("zoe", "Zoe"),), (Segment("T", 0, turns),))
    parted = applied(episode, [Chapter(0, "A"), Chapter(4_000, "B")])
    assert [(it.title, it.start, it.turns) for it in parted.segments] == [
        ("A", 0, turns[:2]),
        ("B", 4_000, turns[2:]),
    ]
    assert applied(parted, [Chapter(0, "C")]) is parted


@given(st.text() | st.lists(st.sampled_from(["0:01", " A ", "\n", "-", "99:", "["])).map("".join))
def test_any_text_has_chapters_or_none(text: str) -> None:
    starts = [chapter.start for chapter in title_lines(Given(text))]
    assert starts == sorted(set(starts))
    try:
        read_chapters_json(Given(text))
    except FormatRefused as refusal:
        assert "no list of chapters" in str(refusal)
