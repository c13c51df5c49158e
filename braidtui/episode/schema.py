"""The JSON Schema of the episode file, for editors; it is made of the table of fields.

Draft 2020-12. It knows the structure, not the references: an unknown speaker is the reader's to
find. One thing it refuses that the reader takes: a bare `~` or `null`, which is a text to us.
"""

from collections.abc import Mapping
from types import MappingProxyType

from braidtui.episode.colors import COLOR_NAMES
from braidtui.episode.fields import EPISODE, QUOTE, SEGMENT, SOURCE, SPEAKER, TURN, Kind, Shape

Schema = dict[str, object]

_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_TIME = (
    r"^([0-9]{1,7}(\.[0-9]{1,9})?"
    r"|([0-9]{1,4}:0?[0-5]?[0-9]|[0-9]{1,3}):[0-5][0-9](\.[0-9]{1,3})?)$"
)
_BY_KIND: Mapping[Kind, Schema] = MappingProxyType(
    {
        Kind.LINE: _TEXT,
        Kind.BODY: _TEXT,
        Kind.NUMBER: {
            "type": ["integer", "string"],
            "minimum": 0,
            "maximum": 999_999_999,
            "pattern": "^[0-9]{1,9}$",
        },
        Kind.DATE: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        Kind.TIME: {
            "type": ["string", "number"],
            "minimum": 0,
            "exclusiveMaximum": 10_000_000,
            "pattern": _TIME,
        },
        Kind.URL: _TEXT,
        Kind.FILE: _TEXT,
        Kind.COLOR: _TEXT | {"examples": ["#cc6699", *sorted(COLOR_NAMES)]},
        Kind.SPEAKER: _TEXT,
        Kind.SPEAKERS: {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": r"\S"},
            "additionalProperties": {"$ref": "#/$defs/speaker"},
        },
        Kind.QUOTES: {"type": "array", "items": {"$ref": "#/$defs/quote"}},
        Kind.SOURCES: {"type": "array", "items": {"$ref": "#/$defs/source"}},
        Kind.SEGMENTS: {
            "type": "array",
            "items": {"$ref": "#/$defs/segment"},
            "contains": {"required": ["turns"], "properties": {"turns": {"minItems": 1}}},
        },
        Kind.TURNS: {"type": "array", "items": {"$ref": "#/$defs/turn"}},
    }
)


def episode_schema() -> dict[str, object]:
    """A fresh JSON Schema of an episode file, ready to be printed as JSON."""
    source = {"anyOf": [_TEXT, _mapping(SOURCE) | {"anyOf": [_has("url"), _has("site")]}]}
    shapes = (SPEAKER, QUOTE, SEGMENT, TURN)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An episode of braidtui",
        **_mapping(EPISODE),
        "$defs": {shape.noun: _mapping(shape) for shape in shapes} | {SOURCE.noun: source},
    }


def _mapping(shape: Shape) -> Schema:
    return {
        "type": "object",
        "properties": {
            field.key: {"description": field.meaning, **_BY_KIND[field.kind]}
            for field in shape.fields
        },
        "required": [field.key for field in shape.fields if field.required],
        "additionalProperties": False,
    }


def _has(key: str) -> Schema:
    return {"required": [key]}
