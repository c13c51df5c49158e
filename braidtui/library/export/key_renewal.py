"""Our keys in a front matter that a person goes on writing in: renewed, and nothing else touched.

Keys, comments and blank lines of the reader stay byte for byte where they are; so does a key of
ours that says already what it should, however an editor has written it since.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from braidtui.formats.markdown.front_matter import OUR_KEYS, Value, front_matter_text, key_lines

_FRONT_MATTER = re.compile(
    r"(?P<open>\ufeff?---[ \t]*(?P<break>\r?\n))(?P<lines>(?:[^\n]*\n)*?)"
    r"(?P<close>(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))"
)
_LARGEST = 4 << 20  # code points; a title alone may have a million
_NO_CONTENT = re.compile(r"\s*(?:#.*)?")

Meaning = tuple[object, ...] | None


class KeysError(ValueError):
    """The keys of a front matter cannot be told apart; the message says why."""


class _Entry(NamedTuple):
    """A key of the front matter, its lines from `begin` to `end`, and what its value means."""

    key: str
    begin: int
    end: int
    meaning: Meaning


def with_renewed_keys(text: str, keys: Mapping[str, Value]) -> str:
    """A text with these keys of ours in its front matter, and none else of ours.

    Without `keys` it stays as it is. Raises KeysError.
    """
    if not keys:
        return text
    found = _FRONT_MATTER.match(text)
    if found is None:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}{front_matter_text(keys)}\n{text.removeprefix(mark)}"
    if text.startswith(front_matter_text(keys)):
        return text
    lines = found["lines"].split("\n")[:-1]
    renewed = _renewed(lines, keys, "\r" if found["break"] == "\r\n" else "")
    deque(_entries(renewed), maxlen=0)  # what was an anchor may be missed now
    inside = "".join(f"{line}\n" for line in renewed)
    return f"{found['open']}{inside}{text[found.start('close') :]}"


def _renewed(lines: Sequence[str], keys: Mapping[str, Value], ending: str) -> list[str]:
    """The lines with our keys as they should be: in place, or after the one they follow."""
    entries = {entry.key: entry for entry in _entries(lines)}
    wanted = {key: [line + ending for line in key_lines(key, keys[key])] for key in keys}
    changes: list[tuple[int, int, list[str]]] = []
    after = 0
    for key in OUR_KEYS:
        entry = entries.get(key)
        if entry and not (key in keys and entry.meaning == _meaning_of(key, keys[key])):
            changes.append((entry.begin, entry.end, wanted.get(key, [])))
        elif not entry and key in keys:
            changes.append((after, after, wanted[key]))
        after = entry.end if entry else after
    return _changed(lines, changes)


def _changed(lines: Sequence[str], changes: Sequence[tuple[int, int, list[str]]]) -> list[str]:
    renewed, at = [], 0
    for begin, end, new in sorted(changes, key=lambda change: change[:2]):
        renewed += [*lines[at:begin], *new]
        at = end
    return [*renewed, *lines[at:]]


def _meaning_of(key: str, value: Value) -> Meaning:
    (entry,) = _entries(key_lines(key, value))
    return entry.meaning


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    """The keys of a front matter; what is a comment or blank at the end of one is of none."""
    import yaml

    text = "\n".join(line.removesuffix("\r") for line in lines)
    if len(text) > _LARGEST:
        raise KeysError("its front matter is too long")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise KeysError(f"its front matter is no YAML{_line_of(error)}") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise KeysError("its front matter is no list of keys")
    # the marks count lines by more than line feeds
    begins = [text.count("\n", 0, key.start_mark.index) for key, _ in root.value]
    if min(len({str(key.value) for key, _ in root.value}), len(set(begins))) < len(begins):
        raise KeysError("its front matter has a key twice")
    for (key, value), begin, following in zip(
        root.value, begins, [*begins[1:], len(lines)], strict=True
    ):
        end = following
        while end > begin + 1 and _NO_CONTENT.fullmatch(lines[end - 1]):
            end -= 1
        yield _Entry(str(key.value), begin, end, _meaning(value))


def _line_of(error: Exception) -> str:
    """Where it stands in the file, whose first line is the rule before the keys."""
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark else ""


def _meaning(node: object) -> Meaning:
    """What a value of the kinds that we write means, None for any other."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value
    if isinstance(node, yaml.SequenceNode):
        items = [_meaning(item) for item in node.value if isinstance(item, yaml.ScalarNode)]
        return (node.tag, *items) if len(items) == len(node.value) else None
    return None
