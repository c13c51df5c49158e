"""The order of time: starts that never run backwards."""

from bisect import bisect_right
from collections.abc import Sequence


def in_order(starts: Sequence[int | None]) -> list[int | None]:
    """The starts (milliseconds), as few as can be replaced by None so that none runs backwards.

    The kept ones are a longest subsequence that never falls (patience sorting, n log n).
    """
    lowest: list[int] = []  # of all rising runs of a length, the lowest start one can end with
    ends: list[int] = []  # where that start stands
    above: list[int] = [-1] * len(starts)
    for index, start in enumerate(starts):
        if start is not None:
            length = bisect_right(lowest, start)
            above[index] = ends[length - 1] if length else -1
            lowest[length : length + 1] = [start]
            ends[length : length + 1] = [index]
    kept: list[int | None] = [None] * len(starts)
    index = ends[-1] if ends else -1
    while index >= 0:
        kept[index] = starts[index]
        index = above[index]
    return kept
