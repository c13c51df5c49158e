"""The reader of Deepgram's transcripts: channels with paragraphs or words, or utterances."""

from collections.abc import Sequence
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
from braidtui.formats.json_text.placing import EACH, Path, Placed, items_at, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import milliseconds
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import sentences, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Grain, Utterance

_PARAGRAPH = Shape(noun="paragraph")
_UTTERANCE = Shape(text="transcript", noun="utterance")
_WORD = Shape(text="punctuated_word", noun="word", strips=False)


def claims(given: Given) -> bool:
    """Whether a text is an object whose results are channels with alternatives, or utterances."""
    results = _results(given)
    channels, utterances = results.get("channels"), results.get("utterances")
    return any("alternatives" in it for it in first_objects(channels)) or any(
        "transcript" in it for it in first_objects(utterances)
    )


def read_deepgram(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    Paragraphs are read where there are some, else utterances, else words, else the bare text. With
    several channels each has a speaker, and the starts give the order.
    """
    require_json(given)
    remarks = Remarks()
    utterances, grain = _utterances(given, remarks)
    channel = next(first_objects(_results(given).get("channels")), {})
    metadata = _root(given).get("metadata")
    told = {
        "language": text_of(channel, "detected_language"),
        "duration": metadata.get("duration") if isinstance(metadata, dict) else None,
    }
    return imported_from(draft_of(utterances, remarks, told, grain), options)


def _root(given: Given) -> dict[str, Any]:
    """The answer of the service; a client of it has that under `result`."""
    root = root_of(given)
    answer = root.get("result")
    return answer if isinstance(answer, dict) and "results" in answer else root


def _path(given: Given) -> Path:
    return ("results",) if _root(given) is given.json else ("result", "results")


def _results(given: Given) -> dict[str, Any]:
    results = _root(given).get("results")
    return results if isinstance(results, dict) else {}


def _utterances(given: Given, remarks: Remarks) -> tuple[Sequence[Utterance], Grain]:
    if paragraphs := _of_channels(given, "paragraphs", "paragraphs"):
        placed = [Placed(_with_text(value), line) for value, line in paragraphs]
        return ItemReader(_PARAGRAPH, remarks).read(placed), Grain.TURN
    if said := ItemReader(_UTTERANCE, remarks).read(
        placed_items(given, *_path(given), "utterances")
    ):
        return said, Grain.CAPTION
    words = [Placed(_punctuated(value), line) for value, line in _of_channels(given, "words")]
    if spoken := whole_words(ItemReader(_WORD, remarks).read(words)):
        return spoken, Grain.CAPTION
    alternatives = items_at(_results(given), ("channels", EACH, "alternatives"))
    best = next(first_objects(list(alternatives)), {})
    return sentences(text_of(best, "transcript")), Grain.CAPTION


def _of_channels(given: Given, *path: str) -> list[Placed]:
    """The items at a path within the best alternative of each channel, in the order of time where
    there are several channels; what names no speaker is named by its channel."""
    way: Path = ("alternatives", 0, *path)
    placed = placed_items(given, *_path(given), "channels", EACH, *way)
    channels = list(items_at(_results(given), ("channels",)))
    numbers = [number for number, it in enumerate(channels) for _ in items_at(it, way)]
    if len(set(numbers)) < 2:
        return placed
    named = [
        Placed(
            {"speaker": f"Channel {number}", **value} if isinstance(value, dict) else value, line
        )
        for (value, line), number in zip(placed, numbers, strict=True)
    ]
    return sorted(named, key=lambda it: _start(it.value))


def _start(item: object) -> int:
    start = milliseconds(item.get("start")) if isinstance(item, dict) else None
    return 0 if start is None else start


def _with_text(paragraph: object) -> object:
    """A paragraph with the text of its sentences."""
    if not isinstance(paragraph, dict):
        return paragraph
    texts = [text_of(it, "text") for it in objects_in(paragraph.get("sentences"))]
    return {**paragraph, "text": " ".join(text for text in texts if text)}


def _punctuated(word: object) -> object:
    return {"punctuated_word": word.get("word"), **word} if isinstance(word, dict) else word
