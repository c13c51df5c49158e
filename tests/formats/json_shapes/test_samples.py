"""Real files, where they are at hand: each object with words is a turn, as its host means it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from braidtui.formats.given import ReadOptions
from braidtui.formats.registry import read

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
NAMES = ["bare-list-millis.json", "podcasting20-example.json", "podcasting20-words.json"]


def start_of(item: dict[str, Any]) -> int:
    return round(item["startTime"] * 1_000) if "startTime" in item else item["start"]


@pytest.mark.parametrize("name", [*NAMES, "whisper.json"])
def test_every_object_with_words_is_a_turn(name: str) -> None:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the samples are not beside the repository")
    value = json.loads(path.read_text())
    items = value["segments"] if isinstance(value, dict) else value
    if name == "whisper.json":
        items = [{**item, "startTime": item["start"]} for item in items]
    episode = read(path.read_text(), None, ReadOptions(join=False)).episode
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    found = [(names[turn.speaker], turn.start, turn.text.split()) for turn in episode.turns]
    assert found == [
        (
            item.get("speaker", "Speaker"),
            start_of(item),
            re.sub("</?i>", "", item.get("body", item.get("text", ""))).split(),
        )
        for item in items
    ]
