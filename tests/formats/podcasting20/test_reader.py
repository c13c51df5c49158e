"""The JSON transcripts of the Podcasting 2.0 namespace."""

import json
from typing import Any

import pytest

from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.podcasting20.reader import claims, read_podcasting20
from tests.formats.given_text import claimed_by, read_by

SEGMENTS: list[Any] = [
    {"speaker": "Ada Moor", "startTime": 0.5, "endTime": 2, "body": "The night train."},
    {"startTime": 2.5, "endTime": 4, "body": "It leaves at nine. "},
    {"speaker": "Speaker 1", "startTime": 4.25, "body": "From here?"},
]


def written(*segments: Any, **keys: Any) -> str:
    return json.dumps({"version": "1.0.0", **keys, "segments": segments}, indent=1)


def read(text: str, **options: object) -> Imported:
    return read_by(read_podcasting20, text, **{"join": False, **options})


def said(imported: Imported) -> list[tuple[str, int | None, str]]:
    names = {speaker.id: speaker.name for speaker in imported.episode.speakers}
    return [(names[turn.speaker], turn.start, turn.text) for turn in imported.episode.turns]


def test_a_speaker_told_on_change_alone_is_carried_on() -> None:
    imported = read(written(*SEGMENTS), strict=True)
    assert said(imported) == [
        ("Ada Moor", 500, "The night train."),
        ("Ada Moor", 2_500, "It leaves at nine."),
        ("Speaker 1", 4_250, "From here?"),
    ]
    assert imported.notices == ()


def test_words_under_text_are_read_and_told() -> None:
    imported = read(written({"startTime": 1, "endTime": 2, "text": "All aboard."}))
    assert said(imported) == [("Speaker", 1_000, "All aboard.")]
    assert [it.message for it in imported.notices] == ["the words do not stand under body"]


def test_segments_that_start_together_keep_their_order() -> None:
    parts = [{"startTime": 1, "endTime": 3, "body": body} for body in ("All", "aboard.")]
    assert [turn.text for turn in read(written(*parts)).episode.turns] == ["All", "aboard."]


def test_a_blank_body_is_left_out_and_told_with_its_line() -> None:
    imported = read(written(*SEGMENTS, {"startTime": 9, "body": " "}, {"startTime": 9, "body": ""}))
    assert len(imported.episode.turns) == 3
    message = "a segment without words is left out (2 times; here first)"
    assert [(it.line, it.message) for it in imported.notices] == [(20, message)]


@pytest.mark.parametrize(
    ("changed", "repair"),
    [
        ({"startTime": "4.25"}, "a time is written as text"),
        ({"endTime": "x"}, "what is no time is left out"),
        ({"startTime": None}, "a segment without a time"),
        ({"speaker": 5}, "a speaker is not written as text"),
    ],
)
def test_a_departure_from_the_spec_is_told_and_refused_where_strict(
    changed: dict[str, object], repair: str
) -> None:
    text = written(*SEGMENTS[:2], SEGMENTS[2] | changed)
    imported = read(text)
    assert len(imported.episode.turns) == 3
    assert [(it.line, it.message) for it in imported.notices] == [(15, repair)]
    with pytest.raises(FormatRefused, match=repair) as refusal:
        read(text, strict=True)
    assert refusal.value.problems[0].line == 15


def test_a_time_as_text_is_read_all_the_same() -> None:
    times = ["0.5", "00:00:02.500", "4.25s"]
    segments = [it | {"startTime": time} for it, time in zip(SEGMENTS, times, strict=True)]
    assert [turn.start for turn in read(written(*segments)).episode.turns] == [500, 2_500, 4_250]


@pytest.mark.parametrize("text", ['{"segments": [{"startTime": 1, "body": "All."}]}'])
def test_a_version_is_asked_for_where_strict(text: str) -> None:
    assert read(text).notices[0].message == "there is no version"
    with pytest.raises(FormatRefused, match="there is no version"):
        read(text, strict=True)


def test_what_we_wrote_has_a_turn_in_each_segment() -> None:
    bodies = ["Note: one.\n\nNote: two.", "Note: three.", "So."]
    segments = [{"startTime": at, "body": body} for at, body in enumerate(bodies)]
    text = written(*segments, generator="braidtui", title="Night Trains")
    episode = read(text, join=True).episode
    assert [turn.text for turn in episode.turns] == bodies
    assert episode.title == "Night Trains"


def test_a_list_of_chapters_is_not_claimed() -> None:
    assert claimed_by(claims, written(*SEGMENTS))
    chapters = [{"startTime": 0, "title": "Intro"}]
    assert not claimed_by(claims, json.dumps({"version": "1.2.0", "chapters": chapters}))
