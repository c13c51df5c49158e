"""The text that this program writes: how it is known, and the heads in it, whatever names hold."""

import re
from collections.abc import Sequence
from itertools import pairwise

from braidtui.formats.prose.layouts import Kind, Mark, milliseconds, prefix_of
from braidtui.formats.prose.script import Role, ScriptLine

NO_TIME = "--:--:--"
"""What stands in the head of a turn without a time, where others have one."""

_HEAD = re.compile(rf"(?P<name>.+) (?P<time>\d{{2,4}}:\d\d:\d\d|{NO_TIME})", re.ASCII)
_LONGEST_HEAD = 400
_SHORTEST_RULE, _LONGEST_RULE = 3, 60
_MARKUP = tuple("*_#>|[-!`<\\")


def underlined(title: str, sign: str) -> str:
    """A title above its rule, as long as a terminal lets it be."""
    return f"{title}\n{sign * min(max(len(title), _SHORTEST_RULE), _LONGEST_RULE)}"


def is_plain_name(name: str) -> bool:
    """Whether a colon behind a name is enough to know it by."""
    found = prefix_of(f"{name}: ")
    return found is not None and found.name == name


def is_own(lines: Sequence[str]) -> bool:
    """Whether lines begin as this program writes text: two titles, each above a rule of its length,
    and words that no Markdown begins."""
    if len(lines) < 7 or lines[2] or lines[5]:
        return False
    title, segment, words = lines[0], lines[3], lines[6]
    is_headed = (
        "\n".join(lines[:2]) == underlined(title, "=")
        and "\n".join(lines[3:5]) == underlined(segment, "-")
        and title != ""
    )
    return is_headed and (_head(words) is not None or not words.startswith(_MARKUP))


def with_own_heads(script: list[ScriptLine]) -> list[ScriptLine]:
    """The script with its heads of names and times and no other marks, where each segment begins
    with such a head; else as it is."""
    pairs = list(pairwise(script))
    first = [
        below for above, below in pairs if above.role is not Role.TEXT and below.role is Role.TEXT
    ]
    heads = {line.number: head for line, below in pairs if (head := _head_of(line, below))}
    if not first or any(line.number not in heads for line in first):
        return script
    return [line._replace(mark=heads.get(line.number)) for line in script]


def _head_of(line: ScriptLine, below: ScriptLine) -> Mark | None:
    is_above = line.opens and line.role is Role.TEXT and not below.opens
    return _head(line.text) if is_above else None


def _head(text: str) -> Mark | None:
    found = _HEAD.fullmatch(text, 0, _LONGEST_HEAD) if len(text) < _LONGEST_HEAD else None
    if found is None:
        return None
    start = None if found["time"] == NO_TIME else milliseconds(found["time"])
    return Mark(Kind.NAMED, found["name"], start, None, "")
