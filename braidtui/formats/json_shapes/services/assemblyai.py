"""The reader of AssemblyAI's transcripts: `utterances`, else `words`, in milliseconds.

Others have these keys as well, in seconds as a rule; their numbers tell it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
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
from braidtui.formats.json_text.placing import placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import MILLISECONDS, SECONDS, milliseconds
from braidtui.formats.json_text.units import unit_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import sentences, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Grain, Heading, Utterance

_OF_OTHERS = ("segments", "chunks", "transcription", "results", "monologues")
_ITS_OWN = frozenset(("acoustic_model", "audio_duration", "audio_url", "status"))


def claims(given: Given) -> bool:
    """Whether a text is an object with utterances, or with words that have a `text`, or with a text
    and the keys of this service."""
    root = root_of(given)
    if any(key in root for key in _OF_OTHERS):
        return False
    if any("text" in it for key in ("utterances", "words") for it in first_objects(root.get(key))):
        return True
    return isinstance(root.get("text"), str) and len(_ITS_OWN & root.keys()) > 1


def read_assemblyai(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. Chapters made by it become segments."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    unit = MILLISECONDS if _ITS_OWN & root.keys() else None
    utterances, grain = _utterances(given, root, unit, remarks)
    told = {
        "language": text_of(root, "language_code").replace("_", "-"),
        "duration": root.get("audio_duration"),
    }
    draft = draft_of(utterances, remarks, told, grain)
    return imported_from(_with_chapters(draft, root, unit or SECONDS), options)


def _utterances(
    given: Given, root: dict[str, Any], unit: int | None, remarks: Remarks
) -> tuple[Sequence[Utterance], Grain]:
    """What each said, where that is told; else the words; else the sentences of the text."""
    for key, noun, grain in (
        ("utterances", "utterance", Grain.TURN),
        ("words", "word", Grain.CAPTION),
    ):
        items = placed_items(given, key)
        values = [item.value for item in items]
        shape = Shape(
            speaker="speaker_id" if _has_ids(values) else "speaker",
            unit=unit or unit_of(values),
            noun=noun,
            strips=noun != "word",
        )
        named = nobodys_named(items, shape.speaker) if shape.strips else items
        said = ItemReader(shape, remarks).read(named)
        if said:
            return (said if shape.strips else whole_words(said)), grain
    text = root.get("text")
    return sentences(text) if isinstance(text, str) else (), Grain.CAPTION


def _has_ids(items: list[object]) -> bool:
    return any("speaker_id" in it for it in first_objects(items))


def _with_chapters(draft: Draft, root: dict[str, Any], unit: int) -> Draft:
    """The draft with its chapters as headings, where every utterance has a time to find them by."""
    starts = [said.start for said in draft.utterances if said.start is not None]
    if len(starts) < len(draft.utterances) or starts != sorted(starts):
        return draft
    headings = []
    for chapter in objects_in(root.get("chapters")):
        start = milliseconds(chapter.get("start"), unit)
        title = text_of(chapter, "gist", "headline", "title")
        if start is not None and title:
            headings.append(Heading(bisect_left(starts, start), title, start))
    return replace(draft, headings=sorted(headings, key=lambda it: it.before))
