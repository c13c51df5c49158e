"""The front matter of our own documents, key by key; what else stands in it is the reader's."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_KEY = re.compile(r"([a-z_]{1,40}):(?: +(.*))?", re.ASCII)
_ITEM = re.compile(r" *- +(.*)")
_ESCAPE = re.compile(r"\\(.)")
_RULE = "---"
_MOST_LINES = 2000


class Front(NamedTuple):
    """The values by key, each a list of texts, and the index of the first line after it."""

    values: Mapping[str, Sequence[str]]
    end: int

    def text(self, key: str) -> str:
        """The value of a key that has one; "" where it has none, or several."""
        values = self.values.get(key, ())
        return values[0] if len(values) == 1 else ""


def read_front(lines: Sequence[str]) -> Front:
    """The front matter between two rules at the top; none where the first line is no rule."""
    if lines[0].rstrip() != _RULE:
        return Front({}, 0)
    end = next(
        (at for at in range(1, min(len(lines), _MOST_LINES)) if lines[at].rstrip() == _RULE), 0
    )
    if not end:
        return Front({}, 0)
    values: dict[str, list[str]] = {}
    items: list[str] = []
    for line in lines[1:end]:
        if key := _KEY.fullmatch(line):
            items = values.setdefault(key[1], [])
            items += [_scalar(key[2])] if key[2] else []
        elif item := _ITEM.fullmatch(line):
            items.append(_scalar(item[1]))
        else:
            items = []
    return Front(values, end + 1)


def _scalar(text: str) -> str:
    """A scalar as we write it: bare, or in double quotes; in single ones, as others may do."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(lambda escape: "\n" if escape[1] == "n" else escape[1], text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
