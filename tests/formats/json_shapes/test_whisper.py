"""What the whisper family writes becomes utterances of its segments."""

import json
from typing import Any

import pytest

from braidtui.episode.model import Turn
from braidtui.formats.imported import FormatRefused, Imported
from braidtui.formats.json_shapes.whisper import read_whisper
from tests.formats.given_text import read_by
from tests.formats.json_shapes.shapes import SHAPES


def read(value: Any, **options: object) -> Imported:
    return read_by(read_whisper, json.dumps(value, indent=1), **{"join": False, **options})


def said(value: Any) -> list[tuple[str, int | None, str]]:
    episode = read(value).episode
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(names[turn.speaker], turn.start, turn.text) for turn in episode.turns]


def test_a_segment_is_its_stripped_text_at_its_start() -> None:
    found = said(SHAPES["whisper"])
    assert found == [("Speaker", 0, "The night train."), ("Speaker", 2_400, "It leaves at nine.")]


def test_language_and_duration_are_told_by_the_verbose_json_of_openai() -> None:
    segments = [{"start": 0, "end": 1, "text": "All aboard."}]
    verbose = {"task": "transcribe", "language": "english", "duration": "65.5"}
    episode = read(verbose | {"segments": segments}).episode
    assert (episode.language, episode.duration) == ("english", 65_500)


@pytest.mark.parametrize(
    "times",
    [
        {"start_time": 0.5, "end_time": 2},
        {"start_ms": 500, "end_ms": 2_000},
        {"startMs": 500, "endMs": 2_000},
        {"timestamp": [0.5, 2.0]},
    ],
)
def test_a_program_built_on_whisper_may_name_its_times_otherwise(times: dict[str, Any]) -> None:
    value = {"segments": [times | {"text": " All aboard."}]}
    assert said(value) == [("Speaker", 500, "All aboard.")]
    assert read(value).episode.duration == 2_000
    assert read(value).notices == ()


def test_a_segment_without_words_is_left_out_and_counted() -> None:
    segments = [{"start": time, "text": text} for time, text in enumerate([" ", "All.", "", "Go."])]
    imported = read({"segments": segments})
    assert [turn.text for turn in imported.episode.turns] == ["All.", "Go."]
    assert [it.message for it in imported.notices] == [
        "a segment without words is left out (2 times; here first)"
    ]


def test_the_words_of_a_segment_tell_who_speaks_before_it_does() -> None:
    words = [
        {"word": "All", "start": 1.0, "end": 1.2, "speaker": "SPEAKER_00"},
        {"word": "9"},
        {"word": "aboard.", "start": 1.5, "end": 1.9, "speaker": "SPEAKER_00"},
        {"word": "Where?", "start": 2.0, "end": 2.4, "speaker": "SPEAKER_01"},
    ]
    segment = {"start": 1.0, "end": 2.4, "text": "All 9 aboard. Where?", "words": words}
    assert said({"segments": [segment]}) == [
        ("SPEAKER_00", 1_000, "All 9 aboard."),
        ("SPEAKER_01", 2_000, "Where?"),
    ]
    named = {**segment, "speaker": "SPEAKER_01"}
    assert said({"segments": [named]}) == said({"segments": [segment]})
    alone = {**named, "words": words[:3]}
    assert said({"segments": [alone]}) == [("SPEAKER_00", 1_000, "All 9 aboard. Where?")]


def test_a_segment_that_tells_nobody_is_nobodys_where_all_tell_somebody_or_nobody() -> None:
    segments = [
        {"start": 0, "end": 1, "text": "All aboard.", "speaker": "Ada"},
        {"start": 1, "end": 2, "text": "Whistle.", "speaker": None},
    ]
    assert said({"segments": segments}) == [
        ("Ada", 0, "All aboard."),
        ("Speaker", 1_000, "Whistle."),
    ]
    del segments[1]["speaker"]
    assert {name for name, _, _ in said({"segments": segments})} == {"Ada"}


def test_a_text_alone_is_its_sentences_without_times() -> None:
    assert said({"text": " All aboard. Doors close!"}) == [
        ("Speaker", None, "All aboard."),
        ("Speaker", None, "Doors close!"),
    ]


def test_words_alone_keep_their_times() -> None:
    words = [{"word": " All", "start": 1, "end": 2}, {"word": " aboard", "start": 2, "end": 3}]
    found = said({"word_segments": [*words, {"word": ".", "start": 3}]})
    assert found[0] == ("Speaker", 1_000, "All")
    assert found[-1][2] == "aboard."


def test_chunks_of_transformers_have_their_times_in_a_pair() -> None:
    chunks = [
        {"timestamp": [0.5, 2.0], "text": " All aboard."},
        {"timestamp": [2.0, None], "text": " Go."},
    ]
    assert said({"text": "", "chunks": chunks}) == [
        ("Speaker", 500, "All aboard."),
        ("Speaker", 2_000, "Go."),
    ]


@pytest.mark.parametrize(
    ("segment", "repair"),
    [
        ({"text": "All."}, "a segment without a time"),
        ({"text": "All.", "start": "abc"}, "what is no time is left out"),
        ({"text": "All.", "start": -1}, "what is no time is left out"),
        ({"text": "All.", "start": True}, "what is no time is left out"),
        ({"text": "All.", "start": "1.5"}, "a time is written as text"),
        ({"text": "All.", "start": 1, "end": []}, "what is no time is left out"),
        ({"text": "All.", "start": 1, "speaker": ["x"]}, "a speaker that is no name is left out"),
        ({"text": 5, "start": 1}, "a segment without text is left out"),
        ("All.", "a segment that is no object is left out"),
    ],
)
def test_what_is_odd_is_told_with_its_line_and_refused_where_strict(
    segment: object, repair: str
) -> None:
    whole = {"segments": [{"start": 0.0, "text": "The night train."}, segment]}
    imported = read(whole)
    assert imported.episode.turns[0] == Turn("speaker", "The night train.", 0)
    assert [(it.line, it.message) for it in imported.notices] == [(7, repair)]
    with pytest.raises(FormatRefused, match=repair):
        read(whole, strict=True)


def test_broken_json_is_refused_where_it_breaks() -> None:
    with pytest.raises(FormatRefused) as refusal:
        read_by(read_whisper, '{"segments": [\n{"text": "All." "start": 1}]}')
    problem = refusal.value.problems[0]
    assert (problem.line, problem.column) == (2, 17)
    assert problem.message == "JSON syntax: a comma or a closing bracket is expected here"


def test_words_of_the_verbose_json_of_openai_take_their_punctuation_from_the_text() -> None:
    words = [{"word": "All", "start": 0, "end": 0.4}, {"word": "aboard", "start": 0.4, "end": 0.9}]
    (turn,) = read({"text": "All aboard!", "words": words}, join=True).episode.turns
    assert (turn.start, turn.text) == (0, "All aboard!")


def test_speakers_of_transformers_are_read_before_its_chunks() -> None:
    chunks = [{"timestamp": [0, 2], "text": " All aboard. Where?"}]
    speakers = [
        {"speaker": "SPEAKER_00", "timestamp": [0, 1], "text": " All aboard."},
        {"speaker": "SPEAKER_01", "timestamp": [1, 2], "text": " Where?"},
    ]
    assert said({"speakers": speakers, "chunks": chunks, "text": ""}) == [
        ("SPEAKER_00", 0, "All aboard."),
        ("SPEAKER_01", 1_000, "Where?"),
    ]
