"""The segments that `-s` chooses: `2`, `s2`, `2-4`, `1,3`; counted from 1."""

import re

from braidtui.cli.outcome import CommandRefused

_RANGE = re.compile(r"s?(\d{1,6})(?:-s?(\d{1,6}))?", re.ASCII | re.IGNORECASE)


def chosen_segments(asked: tuple[str, ...], count: int) -> frozenset[int] | None:
    """The indices (from 0) of the segments asked for, None for all.

    Raises CommandRefused for what is no segment of an episode that has `count`.
    """
    if not asked:
        return None
    chosen: set[int] = set()
    for text in ",".join(asked).split(","):
        chosen.update(_indices(text.strip(), count))
    return frozenset(chosen)


def _indices(text: str, count: int) -> range:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise CommandRefused(f"-s {text}: not a segment's number, nor a range such as 2-4")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last <= count:
        has = "1 segment" if count == 1 else f"{count} segments"
        raise CommandRefused(f"-s {text}: the episode has {has}")
    return range(first - 1, last)
