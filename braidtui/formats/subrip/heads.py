"""Where the subtitles of a text begin: index and times, as players write them or nearly so."""

import re
from typing import NamedTuple

from braidtui.formats.reading.clock import milliseconds
from braidtui.formats.subrip.timing import TIMING, Timing, is_timing, stands_alone, timing_of

_LABEL = re.compile(r"[^\s\d]\S{0,19}(?:[ \t]\S{0,12}\d)?(?<![.,!?…])")


class Head(NamedTuple):
    """Index and times (milliseconds) of a subtitle. It begins at the place `at` of the text, its
    lines at `body`. `timing` is None where it is written as players write it."""

    id: str
    start: int
    end: int
    at: int
    body: int
    timing: Timing | None = None


def heads_of(text: str) -> list[Head]:
    """The head of each subtitle of a text with LF alone, in the order of the text."""
    heads: list[Head] = []
    for match in TIMING.finditer(text):
        head = _odd(match, heads) if match[1] is None else _plain(match, heads)
        if head is not None:
            heads.append(head)
    return heads


def _plain(match: re.Match[str], heads: list[Head]) -> Head:
    index, *digits = match.groups()[:9]
    start, till = milliseconds(*digits[:4]), milliseconds(*digits[4:])
    at, body = match.span()
    if heads and not heads[-1].id and not _says(match.string, heads[-1], at):
        return Head("", start, till, at + len(index) + 1, body)
    return Head(index, start, till, at, body)


def _odd(match: re.Match[str], heads: list[Head]) -> Head | None:
    text, timing = match.string, timing_of(match)
    if not is_timing(timing, text, _has_fractions(heads)):
        return None
    id, at = _index(timing, match, heads)
    start = timing.start.millis
    end = start if timing.end.seconds is None else timing.end.millis
    body = text.rfind(timing.words, match.start(), match.end()) if timing.words else match.end()
    return Head(id, start, end, at, body, timing)


def _has_fractions(heads: list[Head]) -> bool | None:
    if not heads:
        return None
    return heads[0].timing is None or heads[0].timing.start.fraction is not None


def _index(timing: Timing, match: re.Match[str], heads: list[Head]) -> tuple[str, int]:
    """The index of a subtitle, "" where it has none, and where it begins.

    A number above is one unless it is all that the subtitle before it says; beyond a blank line it
    must be the next one, or stand like the first. So is a word that stands by itself where others
    have an index.
    """
    above = heads[-1] if heads else None
    if timing.number and _is_index(timing, match, heads):
        return timing.number, match.start()
    if timing.glued:
        return timing.glued, timing.at
    label, at = _label(match.string, timing.at)
    if label and (above is None or (above.id and _says(match.string, above, at))):
        return label, at
    return "", timing.at


def _label(text: str, end: int) -> tuple[str, int]:
    """A word, or two with a number, that is all between a blank line and the place `end`, and
    where its line begins; "" where there is none."""
    if text.startswith("\n", end - 2):
        return "", end
    at = text.rfind("\n", 0, max(end - 1, 0)) + 1
    label = text[at:end].strip()
    return (label, at) if _LABEL.fullmatch(label) and stands_alone(text, at) else ("", end)


def _is_index(timing: Timing, match: re.Match[str], heads: list[Head]) -> bool:
    if not heads:
        return True
    first, above = heads[0], heads[-1]
    if timing.has_gap and not (first.timing and first.timing.has_gap):
        numbers = (timing.number, above.id)
        return all(map(str.isdecimal, numbers)) and int(timing.number) == int(above.id) + 1
    return bool(above.id) or _says(match.string, above, match.start())


def _says(text: str, head: Head, end: int) -> bool:
    """Whether a subtitle has words before the place `end`."""
    return bool(text[head.body : end].strip())
