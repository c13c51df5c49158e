"""An episode as JSON: all keys, always, and times in seconds."""

import json
from datetime import date

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.formats.json_form import episode_json

CAST = (Speaker("moor", "Ada Moor", role="host"), Speaker("lund", "Tom Lund"))


def test_a_full_episode() -> None:
    source = Source("https://a.example/b", "B", "a.example", date(2026, 1, 31))
    episode = Episode(
        title="Night Trains",
        speakers=CAST,
        segments=(Segment("Tickets", 0, (Turn("moor", "One.\n\nTwo.", 1_500, (source,)),)),),
        show="Rails",
        number=7,
        date=date(2026, 2, 1),
        duration=60_000,
        quotes=(Quote("Two."), Quote("Nobody says this.", "moor", 1_500)),
    )
    told = json.loads(json.dumps(episode_json(episode)))
    assert (told["number"], told["date"], told["duration"]) == (7, "2026-02-01", 60)
    assert told["speakers"]["moor"] == {
        "name": "Ada Moor",
        "role": "host",
        "model": None,
        "voice": None,
        "color": None,
    }
    assert told["quotes"] == [
        {
            "text": "Two.",
            "speaker": "moor",
            "start": 1.5,
            "stated": {"speaker": None, "start": None},
        },
        {
            "text": "Nobody says this.",
            "speaker": None,
            "start": None,
            "stated": {"speaker": "moor", "start": 1.5},
        },
    ]
    assert told["segments"] == [
        {
            "title": "Tickets",
            "start": 0,
            "sources": [],
            "turns": [
                {
                    "speaker": "moor",
                    "start": 1.5,
                    "text": "One.\n\nTwo.",
                    "sources": [
                        {
                            "url": "https://a.example/b",
                            "title": "B",
                            "site": "a.example",
                            "date": "2026-01-31",
                        }
                    ],
                }
            ],
        }
    ]


def test_what_is_absent_is_null_or_empty_and_whole_seconds_are_whole() -> None:
    told = episode_json(Episode("T", CAST, (Segment("S", 7_000),)))
    assert json.dumps({key: told[key] for key in told if key not in {"speakers", "title"}}) == (
        '{"show": null, "number": null, "date": null, "duration": null, "summary": null, '
        '"url": null, "audio": null, "language": null, "note": null, "quotes": [], "sources": [], '
        '"segments": [{"title": "S", "start": 7, "sources": [], "turns": []}]}'
    )
