"""Times of a recording as files really write them."""

import re

CLOCK = r"(?:(?:(\d{1,9}):)?(\d{1,3}):)?(\d{1,9})(?:[.,](\d{1,9}))?"
"""Groups: hours, minutes, seconds and fraction, as `milliseconds` takes them."""

_CLOCK = re.compile(CLOCK, re.ASCII)


def read_clock(text: str) -> int | None:
    """Milliseconds of `1:02:03.456`, `02:03,4`, `59.9` or `7`; None where it is no time.

    A comma is a point, hours and minutes may be missing, a fraction has one digit to nine. It is
    for words, which may tell other things than a time: `1:75` is none.
    """
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return None
    hours, minutes, seconds, fraction = clock.groups()
    if minutes is not None and (int(seconds) > 59 or (hours is not None and int(minutes) > 59)):
        return None
    return milliseconds(hours, minutes, seconds, fraction)


def read_told_clock(text: str) -> int | None:
    """The same where a format says that a time stands: `0:90:00` is an hour and a half."""
    clock = _CLOCK.fullmatch(text)
    return None if clock is None else milliseconds(*clock.groups())


def milliseconds(
    hours: str | None, minutes: str | None, seconds: str | None, fraction: str | None
) -> int:
    """The digits of a time in milliseconds; a part that is missing is 0."""
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int(fraction[:3].ljust(3, "0") if fraction else 0)
