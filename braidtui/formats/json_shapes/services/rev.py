"""The reader of Rev's transcripts: monologues of elements (its API) or of spans (its editor)."""

from collections.abc import Mapping, Sequence

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import name_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import paragraphs, whole_words
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Grain, Utterance

_ELEMENT = Shape(
    text="value", start="ts", end="end_ts", noun="element", has_times=False, strips=False
)
_PARTS = ("elements", "spans")


def claims(given: Given) -> bool:
    """Whether a text is an object with monologues of elements or spans."""
    monologues = first_objects(root_of(given).get("monologues"))
    return any(isinstance(it.get(key), list) for it in monologues for key in _PARTS)


def read_rev(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. A monologue is a turn; a long one is several,
    each begun where a sentence begins."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    names = _names(root.get("speakers"))
    utterances = [
        said
        for monologue in placed_items(given, "monologues")
        for said in _monologue(monologue, names, remarks)
    ]
    return imported_from(draft_of(utterances, remarks, root, Grain.TURN), options)


def _monologue(
    monologue: Placed, names: Mapping[object, str], remarks: Remarks
) -> Sequence[Utterance]:
    value, line = monologue
    parts = [value.get(key) for key in _PARTS] if isinstance(value, dict) else []
    elements = next((part for part in parts if isinstance(part, list)), None)
    if not isinstance(value, dict) or elements is None:
        remarks.repairs.count(line, "a monologue without elements is left out")
        return ()
    placed = [Placed(_as_element(element), line) for element in elements]
    words = paragraphs(whole_words(ItemReader(_ELEMENT, remarks).read(placed)))
    info = value.get("speaker_info")
    name = name_of(info) if isinstance(info, dict) else ""
    number = value.get("speaker")
    known = names.get(number, "") if isinstance(number, int | str) else ""
    return [word._replace(speaker=name or known or name_of(number)) for word in words]


def _as_element(span: object) -> object:
    """A span of the editor as an element of the API."""
    return {**span, "end_ts": span["endTs"]} if isinstance(span, dict) and "endTs" in span else span


def _names(speakers: object) -> dict[object, str]:
    """The names of the speakers, by the number or id under which monologues name them."""
    names: dict[object, str] = {}
    for number, speaker in enumerate(speakers if isinstance(speakers, list) else ()):
        id = speaker.get("id", number) if isinstance(speaker, dict) else number
        name = name_of(speaker)
        if name and isinstance(id, int | str):
            names[id] = name
    return names
