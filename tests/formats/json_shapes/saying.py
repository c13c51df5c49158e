"""What the readers of JSON make of a value."""

import json
from typing import Any

from braidtui.formats.imported import Imported
from braidtui.formats.registry import READERS
from tests.formats.given_text import read_by

Said = list[tuple[str, int | None, str]]


def read(name: str, value: Any, **options: object) -> Imported:
    text = json.dumps(value, indent=1)
    return read_by(READERS[name].read, text, **{"join": False, **options})


def said(name: str, value: Any) -> Said:
    episode = read(name, value).episode
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(names[turn.speaker], turn.start, turn.text) for turn in episode.turns]
