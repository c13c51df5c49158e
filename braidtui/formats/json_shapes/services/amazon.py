"""The reader of Amazon Transcribe: items with times as text, and labels of who speaks."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from typing import Any

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import (
    draft_of,
    first_objects,
    objects_in,
    root_of,
    text_of,
)
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import EACH, Placed, items_at, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import MILLISECONDS, milliseconds
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import sentences, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Utterance

_WORD = Shape("content", unit=MILLISECONDS, noun="word", has_times=False, strips=False)
_CHANNELS = ("results", "channel_labels", "channels")


def claims(given: Given) -> bool:
    """Whether a text is an object whose results have items, or transcripts, of Amazon's shape."""
    results = _results(given)
    items, transcripts = results.get("items"), results.get("transcripts")
    return any("alternatives" in it for it in first_objects(items)) or any(
        "transcript" in it for it in first_objects(transcripts)
    )


def read_amazon(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. Each channel has a speaker, where there are
    several; without words the bare text is read."""
    require_json(given)
    remarks = Remarks()
    said = list(merge(*_spoken(given, remarks), key=_start)) or _text(given)
    told = {"language": text_of(_results(given), "language_code")}
    return imported_from(draft_of(said, remarks, told), options)


def _results(given: Given) -> dict[str, Any]:
    results = root_of(given).get("results")
    return results if isinstance(results, dict) else {}


def _spoken(given: Given, remarks: Remarks) -> Iterator[Sequence[Utterance]]:
    """The words of each channel, or of all together."""
    channels = list(items_at(given.json, _CHANNELS))
    counts = [len(list(items_at(it, ("items",)))) for it in channels]
    reader = ItemReader(_WORD, remarks)
    if sum(map(bool, counts)) < 2:
        labels = _labels(_results(given))
        items = placed_items(given, "results", "items")
        yield whole_words(reader.read(Placed(_word(it.value, labels), it.line) for it in items))
        return
    numbers = (number for number, count in enumerate(counts) for _ in range(count))
    placed = placed_items(given, *_CHANNELS, EACH, "items")
    for number, channel in groupby(zip(numbers, placed, strict=True), key=lambda it: it[0]):
        words = reader.read(Placed(_word(it.value, {}), it.line) for _, it in channel)
        yield [word._replace(speaker=f"Channel {number}") for word in whole_words(words)]


def _word(item: object, labels: Mapping[str, str]) -> object:
    """An item with what it says beside its times; punctuation has none."""
    if not isinstance(item, dict):
        return item
    start = item.get("start_time")
    speaker = item.get("speaker_label")
    return {
        "content": next(first_objects(item.get("alternatives")), {}).get("content"),
        "start": milliseconds(start),
        "end": milliseconds(item.get("end_time")),
        "speaker": speaker or (labels.get(start) if isinstance(start, str) else None),
    }


def _labels(results: dict[str, Any]) -> dict[str, str]:
    """Who speaks at each start, as far as a list apart from the items tells it."""
    parts = items_at(results, ("speaker_labels", "segments", EACH, "items"))
    return {text_of(it, "start_time"): text_of(it, "speaker_label") for it in objects_in([*parts])}


def _start(word: Utterance) -> int:
    return word.start or 0


def _text(given: Given) -> list[Utterance]:
    transcript = next(first_objects(_results(given).get("transcripts")), {})
    return sentences(text_of(transcript, "transcript"))
