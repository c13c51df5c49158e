"""Why a text that looks like JSON is of no format."""

import json

from braidtui.episode.problem import Problem
from braidtui.formats.given import Given
from braidtui.formats.imported import FormatRefused, refused
from braidtui.formats.json_text.parsing import UnreadableJsonError, parse_json

_MOST_KEYS = 8


def why_unknown(given: Given) -> Problem | None:
    """What to say of JSON that no reader claims; None where a text does not even look like it."""
    if not given.is_json_like:
        return None
    if given.json is None:
        try:
            parse_json(given.text)
        except UnreadableJsonError as error:
            return Problem(error.line, error.column, error.words)
    return refused(_shape_words(given.json)).problems[0]


def require_json(given: Given) -> None:
    """Raises FormatRefused where a text is no JSON, with the line and column of the fault."""
    if given.json is None:
        raise FormatRefused(why_unknown(given) or Problem(1, 1, "this is no JSON"))


def _shape_words(value: object) -> str:
    if isinstance(value, dict):
        if isinstance(value.get("chapters"), list):
            return "a list of chapters: put it beside the transcript as NAME.chapters.json"
        return f"JSON of no known shape: {_object_words(value)}"
    if isinstance(value, list):
        first = next((item for item in value if isinstance(item, dict)), None)
        what = "an empty list" if not value else "a list without objects"
        words = what if first is None else f"a list, first in it {_object_words(first)}"
        return f"JSON of no known shape: {words}"
    return "JSON of no known shape: neither an object nor a list"


def _object_words(value: dict[str, object]) -> str:
    keys = [json.dumps(key[:40]) for key in list(value)[:_MOST_KEYS]]
    more = " and more" if len(value) > _MOST_KEYS else ""
    return f"an object with the keys {', '.join(keys)}{more}" if keys else "an empty object"
