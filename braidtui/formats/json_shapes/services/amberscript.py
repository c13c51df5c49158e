"""The reader of Amberscript's transcripts: segments of words, and a list of speakers."""

from collections.abc import Mapping, Sequence

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import label_of, name_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import paragraphs, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Grain, Utterance

_WORD = Shape(noun="word", has_times=False, strips=False)
_WITH_TEXTS = frozenset(("text", "body"))


def claims(given: Given) -> bool:
    """Whether a text is an object of segments that have words and no text of their own."""
    segments = list(first_objects(root_of(given).get("segments")))
    has_texts = any(_WITH_TEXTS & it.keys() for it in segments)
    return not has_texts and any(_has_words(it.get("words")) for it in segments)


def read_amberscript(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. A segment is a turn; a long one is several, each
    begun where a sentence begins."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    names = _names(root.get("speakers"))
    utterances = [
        said
        for segment in placed_items(given, "segments")
        for said in _segment(segment, names, remarks)
    ]
    return imported_from(draft_of(utterances, remarks, root, Grain.TURN), options)


def _has_words(words: object) -> bool:
    return any("text" in it for it in first_objects(words))


def _segment(segment: Placed, names: Mapping[str, str], remarks: Remarks) -> Sequence[Utterance]:
    value, line = segment
    words = value.get("words") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(words, list):
        remarks.repairs.count(line, "a segment without words is left out")
        return ()
    placed = [Placed(word, line) for word in words]
    speaker = value.get("speaker")
    known = names.get(speaker, "") if isinstance(speaker, str) else ""
    said = paragraphs(whole_words(ItemReader(_WORD, remarks).read(placed)))
    return [word._replace(speaker=known or label_of(speaker)) for word in said]


def _names(speakers: object) -> dict[str, str]:
    objects = [it for it in speakers if isinstance(it, dict)] if isinstance(speakers, list) else []
    ids = ((it.get("spkid", it.get("id")), name_of({"name": it.get("name")})) for it in objects)
    return {id: name for id, name in ids if isinstance(id, str) and name}
