"""Hits over time, parted into months, or where these are too many, years, decades, centuries."""

from collections.abc import Sequence
from typing import NamedTuple

Month = tuple[int, int]
"""Year and month."""

_LENGTHS = (1, 12, 120, 1200)  # months


class Period(NamedTuple):
    """So many months from a month on, and the hits in them."""

    first: Month
    months: int
    hits: int

    @property
    def label(self) -> str:
        """`2026-05`, `2026`, or `2020..2029`: also what `date:` takes."""
        year, month = self.first
        if self.months == 1:
            return f"{year:04}-{month:02}"
        last = year + self.months // 12 - 1
        return f"{year:04}" if last == year else f"{max(1, year):04}..{last:04}"


def periods(months: Sequence[tuple[Month, int]], most: int) -> tuple[Period, ...]:
    """Periods of one length from the first to the last of `months`, those without hits too.

    The shortest that are at most `most`; of more centuries than that, the last. `months` is in
    order.
    """
    if not months or most < 1:
        return ()
    for length in _LENGTHS:
        first = _index(months[0][0]) // length
        last = _index(months[-1][0]) // length
        if last - first < most:
            break
    first = max(first, last - most + 1)
    counts = [0] * (last - first + 1)
    for month, count in months:
        if (place := _index(month) // length - first) >= 0:
            counts[place] += count
    return tuple(
        Period(_month((first + place) * length), length, count)
        for place, count in enumerate(counts)
    )


def period_of(parts: Sequence[Period], month: Month) -> int | None:
    """Which of the periods a month is in."""
    if not parts:
        return None
    place = (_index(month) - _index(parts[0].first)) // parts[0].months
    return place if 0 <= place < len(parts) else None


def _index(month: Month) -> int:
    return month[0] * 12 + month[1] - 1


def _month(index: int) -> Month:
    return index // 12, index % 12 + 1
