"""Items of a JSON text with the lines on which they begin."""

import re
from collections.abc import Iterator, Sequence
from json import JSONDecoder
from typing import NamedTuple

from braidtui.formats.given import Given

Path = tuple[str | int, ...]

EACH = -1  # in a path: every item of the list there
_BLANKS = re.compile(r"[ \t\n\r]*")
_decode = JSONDecoder().raw_decode


class Placed(NamedTuple):
    """A value and the line on which it begins, from 1."""

    value: object
    line: int


def placed_items(given: Given, *path: str | int) -> list[Placed]:
    """The items of the list at a path of keys and indices (EACH: of every list there).

    What is no list has no items. Where the text itself does not lead there (two equal keys), every
    line is 1.
    """
    items = list(items_at(given.json, path))
    lines = _lines(given.text, path) if items and "\n" in given.text.rstrip() else ()
    return list(map(Placed, items, lines if len(lines) == len(items) else [1] * len(items)))


def items_at(value: object, path: Path) -> Iterator[object]:
    """The items of the list at a path of a value, or of all lists there."""
    if not path:
        yield from value if isinstance(value, list) else ()
    elif path[0] == EACH:
        for item in value if isinstance(value, list) else ():
            yield from items_at(item, path[1:])
    elif isinstance(path[0], str):
        yield from items_at(value.get(path[0]), path[1:]) if isinstance(value, dict) else ()
    elif isinstance(value, list) and path[0] < len(value):
        yield from items_at(value[path[0]], path[1:])


def _lines(text: str, path: Path) -> Sequence[int]:
    lines = []
    line, counted = 1, 0
    try:
        for start in _starts(text, _next(text, 0), path):
            line += text.count("\n", counted, start)
            counted = start
            lines.append(line)
    except (ValueError, RecursionError):  # a number that only `parse_json` reads
        return ()
    return lines


def _starts(text: str, index: int, path: Path) -> Iterator[int]:
    """Where the items at a path begin, the path going on from the value at `index`."""
    if not path:
        yield from _starts_of_items(text, index)
    elif path[0] == EACH:
        for start in _starts_of_items(text, index):
            yield from _starts(text, start, path[1:])
    else:
        at = _start_under(text, index, path[0])
        if at is not None:
            yield from _starts(text, at, path[1:])


def _start_under(text: str, index: int, step: str | int) -> int | None:
    """Where the value under a key of an object, or at an index of a list, begins."""
    if isinstance(step, str):
        return next((at for key, at in _starts_of_values(text, index) if key == step), None)
    starts = enumerate(_starts_of_items(text, index))
    return next((start for number, start in starts if number == step), None)


def _starts_of_items(text: str, index: int) -> Iterator[int]:
    """Where each item of the list at `index` begins; nothing where there is none."""
    if text[index] != "[":
        return
    index = _next(text, index + 1)
    while text[index] != "]":
        yield index
        index = _next(text, _decode(text, index)[1])
        if text[index] == ",":
            index = _next(text, index + 1)


def _starts_of_values(text: str, index: int) -> Iterator[tuple[str, int]]:
    """Each key of the object at `index` with where its value begins."""
    if text[index] != "{":
        return
    index = _next(text, index + 1)
    while text[index] != "}":
        key, index = _decode(text, index)
        index = _next(text, _next(text, index) + 1)
        yield key, index
        index = _next(text, _decode(text, index)[1])
        if text[index] == ",":
            index = _next(text, index + 1)


def _next(text: str, index: int) -> int:
    blanks = _BLANKS.match(text, index)
    return blanks.end() if blanks else index
