"""The reader of the JSON transcripts of the Podcasting 2.0 namespace.

Its rules stand in transcripts/transcripts.md of Podcastindex-org/podcast-namespace.
"""

from dataclasses import replace

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import name_of
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.podcasting20.writer import GENERATOR
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Grain

_SHAPE = Shape(text="body", start="startTime", end="endTime", name=name_of)


def claims(given: Given) -> bool:
    """Whether a text is an object whose segments have a body or a startTime."""
    root = root_of(given)
    segments = root.get("segments")
    if segments == []:
        return "version" in root and "text" not in root
    return any("body" in it or "startTime" in it for it in first_objects(segments))


def read_podcasting20(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused, in a strict reading for each departure.

    What we wrote ourselves has a turn in each segment.
    """
    require_json(given)
    root, remarks = root_of(given), Remarks()
    if not isinstance(root.get("version"), str):
        remarks.repairs.count(1, "there is no version")
    if not isinstance(root.get("segments"), list):
        remarks.repairs.count(1, "there is no list of segments")
    segments = placed_items(given, "segments")
    for value, line in segments:
        if isinstance(value, dict) and not isinstance(value.get("speaker", ""), str):
            remarks.repairs.count(line, "a speaker is not written as text")
    shape = _SHAPE
    if not any("body" in it for it in first_objects(root.get("segments"))):
        remarks.repairs.count(1, "the words do not stand under body")
        shape = replace(_SHAPE, text="text")
    utterances = ItemReader(shape, remarks).read(segments)
    grain = Grain.OWN if root.get("generator") == GENERATOR else Grain.CAPTION
    return imported_from(draft_of(utterances, remarks, root, grain), options)
