"""From what is typed after a field's colon to what the field is to be."""

import re
from collections.abc import Callable
from datetime import date

from braidtui.episode.timecode import HOUR, MINUTE, SECOND, parse_time
from braidtui.find.folding import fold
from braidtui.find.phrase import phrase_of
from braidtui.library.search.fields import Field, Kind
from braidtui.library.search.query import Days, Numbers, Phrase
from braidtui.library.search.syntax.pieces import Piece

Wanted = Phrase | Numbers | Days | str
_Range = tuple[int | None, int | None]
_OPEN: _Range = (None, None)

_COMPARISON = re.compile("([<>]=?|=)(.+)")
_RANGE = re.compile(r"(.*?)\.\.\.?(.*)")
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AMOUNT = r"(\d{1,6}(?:\.\d{1,3})?)"
_UNITS = re.compile(rf"(?:{_AMOUNT}h)?(?:{_AMOUNT}m(?:in)?)?(?:{_AMOUNT}s)?", re.ASCII)
_MINUTES = re.compile(rf"(?:{_AMOUNT}h)?{_AMOUNT}", re.ASCII)


def read_value(field: Field, piece: Piece, *, is_going_on: bool) -> Wanted | None:
    """What a field is to be; None where the value is none that it takes.

    The last word of a name is whole only where it stands in quotes that are closed.
    """
    if field.kind is Kind.NAME:
        begun = not piece.is_quoted or piece.is_starred or is_going_on
        return phrase_of(piece.value, is_prefix=begun)
    value = "".join(fold(piece.value).replace("…", "..").split())
    if field.kind is Kind.CHOICE:
        return _choice(field, value)
    return _READERS[field.kind](value)


def _choice(field: Field, value: str) -> str | None:
    fitting = (choice for choice in field.choices if value in (choice, f"{choice}s"))
    return next(fitting, None)


def _episodes(value: str) -> Numbers | Phrase | None:
    if numbers := _range(value, _number):
        return Numbers(*numbers)
    is_id = not (_COMPARISON.match(value) or _RANGE.match(value))
    return phrase_of(value) if is_id else None


def _number(value: str) -> tuple[int, int] | None:
    return (int(value), int(value)) if _NUMBER.fullmatch(value) else None


def _days(value: str) -> Days | None:
    if (found := _range(value, _day)) is None:
        return None
    try:
        return Days(*(None if end is None else date.fromordinal(end) for end in found))
    except (ValueError, OverflowError):  # the day before the first, or after the last of all
        return None


def _day(value: str) -> tuple[int, int] | None:
    """The first and the last day of a year, a month or a day, as ordinals."""
    if not (match := _DAY.fullmatch(value)):
        return None
    from calendar import monthrange

    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        end = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:  # no day of the calendar
        return None
    return first.toordinal(), end.toordinal()


def _length(value: str) -> Numbers | None:
    """A length alone is meant to the minute, to the second where it tells seconds."""
    if exact := _milliseconds(value):
        grain = SECOND if "s" in value or ":" in value else MINUTE
        return Numbers(exact[0], exact[0] + grain - 1)
    found = _range(value, _milliseconds)
    return Numbers(*found) if found else None


def _milliseconds(value: str) -> tuple[int, int] | None:
    if ":" in value:
        clock = parse_time(value)
        return None if clock is None else (clock, clock)
    amounts = _MINUTES.fullmatch(value) or (value and _UNITS.fullmatch(value))
    if not amounts:
        return None
    units = zip(amounts.groups(), (HOUR, MINUTE, SECOND), strict=False)
    length = sum(round(float(amount or 0) * unit) for amount, unit in units)
    return length, length


def _range(value: str, read: Callable[[str], tuple[int, int] | None]) -> _Range | None:
    """Both ends, included, of `a..b`, `..b`, `a..`, `>a`, `<=a` and the like, or of `a` itself.

    `read` gives the first and the last of what one value stands for.
    """
    if match := _RANGE.fullmatch(value):
        return _between(*(read(end) if end else _OPEN for end in match.groups()))
    comparison = _COMPARISON.fullmatch(value)
    sign, one = comparison.groups() if comparison else ("=", value)
    if not (found := read(one)):
        return None
    ends: dict[str, _Range] = {
        "=": found,
        ">": (found[1] + 1, None),
        ">=": (found[0], None),
        "<": (None, found[0] - 1),
        "<=": (None, found[1]),
    }
    return ends[sign]


def _between(begin: _Range | None, end: _Range | None) -> _Range | None:
    """From the one to the other, whichever is first; None where one cannot be read."""
    if begin is None or end is None or begin == end == _OPEN:
        return None
    ends = [it for it in (*begin, *end) if it is not None]
    return (
        None if begin == _OPEN else min(ends),
        None if end == _OPEN else max(ends),
    )


_READERS: dict[Kind, Callable[[str], Wanted | None]] = {
    Kind.EPISODE: _episodes,
    Kind.DAYS: _days,
    Kind.LENGTH: _length,
}
