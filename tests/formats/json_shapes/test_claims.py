"""Every shape of JSON has one reader that claims it."""

import json

import pytest

from braidtui.formats.given import Given
from braidtui.formats.registry import READERS, detect
from tests.formats.json_shapes.shapes import EVENTS, SHAPES, TEXTS


def claimants(value: object) -> list[str]:
    given = Given(json.dumps(value))
    return [name for name, it in READERS.items() if not it.is_general and it.claims(given)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_shape_is_claimed_by_its_own_reader_alone(name: str) -> None:
    assert claimants(SHAPES[name]) == [name]
    assert detect(Given(json.dumps(SHAPES[name], indent=4))) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"version": "1.0.0", "segments": []}, "podcasting20"),
        ({"text": "", "segments": [], "language": "en"}, "whisper"),
        ({"text": " All aboard."}, "whisper"),
        ({"text": "All aboard.", "words": [{"word": "All", "start": 0}]}, "whisper"),
        ({"word_segments": [{"word": "All", "start": 0}]}, "whisper"),
        ({"chunks": [{"timestamp": [0, 2], "text": " All aboard."}], "text": ""}, "whisper"),
        ({"id": "x", "status": "completed", "audio_url": "u", "text": "All."}, "assemblyai"),
        ({"words": [{"text": "All", "start": 1, "end": 2}]}, "assemblyai"),
        ({"results": {"utterances": [{"transcript": "All", "start": 1}]}}, "deepgram"),
        ({"result": SHAPES["deepgram"], "error": None}, "deepgram"),
        ({"response": SHAPES["google"]}, "google"),
        ([SHAPES["google"]], "google"),
        ({"results": {"transcripts": [{"transcript": "All aboard."}]}}, "amazon"),
        ({"recognizedPhrases": [{"offsetInTicks": 5, "nBest": [{"display": "All"}]}]}, "azure"),
        ({"segments": [{"startMs": 1, "endMs": 900, "text": "All aboard."}]}, "whisper"),
        ({"version": "1.0.0", "segments": [{"startTime": 1, "text": "All"}]}, "podcasting20"),
        ({"transcripts": SHAPES["podlove"]}, "podlove"),
        ({"transcript": SHAPES["json-list"]}, "json-list"),
        ({"data": {"transcript": {"sentences": SHAPES["json-list"]}}}, "json-list"),
        ({"result": {"transcription": {"utterances": SHAPES["json-list"]}}}, "json-list"),
        ([{"speaker": "Ada", "text": "All aboard."}], "json-list"),
        ([{"startTime": 1, "endTime": 2, "body": "All"}], "json-list"),
        (SHAPES["oyez"]["transcript"], "oyez"),
        (EVENTS, "json-list"),
        ({"result": [{"word": "all", "start": 0.5, "end": 0.9}], "text": "all"}, "json-list"),
    ],
)
def test_what_a_shape_may_leave_out(value: object, name: str) -> None:
    assert claimants(value) == [name]


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}]},
        {"title": "Night Trains", "year": 1931},
        [{"start": 0, "title": "Intro"}],
        {"segments": {}},
        {"segments": 5, "results": 5, "transcription": 5, "monologues": 5, "transcript": 5},
        ["text"],
        5,
    ],
)
def test_json_of_another_kind_is_claimed_by_nobody(value: object) -> None:
    assert claimants(value) == []


def test_our_own_json_is_claimed_by_its_own_reader() -> None:
    segment = {"title": "Tickets", "turns": [{"speaker": "moor", "text": "All aboard."}]}
    own = {"title": "T", "speakers": {"moor": {"name": "Ada Moor"}}, "segments": [segment]}
    assert claimants(own) == ["json"]
