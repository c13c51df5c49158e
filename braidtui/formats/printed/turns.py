"""Turns of a print: whose each is, when it starts, and the lines of its words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from braidtui.formats.printed.parts import Block
from braidtui.formats.printed.seams import Seams, cells
from braidtui.formats.printed.signs import only_clock, part_clock

_LONGEST_HEAD = 60  # lines that a name may have
_CLOCK_CELLS = 8


class Heard(NamedTuple):
    """A turn: the sign and the name of who speaks, milliseconds where they are told."""

    number: int
    name: str
    start: int | None
    words: Sequence[str]


class _Head(NamedTuple):
    """How many lines name the speaker, and how many head the turn in all."""

    named: int
    all: int
    start: int | None


def read_turns(turns: Sequence[Block], cast: Sequence[Block], seams: Seams) -> list[Heard]:
    """The turns. A name that has no place on one line is told from the words below it where a clock
    parts them, or where the cast has the same lines."""
    shared = _shared_lines(turns, cast, seams)
    return [_heard(turn, shared, seams) for turn in turns]


def _heard(turn: Block, shared: Mapping[str, int], seams: Seams) -> Heard:
    head, lines = _head(turn.lines, shared, seams), turn.lines
    first, _ = part_clock(lines[0])
    name = seams.joined([first, *lines[1 : head.named]])
    return Heard(turn.number, name, head.start, lines[head.all :])


def _head(lines: Sequence[str], shared: Mapping[str, int], seams: Seams) -> _Head:
    _, start = part_clock(lines[0])
    if start is not None:
        return _Head(1, 1, start)
    has_no_place = cells(lines[0]) + 2 + _CLOCK_CELLS > seams.width
    for at, line in enumerate(lines[1:_LONGEST_HEAD], start=1):
        start = only_clock(line)
        if start is not None and (at > 1 or has_no_place):
            return _Head(at, at + 1, start)
        if not seams.is_full(lines[at - 1], line):
            break
    named = shared.get(lines[0], 1)
    return _Head(named, named, None)


def _shared_lines(turns: Iterable[Block], cast: Sequence[Block], seams: Seams) -> dict[str, int]:
    """By the first line of a person of the cast, where that could hold no more: how many lines
    the person and all turns that begin with it have in common."""
    alike: dict[str, list[Sequence[str]]] = {}
    for block in cast:
        if seams.is_full(block.lines[0], "".join(block.lines[1:2])):
            alike.setdefault(block.lines[0], []).append(block.lines[:_LONGEST_HEAD])
    for block in turns:
        if block.lines[0] in alike:
            alike[block.lines[0]].append(block.lines[:_LONGEST_HEAD])
    return {first: _common(them) for first, them in alike.items()}


def _common(alike: Sequence[Sequence[str]]) -> int:
    count = 0
    for here in zip(*alike, strict=False):
        if not here[0] or any(line != here[0] for line in here):
            break
        count += 1
    return count
