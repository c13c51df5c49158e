"""The reader of the transcripts of Podlove: the list that its web player loads."""

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of, text_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.times import MILLISECONDS
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.speech.composing import imported_from

_SHAPE = Shape(start="start_ms", end="end_ms", unit=MILLISECONDS, noun="caption")
_LISTS = ("transcripts", "transcript")


def claims(given: Given) -> bool:
    """Whether a text is a list of texts that have a start both as a clock and in milliseconds; it
    may stand in an object."""
    root = root_of(given)
    lists = (given.json, *(root.get(key) for key in _LISTS))
    keys = {"start", "start_ms", "text"}
    return any(keys <= it.keys() for items in lists for it in first_objects(items))


def read_podlove(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused. The `voice` is who speaks, else the number."""
    require_json(given)
    root, reader = root_of(given), ItemReader(_SHAPE)
    path = next(((key,) for key in _LISTS if isinstance(root.get(key), list)), ())
    items = [Placed(_named(value), line) for value, line in placed_items(given, *path)]
    return imported_from(draft_of(reader.read(items), reader.remarks, root), options)


def _named(caption: object) -> object:
    if not isinstance(caption, dict):
        return caption
    voice = text_of(caption, "voice")
    clocks = {"start_ms": caption.get("start"), "end_ms": caption.get("end")}
    times = {key: clock for key, clock in clocks.items() if caption.get(key) is None}
    return {**caption, **times, "speaker": voice or caption.get("speaker")}
