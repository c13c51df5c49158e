"""A text of each shape of JSON, as its author writes it; the words are ours."""

import json
from typing import Any

from tests.formats.json_shapes.service_shapes import SERVICES

SHAPES: dict[str, Any] = {
    **SERVICES,
    "podcasting20": {
        "version": "1.0.0",
        "segments": [
            {"speaker": "Ada Moor", "startTime": 0.5, "endTime": 2, "body": "The night train."},
            {"startTime": 2.5, "endTime": 4, "body": "It leaves at nine."},
            {"speaker": "Ben Okri", "startTime": 4.25, "body": "From here?"},
        ],
    },
    "whisper": {
        "text": " The night train. It leaves at nine.",
        "language": "en",
        "segments": [
            {"id": 0, "start": 0.0, "end": 2.4, "text": " The night train.", "tokens": [50364]},
            {
                "id": 1,
                "start": 2.4,
                "end": 4.8,
                "text": " It leaves at nine.",
                "words": [{"word": " It", "start": 2.4, "end": 2.8, "probability": 0.9}],
            },
        ],
    },
    "whisper-cpp": {
        "model": {"type": "base"},
        "result": {"language": "de"},
        "transcription": [
            {
                "timestamps": {"from": "00:00:00,000", "to": "00:00:02,400"},
                "offsets": {"from": 0, "to": 2400},
                "text": " The night train.",
            },
            {"offsets": {"from": 2400, "to": 4800}, "text": " It leaves at nine."},
        ],
    },
    "assemblyai": {
        "id": "x1",
        "status": "completed",
        "language_code": "en_us",
        "audio_duration": 65,
        "text": "The night train. From here?",
        "words": [{"text": "The", "start": 250, "end": 400, "speaker": "A"}],
        "utterances": [
            {"speaker": "A", "start": 250, "end": 1650, "text": "The night train."},
            {"speaker": "B", "start": 2000, "end": 2900, "text": "From here?"},
        ],
    },
    "deepgram": {
        "metadata": {"duration": 65.5, "channels": 1},
        "results": {
            "channels": [
                {
                    "detected_language": "en",
                    "alternatives": [
                        {
                            "transcript": "The night train. It leaves. From here?",
                            "words": [{"word": "the", "start": 0.2, "punctuated_word": "The"}],
                            "paragraphs": {
                                "paragraphs": [
                                    {
                                        "speaker": 0,
                                        "start": 0.2,
                                        "end": 3.5,
                                        "sentences": [
                                            {"text": "The night train.", "start": 0.2},
                                            {"text": "It leaves.", "start": 2.0},
                                        ],
                                    },
                                    {
                                        "speaker": 1,
                                        "start": 4.0,
                                        "sentences": [{"text": "From here?", "start": 4.0}],
                                    },
                                ]
                            },
                        }
                    ],
                }
            ]
        },
    },
    "rev": {
        "speakers": [{"id": 0, "name": "Ada Moor"}],
        "monologues": [
            {
                "speaker": 0,
                "elements": [
                    {"type": "text", "value": "Night", "ts": 0.5, "end_ts": 0.9},
                    {"type": "punct", "value": " "},
                    {"type": "text", "value": "train", "ts": 0.9, "end_ts": 1.3},
                    {"type": "punct", "value": "."},
                ],
            },
            {"speaker": 1, "elements": [{"type": "text", "value": "Where", "ts": 2.25}]},
        ],
    },
    "podlove": [
        {
            "start": "00:00:00.005",
            "start_ms": 5,
            "end": "00:00:02.500",
            "end_ms": 2500,
            "speaker": "3",
            "voice": "Ada",
            "text": "The night train.",
        },
        {"start": "00:00:03.000", "start_ms": 3000, "speaker": "4", "voice": "", "text": "Where?"},
    ],
    "oyez": {
        "title": "Oral Argument - March 04, 2020",
        "media_file": [{"mime": "audio/mpeg", "href": "https://a.example/a.mp3"}],
        "transcript": {
            "title": "MOOR v. OKRI",
            "duration": 65.5,
            "sections": [
                {
                    "start": 0,
                    "turns": [
                        {
                            "start": 0,
                            "stop": 13.6,
                            "speaker": {
                                "name": "Ada Moor",
                                "roles": [
                                    {
                                        "role_title": "Associate",
                                        "date_start": 0,
                                        "date_end": 1_000_000_000,
                                    },
                                    {
                                        "role_title": "Chief",
                                        "date_start": 1_000_000_001,
                                        "date_end": 0,
                                    },
                                ],
                            },
                            "text_blocks": [
                                {"start": 0, "stop": 6.5, "text": "We'll hear the case of trains."},
                                {"start": 6.5, "stop": 13.6, "text": "Ms. Okri."},
                            ],
                        },
                        {
                            "start": 13.6,
                            "stop": 20,
                            "speaker": None,
                            "text_blocks": [{"start": 13.6, "stop": 20, "text": "Laughter."}],
                        },
                    ],
                }
            ],
        },
    },
    "google": {
        "results": [
            {
                "alternatives": [
                    {
                        "transcript": "night train",
                        "words": [
                            {"startTime": "1.300s", "endTime": "1.700s", "word": "night"},
                            {"startTime": "1.700s", "endTime": "2s", "word": "train"},
                        ],
                    }
                ]
            }
        ]
    },
    "amberscript": {
        "speakers": [{"spkid": "spk1", "name": "Ada Moor"}],
        "segments": [
            {
                "speaker": "spk1",
                "words": [
                    {"text": "Night", "start": 0.5, "end": 0.9},
                    {"text": "train.", "start": 0.9, "end": 1.3},
                ],
            },
            {"speaker": "spk2", "words": [{"text": "Where?", "start": 2, "end": 2.5}]},
        ],
    },
    "json-list": [
        {"start": 1, "end": 5000, "text": "The night train leaves at nine."},
        {"start": 5801, "end": 8700, "text": "It is always late\nin winter."},
    ],
}
EVENTS = {"wireMagic": "pb3", "events": [{"tStartMs": 500, "segs": [{"utf8": "All aboard."}]}]}
TEXTS = {name: json.dumps(value) for name, value in SHAPES.items()}
