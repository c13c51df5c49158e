"""The reader of Azure's speech recognition: phrases, of its fast and of its batch transcription."""

from typing import Any

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of, text_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import MILLISECONDS, SECONDS, milliseconds
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.speech.composing import imported_from

_PHRASE = Shape(unit=MILLISECONDS, noun="phrase")
_TICKS = 10_000  # of its clock in a millisecond
_KEYS = ("phrases", "recognizedPhrases")


def claims(given: Given) -> bool:
    """Whether a text is an object of phrases with an offset."""
    root = root_of(given)
    phrases = [it for key in _KEYS for it in first_objects(root.get(key))]
    return any("offsetMilliseconds" in it or "offsetInTicks" in it for it in phrases)


def read_azure(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    key = next((key for key in _KEYS if isinstance(root.get(key), list)), _KEYS[0])
    items = [Placed(_flat(value), line) for value, line in placed_items(given, key)]
    duration = _time(root, "duration")
    told = {"duration": None if duration is None else duration / SECONDS}
    return imported_from(draft_of(ItemReader(_PHRASE, remarks).read(items), remarks, told), options)


def _flat(phrase: object) -> object:
    """A phrase with its text, who speaks, and its times in milliseconds; one that was not
    recognised has an empty text."""
    if not isinstance(phrase, dict):
        return phrase
    best = next(first_objects(phrase.get("nBest")), {})
    start, lasting = _time(phrase, "offset"), _time(phrase, "duration")
    return {
        "text": text_of(phrase, "text") or text_of(best, "display", "lexical"),
        "start": start,
        "end": None if start is None or lasting is None else start + lasting,
        "speaker": phrase.get("speaker"),
    }


def _time(value: dict[str, Any], name: str) -> int | None:
    found = milliseconds(value.get(f"{name}Milliseconds"), MILLISECONDS)
    ticks = milliseconds(value.get(f"{name}InTicks"), MILLISECONDS)
    return ticks // _TICKS if found is None and ticks is not None else found
