"""The reader of IBM's Watson: results of words with their times, and labels of who speaks."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, objects_in, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import joined
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Utterance

_WORD = Shape(noun="word", has_times=False)
_RESULT = Shape("transcript", noun="result", has_times=False)
_PARTS = ("text", "start", "end")


def claims(given: Given) -> bool:
    """Whether a text is an object with a list of results whose alternatives have timestamps."""
    results = first_objects(root_of(given).get("results"))
    return any("timestamps" in _best(it) for it in results)


def read_watson(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. A result is parted where the speaker changes."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    speakers = _speakers(root)
    said = [
        utterance
        for value, line in placed_items(given, "results")
        for utterance in _of_result(Placed(_best(value), line), speakers, remarks)
    ]
    return imported_from(draft_of(said, remarks, {}), options)


def _best(result: object) -> dict[str, Any]:
    alternatives = result.get("alternatives") if isinstance(result, dict) else None
    return next(first_objects(alternatives), {})


def _speakers(root: dict[str, Any]) -> dict[float, object]:
    """Who speaks, by the start of each word in seconds."""
    labels = list(objects_in(root.get("speaker_labels")))
    return {
        it["from"]: it.get("speaker") for it in labels if isinstance(it.get("from"), int | float)
    }


def _of_result(
    best: Placed, speakers: Mapping[float, object], remarks: Remarks
) -> Iterator[Utterance]:
    value, line = best
    stamps = value.get("timestamps") if isinstance(value, dict) else None
    parts = [it for it in stamps if isinstance(it, list)] if isinstance(stamps, list) else []
    if not parts:
        yield from ItemReader(_RESULT, remarks).read([best])
        return
    words = ItemReader(_WORD, remarks).read(Placed(_word(it, speakers), line) for it in parts)
    for _, spoken in groupby(words, key=lambda word: word.speaker):
        yield joined(list(spoken))


def _word(parts: list[Any], speakers: Mapping[float, object]) -> dict[str, object]:
    word = dict(zip(_PARTS, parts, strict=False))
    start = word.get("start")
    return {**word, "speaker": speakers.get(start) if isinstance(start, int | float) else None}
