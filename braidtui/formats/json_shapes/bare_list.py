"""The reader of a list of captions or words without much around it, in seconds or milliseconds; the
events of YouTube (json3) are one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.captions import unstyled
from braidtui.formats.json_text.drafting import (
    draft_of,
    first_objects,
    objects_in,
    root_of,
    text_of,
)
from braidtui.formats.json_text.items import ItemReader, Shape, nobodys_named
from braidtui.formats.json_text.placing import EACH, Path, Placed, items_at, placed_items
from braidtui.formats.json_text.times import MILLISECONDS
from braidtui.formats.json_text.units import unit_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import are_words, whole_words
from braidtui.formats.speech.composing import imported_from

_TEXTS = ("text", "body", "word", "sentence", "transcript", "content")
_SPEAKERS = ("speaker", "speaker_name", "speaker_id", "speakerName", "name")
_ENDLESS = 1e12
_OF_OTHERS = ("chunks", "results", "segments", "transcription", "utterances", "words")
_LISTS = (
    *("captions", "content", "cues", "events", "lines", "sentences", "subtitles"),
    *("result", "segments", "transcript", "transcripts", "utterances"),
)
_AROUND = ("data", "output", "result", "transcript", "transcription")
_DEEPEST = 3


class _Times(NamedTuple):
    """Keys of the times of an object; without a `unit` the numbers must tell it."""

    start: str
    end: str
    unit: int | None = None


_TIMES = (
    _Times("start", "end"),
    _Times("startTime", "endTime"),
    _Times("start_time", "end_time"),
    _Times("startMs", "endMs", MILLISECONDS),
    _Times("start_ms", "end_ms", MILLISECONDS),
    _Times("from", "to"),
    _Times("begin", "end"),
    _Times("offset", "end"),
    _Times("time", "end"),
)


def claims(given: Given) -> bool:
    """Whether a text is a list of objects that have a text, and a start or a speaker; it may stand
    alone in an object."""
    if any(isinstance(root_of(given).get(key), list) for key in _OF_OTHERS):
        return False
    objects = list(first_objects(_items(given)))
    if any("tStartMs" in it for it in objects):
        return True
    if any("start_ms" in it and "start" in it for it in objects):  # Podlove's
        return False
    keys = set().union(*objects)
    has_more = any(it.start in keys for it in _TIMES) or not keys.isdisjoint(_SPEAKERS)
    return not keys.isdisjoint(_TEXTS) and has_more


def read_bare_list(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    Where the objects are words, each is an utterance with its punctuation.
    """
    require_json(given)
    items = _with_ends([*_captions(placed_items(given, *_path(given)))])
    reader = ItemReader(_shape([item.value for item in items]))
    named = nobodys_named(items, reader.shape.speaker) if reader.shape.strips else items
    said = [it._replace(text=unstyled(it.text)) for it in reader.read(named)]
    utterances = said if reader.shape.strips else whole_words(said)
    return imported_from(draft_of(utterances, reader.remarks, root_of(given)), options)


def _path(given: Given) -> Path:
    """Where the list stands; () where that is all of the text. Vosk has a list of such lists."""
    value = given.json
    if any(isinstance(it.get("result"), list) for it in first_objects(value)):
        return (EACH, "result")
    path: tuple[str, ...] = ()
    while isinstance(value, dict) and len(path) < _DEEPEST:
        if key := next((key for key in _LISTS if isinstance(value.get(key), list)), ""):
            return (*path, key)
        key = next((key for key in _AROUND if isinstance(value.get(key), dict)), "")
        path, value = (*path, key), value.get(key)
    return ()


def _items(given: Given) -> list[object]:
    return list(items_at(given.json, _path(given)))


def _shape(items: Sequence[object]) -> Shape:
    """Under which keys the objects have what, by the first of them."""
    keys = set().union(*first_objects(list(items)))
    text = next((key for key in _TEXTS if key in keys), _TEXTS[0])
    speaker = next((key for key in _SPEAKERS if key in keys), _SPEAKERS[0])
    times = next((it for it in _TIMES if it.start in keys), _TIMES[0])
    unit = times.unit or unit_of(items, text, times.start, times.end)
    return Shape(
        text,
        times.start,
        times.end,
        speaker,
        unit,
        noun="caption",
        has_times=times.start in keys,
        strips=not are_words(text_of(it, text) for it in objects_in(list(items))),
    )


def _captions(items: Sequence[Placed]) -> Iterator[Placed]:
    """The objects; an event with words is one with a text. The others place a window, or append a
    line break."""
    for value, line in items:
        if not isinstance(value, dict) or "tStartMs" not in value:
            yield Placed(value, line)
        elif "segs" in value and not value.get("aAppend"):
            start, lasting = value["tStartMs"], value.get("dDurationMs")
            parts = [it.get("utf8") for it in objects_in(value["segs"])]
            text = "".join(part for part in parts if isinstance(part, str))
            yield Placed({"text": text, "startMs": start, "endMs": _sum(start, lasting)}, line)


def _with_ends(items: Sequence[Placed]) -> Sequence[Placed]:
    """The objects; one with a start and a duration, as YouTube's captions are told, has an end."""
    objects = list(first_objects([item.value for item in items]))
    if not any("duration" in it and "end" not in it for it in objects):
        return items
    return [Placed(_ended(value), line) for value, line in items]


def _ended(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {**value, "end": _sum(value.get("start", value.get("offset")), value.get("duration"))}


def _sum(start: object, lasting: object) -> float | None:
    """Where what lasts so long ends; None where one of the two is no number."""
    if isinstance(start, int | float) and isinstance(lasting, int | float):
        return min(start, _ENDLESS) + min(lasting, _ENDLESS)
    return None
