"""The reader of the JSON of whisper.cpp: `transcription`, with offsets in milliseconds."""

from typing import Any

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of, text_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.times import MILLISECONDS
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.speech.composing import imported_from

_SHAPE = Shape(start="from", end="to", unit=MILLISECONDS)
_TURN_MARK = "[SPEAKER_TURN]"
_NOBODY_KNOWN = "?"


def claims(given: Given) -> bool:
    """Whether a text is an object with a `transcription` of texts."""
    return any("text" in it for it in first_objects(root_of(given).get("transcription")))


def read_whisper_cpp(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    Where only a change of speaker is told (`speaker_turn_next`), `>>` begins the next segment, as
    captions have it.
    """
    require_json(given)
    reader = ItemReader(_SHAPE)
    segments, is_change = [], False
    for value, line in placed_items(given, "transcription"):
        segments.append(Placed(_flat(value, is_change), line))
        is_change = _ends_a_turn(value)
    root = root_of(given)
    told = {"language": _language(root)}
    return imported_from(draft_of(reader.read(segments), reader.remarks, told), options)


def _flat(segment: object, is_change: bool) -> object:
    """A segment with its times beside its text."""
    if not isinstance(segment, dict):
        return segment
    offsets, clocks = segment.get("offsets"), segment.get("timestamps")
    times = offsets if isinstance(offsets, dict) else clocks if isinstance(clocks, dict) else {}
    text = segment.get("text")
    if isinstance(text, str):
        text = f"{'>> ' if is_change else ''}{text.replace(_TURN_MARK, '').strip()}"
    speaker = segment.get("speaker")
    known = None if speaker == _NOBODY_KNOWN else speaker
    return {"from": times.get("from"), "to": times.get("to"), "text": text, "speaker": known}


def _ends_a_turn(segment: object) -> bool:
    if not isinstance(segment, dict):
        return False
    text = segment.get("text")
    is_marked = isinstance(text, str) and text.rstrip().endswith(_TURN_MARK)
    return is_marked or segment.get("speaker_turn_next") is True


def _language(root: dict[str, Any]) -> str:
    result = root.get("result")
    return text_of(result, "language") if isinstance(result, dict) else ""
