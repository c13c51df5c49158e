"""The reader of Speechmatics: a list of results, each a word or its punctuation."""

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported
from braidtui.formats.json_text.drafting import draft_of, first_objects, root_of
from braidtui.formats.json_text.items import ItemReader, Shape
from braidtui.formats.json_text.placing import Placed, placed_items
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.unknown import require_json
from braidtui.formats.json_text.words import whole_words
from braidtui.formats.speech.composing import NOBODY, imported_from

_WORD = Shape("content", "start_time", "end_time", noun="word", has_times=False, strips=False)
_NOBODY_KNOWN = "UU"


def claims(given: Given) -> bool:
    """Whether a text is an object with a list of results whose alternatives have a content."""
    results = first_objects(root_of(given).get("results"))
    return any("content" in it for result in results for it in _alternatives(result))


def read_speechmatics(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused."""
    require_json(given)
    root, remarks = root_of(given), Remarks()
    placed = placed_items(given, "results")
    is_told = any(_speaker(value) not in (None, _NOBODY_KNOWN) for value, _ in placed)
    items = [Placed(_word(value, is_told), line) for value, line in placed]
    job = root.get("job")
    told = job if isinstance(job, dict) else {}
    words = whole_words(ItemReader(_WORD, remarks).read(items))
    return imported_from(draft_of(words, remarks, {"duration": told.get("duration")}), options)


def _alternatives(result: object) -> list[dict[str, object]]:
    return list(first_objects(result.get("alternatives"))) if isinstance(result, dict) else []


def _speaker(result: object) -> object:
    return next(iter(_alternatives(result)), {}).get("speaker")


def _word(result: object, is_told: bool) -> object:
    """A result with what its best alternative says and who that is; where it `is_told` who speaks
    elsewhere, a word of one who was not recognised is nobody's."""
    if not isinstance(result, dict):
        return result
    best = next(iter(_alternatives(result)), {})
    speaker = best.get("speaker")
    if speaker == _NOBODY_KNOWN:
        is_word = result.get("type") != "punctuation"
        speaker = NOBODY.name if is_told and is_word else None
    return {
        **result,
        "content": best.get("content"),
        "speaker": speaker,
    }
