"""The line that tells when a subtitle is seen, and the index above it, as they are written."""

import re
from typing import NamedTuple

from braidtui.formats.captions.arrows import tells_times
from braidtui.formats.reading.clock import milliseconds

_BLANK = r"[ \t\f\v\xa0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060\u3000]"
_DASH = r"[-\u2010-\u2015\u2212]"
_COLON = rf"{_BLANK}?[:\uff1a]{_BLANK}?"
_POINT = rf"{_BLANK}?[.,:;\uff0e\uff0c\u3002\uff1a]{_BLANK}?"
_CLOCK = rf"(-?)(?:(?:(\d{{1,9}}){_COLON})?(\d{{1,3}}){_COLON})?(\d{{1,9}})(?:{_POINT}(\d{{0,9}}))?"
_ARROW = rf"(?:{_DASH}++(?:{_BLANK}{_DASH}*+)?(?:>|&gt;)|\u2192|--[.,]?(?={_BLANK}))"
TIMING = re.compile(
    # What the players write: an index, full clocks, commas, an arrow between single blanks.
    r"^(?:(\d{1,18})\n(\d{2,9}):(\d\d):(\d\d),(\d{3}) --> (\d{2,9}):(\d\d):(\d\d),(\d{3})$"
    # What else is met: the clocks alone are needed, and behind an index only the first of them.
    rf"|{_BLANK}*+(?:([-+#]?\d{{1,18}}(?:\.\d{{0,9}})?[.):]?){_BLANK}*+\n"
    rf"((?:{_BLANK}*+\n){{0,3}}){_BLANK}*+)?"
    rf"(?P<clocks>(?:(\d{{1,9}})[.)]?{_BLANK}++)?{_CLOCK}{_BLANK}*+{_ARROW}{_BLANK}*+"
    rf"(?:{_CLOCK}|(?(10)|(?!))))([^\n]*))",
    re.MULTILINE | re.ASCII,
)
_HEAD = re.compile(r">|&gt;|\u2192")  # of an arrow; `--.` and `--` are met between full clocks
_BARE = re.compile(rf"{_BLANK}*+(?:\n|\Z)")
_SETTINGS = re.compile(
    r"(?:\s*+(?:[XY][12]|align|line|position|region|size|vertical|[ADLST]):\s*+\S*+)*+\s*+",
    re.IGNORECASE,
)


class Clock(NamedTuple):
    """The parts of a time: digits, None where a part is not told."""

    sign: str | None
    hours: str | None
    minutes: str | None
    seconds: str | None
    fraction: str | None

    @property
    def millis(self) -> int:
        """In milliseconds, never below zero; 90 minutes are an hour and a half."""
        if self.sign:
            return 0
        return milliseconds(self.hours, self.minutes, self.seconds, self.fraction)


class Timing(NamedTuple):
    """The parts of a match of TIMING that is not what players write.

    `number` is an index on a line above, with `gap` (blank lines) between the two, `glued` one on
    the line itself; `words` is what stands behind the times and is no setting (coordinates,
    `align:start`). `end` has no seconds where it is missing. `written` is the line, `at` its place.
    """

    number: str
    has_gap: bool
    glued: str
    start: Clock
    end: Clock
    words: str
    at: int
    written: str


def timing_of(match: re.Match[str]) -> Timing:
    """The parts of a match of TIMING that is not what players write."""
    number, gap, _, glued, *clocks, rest = match.groups()[9:]
    words = "" if not rest or _SETTINGS.fullmatch(rest) else rest.strip()
    start, end = Clock(*clocks[:5]), Clock(*clocks[5:])
    at = match.string.rfind("\n", 0, match.start("clocks")) + 1
    written = match.string[at : match.end()]
    return Timing(number or "", bool(gap), glued or "", start, end, words, at, written)


def is_timing(timing: Timing, text: str, has_fractions: bool | None) -> bool:
    """Whether such a line tells times: `5 --> 6`, and `10:30 --> Rome` are words.

    The less it has of a time, the better it must be introduced, by an index or a blank line;
    `has_fractions` tells whether the first subtitle has milliseconds (None: this is the first).
    """
    start, end = timing.start, timing.end
    is_full = start.hours is not None and start.fraction is not None
    is_bare = end.seconds is not None and not timing.words
    if not _HEAD.search(timing.written):
        return is_full and is_bare and end.fraction is not None and has_fractions is not False
    if is_full and is_bare and has_fractions is not False:
        return True
    is_introduced = bool(timing.number) or stands_alone(text, timing.at)
    if not is_bare:
        return is_full and is_introduced
    if not is_introduced and has_fractions is not None:
        return has_fractions == (start.fraction is not None)
    return tells_times(*start[2:5:2], *end[2:5:2])


def stands_alone(text: str, at: int) -> bool:
    """Whether no words stand on the line above the one that begins at `at`."""
    above = text.rfind("\n", 0, max(at - 1, 0)) + 1
    return at == 0 or _BARE.match(text, above) is not None
