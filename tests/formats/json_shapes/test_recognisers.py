"""What recognisers other than whisper write."""

from typing import Any

import pytest

from tests.formats.json_shapes.saying import Said, read, said
from tests.formats.json_shapes.shapes import SHAPES


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "whisper-cpp",
            [("Speaker", 0, "The night train."), ("Speaker", 2_400, "It leaves at nine.")],
        ),
        (
            "assemblyai",
            [("Speaker A", 250, "The night train."), ("Speaker B", 2_000, "From here?")],
        ),
        (
            "deepgram",
            [
                ("Speaker 0", 200, "The night train. It leaves."),
                ("Speaker 1", 4_000, "From here?"),
            ],
        ),
        ("rev", [("Ada Moor", 500, "Night train."), ("Speaker 1", 2_250, "Where")]),
        ("podlove", [("Ada", 5, "The night train."), ("Speaker 4", 3_000, "Where?")]),
        ("amberscript", [("Ada Moor", 500, "Night train."), ("spk2", 2_000, "Where?")]),
        ("amazon", [("spk_0", 500, "Night!"), ("spk_1", 2_000, "Where?")]),
        ("azure", [("Speaker 1", 500, "The night train."), ("Speaker 2", 3_000, "Where?")]),
        ("speechmatics", [("S1", 500, "Night!"), ("Speaker", 2_000, "Where?")]),
        ("watson", [("Speaker 0", 500, "night train"), ("Speaker 1", 2_000, "where")]),
        (
            "json-list",
            [
                ("Speaker", 1, "The night train leaves at nine."),
                ("Speaker", 5_801, "It is always late in winter."),
            ],
        ),
    ],
)
def test_each_says_who_when_and_what(name: str, found: Said) -> None:
    assert said(name, SHAPES[name]) == found
    assert read(name, SHAPES[name], strict=True).notices == ()


@pytest.mark.parametrize(
    ("name", "language", "duration"),
    [("whisper-cpp", "de", 4_800), ("assemblyai", "en-us", 65_000), ("deepgram", "en", 65_500)],
)
def test_language_and_duration_are_told(name: str, language: str, duration: int) -> None:
    episode = read(name, SHAPES[name]).episode
    assert (episode.language, episode.duration) == (language, duration)


def test_words_of_google_have_times_as_text_and_one_at_zero_has_none() -> None:
    first, second = (
        {"endTime": "0.400s", "word": "night", "speakerTag": 2},
        {"startTime": "1.300s", "endTime": "1.700s", "word": "train", "speakerTag": 1},
    )
    untold = {key: value for key, value in first.items() if key != "speakerTag"}
    results = [{"alternatives": [{"words": words}]} for words in ([untold], [first, second])]
    episode = read("google", {"results": results}).episode
    assert [(turn.start, turn.text) for turn in episode.turns] == [(0, "night"), (1_300, "train")]
    assert [speaker.name for speaker in episode.speakers] == ["Speaker 2", "Speaker 1"]


@pytest.mark.parametrize(
    "word",
    [
        {"startTime": {"seconds": "1", "nanos": 300_000_000}, "speakerTag": 2},
        {"start_time": "1.300s", "speaker_tag": 2},
        {"startOffset": "1.300s", "speakerLabel": "2"},
    ],
)
def test_a_client_of_google_may_write_times_and_speakers_its_own_way(word: Any) -> None:
    results = [{"alternatives": [{"words": [word | {"word": "night"}]}]}]
    assert said("google", {"results": results}) == [("Speaker 2", 1_300, "night")]
    assert said("google", [{"results": results}]) == [("Speaker 2", 1_300, "night")]


def test_channels_of_amazon_are_speakers_in_the_order_of_time() -> None:
    channels = [
        {
            "items": [
                {"start_time": start, "end_time": start, "alternatives": [{"content": word}]},
                {"type": "punctuation", "alternatives": [{"content": "."}]},
            ]
        }
        for word, start in (("late", "1.5"), ("night", "0.5"))
    ]
    results = {"items": channels[0]["items"], "channel_labels": {"channels": channels}}
    found = said("amazon", {"results": results})
    assert found == [("Channel 1", 500, "night."), ("Channel 0", 1_500, "late.")]


def test_amazon_labels_its_items_or_has_a_text_alone() -> None:
    item = {"start_time": "0.5", "speaker_label": "spk_3", "alternatives": [{"content": "Night"}]}
    assert said("amazon", {"results": {"items": [item]}}) == [("spk_3", 500, "Night")]
    bare = {"items": [], "transcripts": [{"transcript": "All aboard. Go."}]}
    assert [text for _, _, text in said("amazon", {"results": bare})] == ["All aboard.", "Go."]


def test_azure_in_a_batch_tells_times_in_ticks_and_its_best_guess_first() -> None:
    phrases = [
        {
            "offsetInTicks": 5_000_000.0,
            "durationInTicks": 15_000_000,
            "nBest": [{"display": "All."}],
        },
        {"offsetInTicks": 30_000_000, "recognitionStatus": "Failure"},
    ]
    imported = read("azure", {"recognizedPhrases": phrases})
    assert [(turn.start, turn.text) for turn in imported.episode.turns] == [(500, "All.")]
    assert imported.episode.duration == 2_000
    assert [it.message for it in imported.notices] == ["a phrase without words is left out"]


def test_without_timestamps_watson_has_the_text_of_a_result() -> None:
    results = [*SHAPES["watson"]["results"], {"alternatives": [{"transcript": "all aboard "}]}]
    assert said("watson", {"results": results})[-1] == ("Speaker", None, "all aboard")


def test_without_words_google_has_the_text_of_each_result() -> None:
    results = [{"alternatives": [{"transcript": text}]} for text in ("All aboard", " and go")]
    assert said("google", {"results": results}) == [
        ("Speaker", None, "All aboard"),
        ("Speaker", None, "and go"),
    ]


def test_speakers_that_whisper_cpp_tells_by_number_are_numbered_and_a_doubt_is_nobody() -> None:
    segments = [
        {"offsets": {"from": 0}, "text": " All.", "speaker": "?"},
        {"offsets": {"from": 900}, "text": " Go.", "speaker": "1"},
        {"timestamps": {"from": "00:00:02,500"}, "text": " Now.", "speaker": "0"},
    ]
    found = said("whisper-cpp", {"transcription": segments})
    assert found == [
        ("Speaker", 0, "All."),
        ("Speaker 1", 900, "Go."),
        ("Speaker 0", 2_500, "Now."),
    ]


def test_a_change_of_speaker_that_whisper_cpp_marks_parts_turns() -> None:
    segments = [
        {"offsets": {"from": 0, "to": 900}, "text": " Where?", "speaker_turn_next": True},
        {"offsets": {"from": 900, "to": 1800}, "text": " Here. [SPEAKER_TURN]"},
        {"offsets": {"from": 1800, "to": 2700}, "text": " Ah."},
    ]
    turns = read("whisper-cpp", {"transcription": segments}, join=True).episode.turns
    assert [turn.start for turn in turns] == [0, 900, 1_800]
    assert not any("SPEAKER_TURN" in turn.text for turn in turns)


def test_assemblyai_without_utterances_has_words_and_without_these_a_text() -> None:
    words = [
        {"text": "Night", "start": 250, "end": 500},
        {"text": "train.", "start": 500, "end": 900},
    ]
    whole = {"status": "completed", "audio_url": "u", "text": "All aboard. Go.", "utterances": None}
    assert said("assemblyai", whole | {"words": words})[0] == ("Speaker", 250, "Night")
    assert [text for _, _, text in said("assemblyai", whole)] == ["All aboard.", "Go."]


def test_chapters_of_assemblyai_are_segments() -> None:
    chapters = [
        {"start": 250, "gist": "Trains", "headline": "The night train is late."},
        {"start": 2_000, "gist": "Places"},
    ]
    episode = read("assemblyai", SHAPES["assemblyai"] | {"chapters": chapters}).episode
    assert [(it.title, it.start) for it in episode.segments] == [("Trains", 250), ("Places", 2_000)]


def test_channels_of_deepgram_are_speakers_in_the_order_of_time() -> None:
    channels = [
        {"alternatives": [{"words": [{"word": word, "start": start, "end": start + 0.4}]}]}
        for word, start in (("late", 1.5), ("night", 0.5))
    ]
    found = said("deepgram", {"results": {"channels": channels}})
    assert found == [("Channel 1", 500, "night"), ("Channel 0", 1_500, "late")]


def test_deepgram_without_paragraphs_has_utterances_or_at_last_a_text() -> None:
    utterances = [{"start": 0.5, "end": 2, "transcript": "All aboard.", "speaker": 1}]
    results: dict[str, Any] = {"utterances": utterances, "channels": []}
    assert said("deepgram", {"results": results}) == [("Speaker 1", 500, "All aboard.")]
    results = {"channels": [{"alternatives": [{"transcript": "All aboard. Go."}]}]}
    assert [text for _, _, text in said("deepgram", {"results": results})] == ["All aboard.", "Go."]


def test_a_client_of_deepgram_has_its_answer_under_result() -> None:
    wrapped = {"result": SHAPES["deepgram"], "error": None}
    assert said("deepgram", wrapped) == said("deepgram", SHAPES["deepgram"])
    assert read("deepgram", wrapped).episode.duration == 65_500


def test_spans_of_the_editor_of_rev_are_elements() -> None:
    spans = [
        {"type": "text", "value": "Night", "ts": 0.5, "endTs": 0.9},
        {"type": "text", "value": "train", "ts": 0.9, "endTs": 1.3},
        {"type": "punct", "value": "."},
    ]
    names = {"speakers": ["Ada Moor", "Ben Okri"]}
    monologues = [{"speaker": 1, "spans": spans}, {"speaker": 7, "spans": spans}]
    found = said("rev", names | {"monologues": monologues})
    assert found == [("Ben Okri", 500, "Night train."), ("Speaker 7", 500, "Night train.")]


def test_words_like_those_of_assemblyai_may_be_in_seconds_with_blanks_of_their_own() -> None:
    words = [
        {"text": "Night", "start": 0.5, "end": 0.9, "type": "word", "speaker_id": "speaker_0"},
        {"text": " ", "start": 0.9, "end": 0.9, "type": "spacing", "speaker_id": "speaker_0"},
        {"text": "train.", "start": 0.9, "end": 1.4, "type": "word", "speaker_id": "speaker_0"},
    ]
    value = {"language_code": "en", "text": "Night train.", "words": words}
    (turn,) = read("assemblyai", value, join=True).episode.turns
    assert (turn.start, turn.text) == (500, "Night train.")
