"""The reader of Google's speech recognition: results, each with its best alternative first."""

from typing import Any

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import EACH, Path, Placed, items_at, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import MILLISECONDS, milliseconds
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Utterance

_STARTS = ("startTime", "startOffset", "start_time", "start_offset")
_ENDS = ("endTime", "endOffset", "end_time", "end_offset")
_SPEAKERS = ("speakerTag", "speakerLabel", "speaker_tag", "speaker_label")
_OF_OTHERS = frozenset(("content", "timestamps"))
_NANOS = 1_000_000  # in a millisecond
_WORD = Shape("word", unit=MILLISECONDS, noun="word", has_times=False, strips=False)
_RESULT = Shape("transcript", noun="result", has_times=False)


def claims(given: Given) -> bool:
    """Whether a text is an object with a list of results that have alternatives; it may stand under
    `response`, or in a list."""
    results = list(first_objects(list(items_at(given.json, _path(given)))))
    is_of_others = any(_OF_OTHERS & _best(it).keys() for it in results)
    return not is_of_others and any(isinstance(it.get("alternatives"), list) for it in results)


def read_google(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused.

    Where speakers are told, the last result has every word once more, with them: only the words
    that name a speaker are read.
    """
    require_json(given)
    remarks = Remarks()
    results = [Placed(_best(value), line) for value, line in placed_items(given, *_path(given))]
    words = [Placed(_word(word), line) for value, line in results for word in _words(value)]
    named = [it for it in words if isinstance(it.value, dict) and it.value["speaker"] is not None]
    utterances = (
        whole_words(ItemReader(_WORD, remarks).read(named or words))
        if words
        else _texts(results, remarks)
    )
    return imported_from(draft_of(utterances, remarks, {}), options)


def _path(given: Given) -> Path:
    if isinstance(given.json, list):
        return (EACH, "results")
    return ("response", "results") if "response" in root_of(given) else ("results",)


def _best(result: object) -> dict[str, Any]:
    """The first alternative of a result; an empty object where there is none."""
    alternatives = result.get("alternatives") if isinstance(result, dict) else None
    return next(first_objects(alternatives), {})


def _words(alternative: object) -> list[object]:
    words = alternative.get("words") if isinstance(alternative, dict) else None
    return words if isinstance(words, list) else []


def _word(word: object) -> object:
    """A word with its times in milliseconds and with its speaker, from 1."""
    if not isinstance(word, dict):
        return word
    start, end = _time(_first(word, _STARTS)), _time(_first(word, _ENDS))
    is_untold = all(key not in word for key in _STARTS)  # as a time of zero is
    return {
        "word": word.get("word"),
        "start": 0 if is_untold and end is not None else start,
        "end": end,
        "speaker": _first(word, _SPEAKERS) or None,
    }


def _first(word: dict[str, Any], keys: tuple[str, ...]) -> object:
    return next((word[key] for key in keys if key in word), None)


def _time(value: object) -> int | None:
    """Milliseconds of `"1.300s"`, and of `{"seconds": "1", "nanos": 300000000}`."""
    if not isinstance(value, dict):
        return milliseconds(value)
    seconds = milliseconds(value.get("seconds", 0))
    nanos = milliseconds(value.get("nanos", 0), MILLISECONDS)
    return None if seconds is None else seconds + (nanos or 0) // _NANOS


def _texts(results: list[Placed], remarks: Remarks) -> list[Utterance]:
    return ItemReader(_RESULT, remarks).read(results)
