"""In what unit a list tells its times, where nothing but its numbers says so."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from braidtui.formats.json_text.times import MILLISECONDS, SECONDS

_ENOUGH = 500  # objects that tell the unit of all
_SLOWEST = 0.5  # characters a unit: speech has some 15 a second, so 0.015 a millisecond


def unit_of(
    items: Sequence[object], text: str = "text", start: str = "start", end: str = "end"
) -> int:
    """The unit of the times of objects, in milliseconds: what is said tells how long it took.

    Ends are asked first; where none is told, the time from one start to the next.
    """
    objects = list(islice((it for it in items if isinstance(it, dict)), _ENOUGH))
    length = sum(len(it[text]) for it in objects if isinstance(it.get(text), str))
    lasting = sum(_lasting(it.get(start), it.get(end)) for it in objects)
    if not lasting:
        starts = [it.get(start) for it in objects]
        lasting = sum(map(_lasting, starts, starts[1:]))
    return MILLISECONDS if lasting * _SLOWEST > length else SECONDS


def _lasting(start: Any, end: Any) -> float:
    """How long it is from one number to a later one; 0 where that can't be told."""
    if not isinstance(start, int | float) or not isinstance(end, int | float):
        return 0
    return min(float(end), 1e12) - max(float(start), 0) if start < end < 1e12 else 0
