"""A JSON transcript: a segment a turn, and nothing that the namespace does not allow."""

import json
from typing import Any

from hypothesis import given

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.formats.cue_times import cue_times
from braidtui.formats.podcasting20.writer import write_podcasting20
from braidtui.formats.speech.composing import NOBODY
from tests.episode.episodes import episodes

CAST = (Speaker("moor", "Ada Moor"), Speaker("lund", 'Tom "T" Lund'))


def episode(*turns: Turn, cast: tuple[Speaker, ...] = CAST) -> Episode:
    return Episode("Night Trains", cast, (Segment("S", 0, turns),), duration=60_000)


def segments_of(episode: Episode) -> list[Any]:
    transcript = json.loads(write_podcasting20(episode))
    assert transcript["version"] == "1.0.0"
    found: list[Any] = transcript["segments"]
    return found


def test_a_segment_is_a_turn_and_its_times_are_seconds() -> None:
    told = episode(Turn("moor", "One.\n\nTwo.", 1_500), Turn("lund", "Aye — so.", 20_000))
    assert write_podcasting20(told) == (
        '{\n  "version": "1.0.0",\n  "generator": "braidtui",\n  "title": "Night Trains",\n'
        '  "segments": [\n    {\n      "speaker": "Ada Moor",\n      "startTime": 1.5,\n'
        '      "endTime": 20,\n      "body": "One.\\n\\nTwo."\n    },\n    {\n'
        '      "speaker": "Tom \\"T\\" Lund",\n      "startTime": 20,\n      "endTime": 60,\n'
        '      "body": "Aye — so."\n    }\n  ]\n}\n'
    )


def test_where_nobody_is_named_no_segment_has_a_speaker() -> None:
    (segment,) = segments_of(episode(Turn("speaker", "One.", 0), cast=(NOBODY,)))
    assert segment == {"startTime": 0, "endTime": 60, "body": "One."}


def test_times_that_nobody_told_are_estimated() -> None:
    told = segments_of(episode(Turn("moor", "a b c"), Turn("lund", "a b c"), Turn("moor", "d", 40)))
    assert [segment["startTime"] for segment in told] == [0, 0.02, 0.04]


@given(episodes())
def test_every_turn_is_a_segment_that_lasts(episode: Episode) -> None:
    told = segments_of(episode)
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    assert [(each["speaker"], each["body"]) for each in told] == [
        (names[turn.speaker], turn.text) for turn in episode.turns
    ]
    times = [(round(each["startTime"] * 1000), round(each["endTime"] * 1000)) for each in told]
    assert times == [(cue.start, cue.end) for cue in cue_times(episode)]
    assert all(set(each) == {"speaker", "startTime", "endTime", "body"} for each in told)
