"""What stands before a text in YAML, JSON or lines of `Key: value`; whatever it holds, the text
is read."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from braidtui.episode.reading.nodes import Mapping as MappingNode
from braidtui.episode.reading.nodes import Node, Scalar, parsed
from braidtui.episode.reading.nodes import Sequence as SequenceNode
from braidtui.episode.reading.places import Lines
from braidtui.formats.given import Given
from braidtui.formats.reading.tally import Tally

_MOST_LINES = 5000
_LONGEST = 1 << 20
_OPENERS = {"---": ("---", "..."), "+++": ("+++",)}
_KEY_LINE = re.compile(r"([A-Za-z][\w -]{0,40})[ \t]*(?::(?=[ \t]|$)|[ ]=)[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_QUOTES = "'\""
_JSON_GOES_ON = ("", ",", "{")

Values = Mapping[str, tuple[str, ...]]
"""By key (small letters, `_` between words), every text under it: one, or those of a list."""


class FrontMatter(NamedTuple):
    """The values, and the index of the first line after them."""

    values: Values
    first: int


def read_front_matter(given: Given, tally: Tally) -> FrontMatter:
    """The values before a text; none where it begins at once."""
    if given.is_json_like:
        return _of_json(given.text) or FrontMatter({}, 0)
    lines = given.lines
    top = next((at for at, line in enumerate(lines[:50]) if line.strip()), 0)
    enders = _OPENERS.get(lines[top].rstrip())
    if enders is None:
        return FrontMatter({}, 0)
    inner = range(top + 1, min(len(lines), top + _MOST_LINES))
    end = next((at for at in inner if lines[at].rstrip() in enders), None)
    if end is None or not any(_KEY_LINE.match(lines[at]) for at in range(top + 1, end)):
        return FrontMatter({}, 0)
    values = _of_yaml("\n".join(lines[top + 1 : end])) if enders[0] == "---" else None
    if values is None:
        values = _of_lines(lines[top + 1 : end])
        tally.count(top + 1, "the front matter is no sound YAML: its lines are read one by one")
    return FrontMatter(values, end + 1)


def _of_json(text: str) -> FrontMatter | None:
    """An object with which a text begins that goes on after it, and not with another."""
    start = len(text) - len(text.lstrip())
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or text[end:].lstrip()[:1] in _JSON_GOES_ON:
        return None
    values = {_key(key): _texts(found) for key, found in value.items()}
    return FrontMatter(values, text.count("\n", 0, end) + (text[end : end + 1] == "\n"))


def _texts(value: object) -> tuple[str, ...]:
    """The texts and numbers of a value of JSON; of an object its name."""
    if isinstance(value, dict):
        return _texts(value.get("name", value.get("title", "")))
    if isinstance(value, list):
        return tuple(text for item in value if not isinstance(item, list) for text in _texts(item))
    return (str(value),) if isinstance(value, str | int | float) and value != "" else ()


def _of_yaml(text: str) -> Values | None:
    """The values of a mapping; None where the text is none, or too long to try."""
    if len(text) > _LONGEST:
        return None
    sound = text.encode(errors="replace").decode()
    root = parsed(sound, Lines(sound)).root
    if not isinstance(root, MappingNode):
        return None
    return {_key(key): _node_texts(node) for key, node in root.nodes.items()}


def _node_texts(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.value,) if node.value and not (node.plain and node.value in "~null") else ()
    if isinstance(node, SequenceNode):
        items = (item for item in node.items if not isinstance(item, SequenceNode))
        return tuple(text for item in items for text in _node_texts(item))
    if isinstance(node, MappingNode):
        named = [node.nodes[key] for key in ("name", "title") if key in node.nodes]
        return _node_texts(named[0]) if named else ()
    return ()


def _of_lines(lines: Sequence[str]) -> Values:
    """`Key: value`, each on its line; items of a list belong to the key above them."""
    values: dict[str, tuple[str, ...]] = {}
    above = ""
    for line in lines:
        if found := _KEY_LINE.match(line):
            above = _key(found[1])
            value = found[2].strip().strip(_QUOTES)
            values.setdefault(above, (value,) if value else ())
        elif above and (item := _ITEM.match(line)):
            values[above] = (*values[above], item[1].strip().strip(_QUOTES))[:100]
    return values


def _key(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().casefold())
