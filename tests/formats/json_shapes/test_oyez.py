"""Arguments before a court, as Oyez has them."""

import copy
import datetime
import json

from braidtui.episode.model import Speaker
from braidtui.formats.imported import Imported
from braidtui.formats.json_shapes.oyez import read_oyez
from tests.formats.given_text import read_by
from tests.formats.json_shapes.shapes import SHAPES

OYEZ = SHAPES["oyez"]


def read(value: object) -> Imported:
    return read_by(read_oyez, json.dumps(value, indent=1), join=False)


def test_a_text_block_is_said_at_its_start_and_who_is_not_named_is_nobody_known() -> None:
    episode = read(OYEZ).episode
    assert [(turn.speaker, turn.start, turn.text) for turn in episode.turns] == [
        ("moor", 0, "We'll hear the case of trains."),
        ("moor", 6_500, "Ms. Okri."),
        ("speaker", 13_600, "Laughter."),
    ]


def test_the_role_is_the_one_held_on_the_day() -> None:
    assert read(OYEZ).episode.speakers[0] == Speaker("moor", "Ada Moor", "Chief")
    earlier = OYEZ | {"title": "Oral Argument - June 05, 1990"}
    assert read(earlier).episode.speakers[0].role == "Associate"
    assert read(OYEZ | {"title": ""}).episode.speakers[0].role == "Chief"


def test_title_day_case_and_audio_are_told() -> None:
    episode = read(OYEZ).episode
    assert episode.title == "Oral Argument - March 04, 2020"
    assert episode.date == datetime.date(2020, 3, 4)
    assert (episode.summary, episode.audio) == ("MOOR v. OKRI", "https://a.example/a.mp3")
    assert episode.duration == 65_500
    assert read(OYEZ | {"title": "On June 31, 2020"}).episode.date is None


def test_only_a_section_with_a_title_is_a_segment() -> None:
    assert len(read(OYEZ).episode.segments) == 1
    value = copy.deepcopy(OYEZ)
    sections = value["transcript"]["sections"]
    sections.append({"title": "Rebuttal", "turns": sections[0]["turns"][1:]})
    titles = [segment.title for segment in read(value).episode.segments]
    assert titles[-1] == "Rebuttal"
    assert len(titles) == 2


def test_a_turn_without_text_blocks_is_told_with_its_line() -> None:
    value = copy.deepcopy(OYEZ)
    value["transcript"]["sections"][0]["turns"].insert(0, {"start": 0, "text_blocks": None})
    imported = read(value)
    assert len(imported.episode.turns) == 3
    assert [(it.line, it.message) for it in imported.notices] == [
        (16, "a turn without text blocks is left out")
    ]
