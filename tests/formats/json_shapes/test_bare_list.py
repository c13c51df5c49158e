"""A list of captions or words without much around it."""

from typing import Any

import pytest

from braidtui.formats.imported import FormatRefused
from tests.formats.json_shapes.saying import read, said
from tests.formats.json_shapes.shapes import SHAPES


@pytest.mark.parametrize(
    "items",
    [
        [{"text": "The night train.", "start": 0.5, "duration": 1.5}],
        [{"text": "The night train.", "startMs": 500, "endMs": 2_000}],
        [{"body": "The night train.", "startTime": 0.5, "endTime": 2}],
        [{"sentence": "The night train.", "start_time": "0.5", "end_time": "2"}],
        [{"text": "The night train.", "begin": 500, "end": 2_000}],
        [{"text": "The night train.", "offset": 500, "duration": 1_500}],
        [{"text": "The night train.", "time": "00:00.5", "end": "00:02"}],
    ],
)
def test_a_list_may_name_its_times_otherwise(items: list[Any]) -> None:
    assert said("json-list", items) == [("Speaker", 500, "The night train.")]
    assert read("json-list", items).episode.duration == 2_000


def test_a_caption_that_tells_nobody_is_nobodys_where_all_tell_somebody_or_nobody() -> None:
    items = [
        {"time": "00:05", "text": "All aboard.", "speaker": "Ada"},
        {"time": "01:05", "text": "A whistle.", "speaker": ""},
    ]
    assert said("json-list", items) == [
        ("Ada", 5_000, "All aboard."),
        ("Speaker", 65_000, "A whistle."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<i>All aboard</i>", "All aboard"),
        ('{\\an8}<font color="red">All</font> aboard', "All aboard"),
        ("Ada &amp; Ben", "Ada & Ben"),
        ("it&amp;#39;s late", "it's late"),
        ("<sighs> a < b", "<sighs> a < b"),
    ],
)
def test_captions_in_a_list_lose_their_styling(text: str, found: str) -> None:
    items = [{"text": text, "start": 1, "end": 5_000}]
    assert said("json-list", items) == [("Speaker", 1, found)]


def test_words_in_a_list_are_words_with_their_punctuation() -> None:
    texts = ["All", "aboard", ",", "please", "."]
    items = [
        {"text": text, "start": at * 300, "end": at * 300 + 250, "speaker": "A"}
        for at, text in enumerate(texts)
    ]
    (turn,) = read("json-list", items, join=True).episode.turns
    assert (turn.start, turn.text) == (0, "All aboard, please.")


def test_a_list_of_results_with_words_is_one_list() -> None:
    words = [
        [{"word": word, "start": at, "end": at + 0.4}] for at, word in enumerate(["all", "go"])
    ]
    value = [{"result": words[0], "text": "all"}, {"text": ""}, {"result": words[1], "text": "go"}]
    assert said("json-list", value) == [("Speaker", 0, "all"), ("Speaker", 1_000, "go")]


def test_an_odd_object_is_told_and_refused_where_strict() -> None:
    items = [*SHAPES["json-list"], {"start": 9_000, "text": 5}, 7]
    assert [(it.line, it.message) for it in read("json-list", items).notices] == [
        (12, "a caption without text is left out"),
        (16, "a caption that is no object is left out"),
    ]
    with pytest.raises(FormatRefused, match="without text"):
        read("json-list", items, strict=True)


def test_events_of_youtube_are_captions() -> None:
    events = [
        {"tStartMs": 0, "dDurationMs": 9_000, "id": 1, "wpWinPosId": 1},
        {
            "tStartMs": 500,
            "dDurationMs": 1_500,
            "segs": [{"utf8": "All"}, {"utf8": " "}, {"utf8": "aboard."}],
        },
        {"tStartMs": 1_990, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 2_000, "dDurationMs": 500, "segs": [{"utf8": "Go."}]},
    ]
    value = {"wireMagic": "pb3", "events": events}
    assert said("json-list", value) == [("Speaker", 500, "All aboard."), ("Speaker", 2_000, "Go.")]
    imported = read("json-list", value)
    assert (imported.episode.duration, imported.notices) == (2_500, ())
