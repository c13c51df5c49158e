"""A text of each service whose JSON tells its words one by one, or its phrases; ours the words."""

from typing import Any

SERVICES: dict[str, Any] = {
    "amazon": {
        "jobName": "x1",
        "status": "COMPLETED",
        "results": {
            "transcripts": [{"transcript": "Night train. Where?"}],
            "speaker_labels": {
                "segments": [
                    {"items": [{"start_time": "0.5", "speaker_label": "spk_0"}]},
                    {"items": [{"start_time": "2.0", "speaker_label": "spk_1"}]},
                ]
            },
            "items": [
                {
                    "type": "pronunciation",
                    "start_time": "0.5",
                    "end_time": "0.9",
                    "alternatives": [{"confidence": "0.9", "content": "Night"}],
                },
                {"type": "punctuation", "alternatives": [{"content": "!"}]},
                {
                    "type": "pronunciation",
                    "start_time": "2.0",
                    "end_time": "2.5",
                    "alternatives": [{"content": "Where?"}],
                },
            ],
        },
    },
    "azure": {
        "durationMilliseconds": 65_500,
        "combinedPhrases": [{"text": "The night train. Where?"}],
        "phrases": [
            {
                "speaker": 1,
                "offsetMilliseconds": 500,
                "durationMilliseconds": 1_500,
                "text": "The night train.",
            },
            {"speaker": 2, "offsetMilliseconds": 3_000, "text": "Where?"},
        ],
    },
    "speechmatics": {
        "format": "2.9",
        "job": {"duration": 65.5},
        "results": [
            {
                "type": "word",
                "start_time": 0.5,
                "end_time": 0.9,
                "alternatives": [{"content": "Night", "speaker": "S1"}],
            },
            {
                "type": "punctuation",
                "start_time": 0.9,
                "end_time": 0.9,
                "attaches_to": "previous",
                "alternatives": [{"content": "!", "speaker": "S1"}],
            },
            {
                "type": "word",
                "start_time": 2.0,
                "end_time": 2.5,
                "alternatives": [{"content": "Where?", "speaker": "UU"}],
            },
        ],
    },
    "watson": {
        "result_index": 0,
        "results": [
            {
                "final": True,
                "alternatives": [
                    {
                        "transcript": "night train where ",
                        "timestamps": [
                            ["night", 0.5, 0.9],
                            ["train", 0.9, 1.3],
                            ["where", 2.0, 2.5],
                        ],
                    }
                ],
            }
        ],
        "speaker_labels": [
            {"from": 0.5, "to": 0.9, "speaker": 0},
            {"from": 0.9, "to": 1.3, "speaker": 0},
            {"from": 2.0, "to": 2.5, "speaker": 1},
        ],
    },
}
