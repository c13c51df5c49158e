"""Time codes: milliseconds as `H:MM:SS.mmm`, `MM:SS` or seconds, in and out."""

import re

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:\.(\d{1,3}))?", re.ASCII)
_SECONDS = re.compile(r"(\d{1,7})(?:\.(\d{1,9}))?", re.ASCII)


def parse_time(text: str) -> int | None:
    """Milliseconds of `H:MM:SS`, `MM:SS` (each with an optional `.mmm`) or plain seconds.

    `3:12` is 192,000 and `010` is 10,000; None where `text` is no time.
    """
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds, fraction = clock.groups()
        if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
            return None
        whole = int(hours or 0) * HOUR + int(minutes) * MINUTE + int(seconds) * SECOND
        return whole + int((fraction or "0").ljust(3, "0"))
    if plain := _SECONDS.fullmatch(text):
        seconds, fraction = plain.groups()
        return int(seconds) * SECOND + round(float(f"0.{fraction or 0}") * SECOND)
    return None


def format_time(milliseconds: int) -> str:
    """`HH:MM:SS`, with `.mmm` only where there are any: the form an episode file is written in."""
    seconds, rest = divmod(milliseconds, SECOND)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{clock}.{rest:03}" if rest else clock


def format_clock(milliseconds: int, *, hours: bool = True) -> str:
    """`HH:MM:SS`, or `MM:SS` without `hours`, whole seconds: the form that is read."""
    seconds = milliseconds // SECOND
    if hours or seconds >= 3600:
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{seconds // 60:02}:{seconds % 60:02}"


def format_length(milliseconds: int) -> str:
    """A length in words that fit a column: `13 min`, `1 h 05`, `45 s`."""
    seconds = round(milliseconds / SECOND)
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02}"
