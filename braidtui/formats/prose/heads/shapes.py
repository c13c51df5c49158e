"""Heads that a line alone does not give away: one table of patterns, and places in the script."""

import re
from collections.abc import Callable
from typing import NamedTuple

from braidtui.formats.prose.layouts import CLOCK, Kind, Mark, milliseconds
from braidtui.formats.prose.script import Role, ScriptLine

_LONGEST = 60
_NAME = r"(?P<name>[^\W_](?:[^\n\[\]<>*|:(]{0,58}[^\s\[\]<>*|:(.,;!?…])?)"
_TIME = rf"(?P<time>{CLOCK})"
_BEFORE_A_TIME = re.compile(
    rf"{_NAME}[ ]+(?:[\[(]{_TIME}[\])]|(?P<bare>{CLOCK})"
    r"(?:[ ]?(?P<half>[AP])M)?)(?:[ \t]+(?=\S)|(?(half)$|(?!)))"
)
_IN_TITLE = re.compile(rf"{_NAME}(?:[ ]+[\[(]?{_TIME}[\])]?)?:?")
_ALONE = re.compile(rf"{_NAME}:?")
_BOLD_ALONE = re.compile(rf"(?P<mark>\*\*|__){_NAME}(?P=mark)")
_BEFORE_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\*{_NAME}(?::[ ]?\*|\*[ ]?:)[ \t]*",
        rf"\[{_NAME}\][ \t]+(?=\S)",
        rf"<{_NAME}>[ \t]+(?=\S)",
        rf"{_NAME}[ ](?:>|—|–|-)[ ]+(?=\S)",
        r"(?P<name>[QA])\.[ \t]+(?=\S)",
    )
)
_BEHIND_A_TIME = tuple(
    re.compile(pattern)
    for pattern in (rf"<{_NAME}>[ \t]+", rf"\[{_NAME}\][ \t]+", rf"{_NAME}[ ]*\t[ \t]*")
)

Find = Callable[[ScriptLine | None, ScriptLine, ScriptLine | None], Mark | None]


class Shape(NamedTuple):
    """A way to set names: `find` tells a head from its line and those above and below it, `least`
    is the share of the paragraphs, or of the lines of that role, that have one."""

    find: Find
    least: float
    role: Role = Role.TEXT
    is_timed: bool = False


def _head(name: str, text: str = "", line: Mark | None = None) -> Mark:
    start, end, tag = (line.start, line.end, line.tag) if line else (None, None, "")
    return Mark(Kind.NAMED, name.strip(), start, end, text.strip(), tag)


def _before_words(pattern: re.Pattern[str]) -> Find:
    def find(_: ScriptLine | None, line: ScriptLine, __: ScriptLine | None) -> Mark | None:
        found = pattern.match(line.text)
        return _head(found["name"], line.text[found.end() :]) if found else None

    return find


def _behind_time(pattern: re.Pattern[str]) -> Find:
    def find(_: ScriptLine | None, line: ScriptLine, __: ScriptLine | None) -> Mark | None:
        mark = line.mark
        found = pattern.match(mark.text) if mark and _is_bare_time(mark) else None
        return _head(found["name"], mark.text[found.end() :], mark) if mark and found else None

    return find


def _is_bare_time(mark: Mark) -> bool:
    return not mark.name and mark.start is not None


def _before_a_time(_: ScriptLine | None, line: ScriptLine, __: ScriptLine | None) -> Mark | None:
    """`Ada Moor [00:20] words`, or a head of a chat, `Ada Moor 9:20 AM`, above them."""
    found = _BEFORE_A_TIME.match(line.text[:200])
    if found is None:
        return None
    tag, half = found["time"] or found["bare"], found["half"]
    mark = _head(found["name"], line.text[found.end() :])
    return mark._replace(start=_of_a_day(tag, half) if half else milliseconds(tag), tag=tag)


def _of_a_day(tag: str, half: str) -> int | None:
    hour, _, rest = tag.partition(":")
    told = milliseconds(f"{int(hour) % 12 + 12 * (half == 'P')}:{rest}" + ":00" * (":" not in rest))
    return told if int(hour) <= 12 else None


def _beside_a_time(_: ScriptLine | None, line: ScriptLine, below: ScriptLine | None) -> Mark | None:
    """`[00:20] Ada Moor` above the words."""
    mark = line.mark
    if mark is None or not _is_bare_time(mark) or not _is_above(below):
        return None
    found = _ALONE.fullmatch(mark.text, 0, _LONGEST)
    return _head(found["name"], "", mark) if found else None


def _below_a_time(above: ScriptLine | None, line: ScriptLine, _: ScriptLine | None) -> Mark | None:
    """`Ada Moor`, or `Ada Moor: words`, below a time that stands alone."""
    mark = above.mark if above else None
    if mark is None or mark.text or not _is_bare_time(mark):
        return None
    if line.mark and line.mark.kind is Kind.PREFIX:
        return line.mark._replace(kind=Kind.NAMED)
    found = _ALONE.fullmatch(line.text, 0, _LONGEST) if line.mark is None else None
    return _head(found["name"]) if found else None


def _is_above(below: ScriptLine | None) -> bool:
    """Whether the line below goes on with the block, and is no head of that kind."""
    return (
        below is not None and not below.opens and (below.mark is None or below.mark.start is None)
    )


def _alone(_: ScriptLine | None, line: ScriptLine, below: ScriptLine | None) -> Mark | None:
    if not line.opens or line.mark is not None or not _is_above(below):
        return None
    found = _ALONE.fullmatch(line.text, 0, _LONGEST)
    return _head(found["name"]) if found else None


def _bold_alone(_: ScriptLine | None, line: ScriptLine, __: ScriptLine | None) -> Mark | None:
    found = _BOLD_ALONE.fullmatch(line.text, 0, _LONGEST + 4)
    return _head(found["name"]) if found else None


def _in_title(_: ScriptLine | None, line: ScriptLine, __: ScriptLine | None) -> Mark | None:
    found = _IN_TITLE.fullmatch(line.text, 0, 2 * _LONGEST)
    if found is None:
        return None
    tag = found["time"]
    mark = _head(found["name"])
    return mark._replace(start=milliseconds(tag), tag=tag) if tag else mark


SHAPES = (
    *(Shape(_behind_time(pattern), 0.5, is_timed=True) for pattern in _BEHIND_A_TIME),
    Shape(_beside_a_time, 0.5, is_timed=True),
    Shape(_below_a_time, 0.3, is_timed=True),
    Shape(_before_a_time, 0.5, is_timed=True),
    *(Shape(_before_words(pattern), 0.6) for pattern in _BEFORE_WORDS),
    Shape(_bold_alone, 0.2),
    Shape(_in_title, 0.6, Role.HEADING),
    Shape(_alone, 0.5),
)
"""In the order they are tried; of a file one bears out."""
