"""Times as files of captions really have them."""

import re

CLOCK = r"(?:(?:\d{1,9}:)?\d{1,3}:)?\d{1,9}(?:[.,]\d{1,9})?"
_CLOCK = re.compile(r"(?:(?:(\d{1,9}):)?(\d{1,3}):)?(\d{1,9})(?:[.,](\d{1,9}))?", re.ASCII)


def read_clock(text: str) -> int | None:
    """Milliseconds of `1:02:03.456`, `02:03,4`, `59.9` or `7`; None where it is no time.

    A comma is a point, hours and minutes may be missing, a fraction has one digit to nine.
    """
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return None
    hours, minutes, seconds, fraction = clock.groups()
    if minutes is not None and (int(seconds) > 59 or (hours is not None and int(minutes) > 59)):
        return None
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "")[:3].ljust(3, "0"))
