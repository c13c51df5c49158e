"""Times behind names: where most turns begin so, they tell when those begin."""

from collections.abc import Sequence

from braidtui.formats.prose.layouts import Kind, Mark, mark_of
from braidtui.formats.prose.script import ScriptLine

_ENOUGH = 3
_MOST = 0.6
_OPEN = ("[", "(", "\\")


def with_times_behind(script: list[ScriptLine]) -> list[ScriptLine]:
    """The script where `Ada: [00:01] words` tells a start, if most names have a time behind
    them."""
    timed = {
        line.number: mark
        for line in script
        if line.mark and line.mark.text[:1] in _OPEN and (mark := _timed(line.mark))
    }
    if len(timed) < _ENOUGH or len(timed) < _MOST * _named(script):
        return script
    return [line._replace(mark=timed.get(line.number, line.mark)) for line in script]


def _named(script: Sequence[ScriptLine]) -> int:
    return sum([line.mark.kind is Kind.PREFIX for line in script if line.mark])


def _timed(mark: Mark) -> Mark | None:
    """The name with the time in brackets behind its colon."""
    if mark.kind is not Kind.PREFIX or not mark.text:
        return None
    time = mark_of(mark.text)
    if time is None or time.kind is not Kind.STAMP or time.name or time.start is None:
        return None
    return mark._replace(start=time.start, end=time.end, text=time.text, tag=time.tag)
