"""Times and names as the values of JSON tell them."""

from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.reading.clock import read_told_clock

SECONDS = 1_000
MILLISECONDS = 1
_LATEST = 1e12  # beyond any recording; what is larger may be infinite


def milliseconds(value: object, unit: int = SECONDS) -> int | None:
    """A number of units (each so many milliseconds) in milliseconds; None where it is none.

    A text of a number counts as one (`"12.5"`, and `"1.300s"` as Google has it), and so does a
    clock, whatever the unit.
    """
    if isinstance(value, str):
        return _milliseconds_of_text(value.strip().removesuffix("s"), unit)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(value * unit) if 0 <= value < _LATEST else None


def _milliseconds_of_text(text: str, unit: int) -> int | None:
    clock = read_told_clock(text)
    return clock if clock is None or ":" in text else clock * unit // SECONDS


def checked_milliseconds(value: object, unit: int, line: int, remarks: Remarks) -> int | None:
    """A time that should be a number: what else it is counts as a repair."""
    if value is None:
        return None
    found = milliseconds(value, unit)
    if found is None:
        remarks.repairs.count(line, "what is no time is left out")
    elif isinstance(value, str):
        remarks.repairs.count(line, "a time is written as text")
    return found


def name_of(value: object) -> str:
    """The name of a speaker: a text as it is, a number as `Speaker 0`, of an object its name;
    "" where it is none."""
    if isinstance(value, dict):
        names = (_name(value.get(key)) for key in ("name", "display_name", "label", "id"))
        return next(filter(None, names), "")
    return _name(value)


def _name(value: object) -> str:
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LATEST
    return f"Speaker {value}" if is_number else ""


def label_of(value: object) -> str:
    """`name_of` where recognisers count their speakers: `A` and `1` are `Speaker A` and
    `Speaker 1`."""
    name = name_of(value).strip()
    is_label = len(name) == 1 and (name.isdecimal() or name.isupper()) and name.isascii()
    return f"Speaker {name}" if is_label else name
