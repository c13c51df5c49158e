"""The reader of what the whisper family writes: openai-whisper, faster-whisper, WhisperX, the
verbose_json of OpenAI, and the `chunks` of transformers."""

from collections.abc import Iterator, Sequence
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
from braidtui.formats.json_text.items import ItemReader, Shape, nobodys_named
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import MILLISECONDS, SECONDS, milliseconds
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import joined, punctuated, sentences, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Utterance

_SEGMENT = Shape()
_WORD = Shape(text="word", noun="word", has_times=False, strips=False)
_TIMES = (
    ("start_time", "end_time", SECONDS),
    ("start_ms", "end_ms", MILLISECONDS),
    ("startMs", "endMs", MILLISECONDS),
)
_OTHERS_TEXT = frozenset(("body", "startTime", "terms"))
_BESIDE_TEXT = frozenset(
    ("duration", "language", "language_probability", "logprobs", "model", "task", "text")
) | {"usage", "word_segments", "words", "x_groq"}


def claims(given: Given) -> bool:
    """Whether a text is an object of segments (or chunks) with texts, or of a text and little
    else."""
    root = root_of(given)
    if "segments" in root or "chunks" in root:
        return _has_segments(root)
    if isinstance(root.get("words"), list) and not _has_words(root, "words"):
        return False
    is_text = isinstance(root.get("text"), str)
    return (is_text or _has_words(root, "word_segments")) and root.keys() <= _BESIDE_TEXT


def read_whisper(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    The words of a segment are looked at only where they tell another speaker than it does.
    """
    require_json(given)
    root, remarks = root_of(given), Remarks()
    reader = ItemReader(_SEGMENT, remarks)
    segments = [Placed(_timed(it.value), it.line) for it in placed_items(given, _key(root))]
    is_diarised = '"speaker"' in given.text
    utterances = (
        list(_by_speaker(nobodys_named(segments), reader)) if is_diarised else reader.read(segments)
    )
    said = utterances if segments else _without_segments(given, root, remarks)
    return imported_from(draft_of(said, remarks, root), options)


def _key(root: dict[str, Any]) -> str:
    """Under which key the segments are; with transformers, best those that tell speakers."""
    if "segments" in root:
        return "segments"
    has_speakers = any("timestamp" in it for it in first_objects(root.get("speakers")))
    return "speakers" if has_speakers else "chunks"


def _has_segments(root: dict[str, Any]) -> bool:
    segments = root.get(_key(root))
    objects = list(first_objects(segments))
    if not objects:
        return segments == [] and "text" in root
    return any("text" in it for it in objects) and not any(
        _OTHERS_TEXT & it.keys() for it in objects
    )


def _has_words(root: dict[str, Any], key: str) -> bool:
    return any("word" in it for it in first_objects(root.get(key)))


def _timed(segment: object) -> object:
    """A segment with its times under `start` and `end`: a chunk of transformers has both in a
    `timestamp`, programs built on whisper name them otherwise."""
    if not isinstance(segment, dict) or "start" in segment:
        return segment
    stamps = segment.get("timestamp")
    if isinstance(stamps, list):
        return {**segment, **dict(zip(("start", "end"), stamps, strict=False))}
    start, end, unit = next((it for it in _TIMES if it[0] in segment), ("", "", SECONDS))
    times = {"start": milliseconds(segment.get(start), unit)}
    times["end"] = milliseconds(segment.get(end), unit)
    told = {key: time / SECONDS for key, time in times.items() if time is not None}
    return {**segment, **told}


def _by_speaker(segments: Sequence[Placed], reader: ItemReader) -> Iterator[Utterance]:
    """The segments; one whose words tell other speakers is parted where these change."""
    for value, line in segments:
        utterance = reader.utterance(value, line)
        if utterance is None:
            continue
        words = _words_of_others(value)
        yield from _parted(utterance, words, reader.remarks) if words else (utterance,)


def _words_of_others(segment: object) -> list[object]:
    """The words of a segment where one of them tells another speaker than it does; else none."""
    words = segment.get("words") if isinstance(segment, dict) else None
    if not isinstance(segment, dict) or not isinstance(words, list):
        return []
    told = (None, "", segment.get("speaker"))
    return words if any(word.get("speaker") not in told for word in objects_in(words)) else []


def _parted(segment: Utterance, words: list[object], remarks: Remarks) -> Sequence[Utterance]:
    placed = [Placed(word, segment.line) for word in words]
    spoken = _carried_on(whole_words(ItemReader(_WORD, remarks).read(placed)))
    if not any(word.speaker for word in spoken):
        return (segment,)
    parts = [list(part) for _, part in groupby(spoken, key=lambda word: word.speaker)]
    if len(parts) == 1:
        return (segment._replace(speaker=spoken[0].speaker),)
    return [joined(part) for part in parts]


def _carried_on(words: Sequence[Utterance]) -> list[Utterance]:
    """The words; who is not told (numerals, as a rule) speaks on, at the beginning as the first."""
    name = next((word.speaker for word in words if word.speaker), "")
    carried = []
    for word in words:
        name = word.speaker or name
        carried.append(word._replace(speaker=name))
    return carried


def _without_segments(given: Given, root: dict[str, Any], remarks: Remarks) -> Sequence[Utterance]:
    """The words where they are told one by one and with times, else the sentences of the text."""
    key = "word_segments" if _has_words(root, "word_segments") else "words"
    words = ItemReader(_WORD, remarks).read(placed_items(given, key))
    text = text_of(root, "text")
    if any(word.start is not None for word in words):
        return whole_words(punctuated(words, text) if text else words)
    return sentences(text) or whole_words(words)
