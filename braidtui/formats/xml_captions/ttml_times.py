"""The times of TTML: clocks, frames, and counts of hours down to ticks (TTML2, 12.3)."""

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

from braidtui.formats.reading.clock import read_told_clock
from braidtui.formats.xml_captions.tree import attribute

_COUNT = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)", re.ASCII)
_FRAMES = re.compile(r"(\d{1,9}:\d{1,2}:\d{1,2}):(\d{1,4})(?:\.\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_RATIO = re.compile(r"(\d{1,9})\s+(\d{1,9})", re.ASCII)
_MILLISECONDS = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0}


class Rates(NamedTuple):
    """How many frames and ticks a second has."""

    frames: float = 30.0
    ticks: float = 1.0


def read_rates(root: ET.Element) -> Rates:
    """The rates that the root tells; without any they are those of the standard (TTML2, 7.2)."""
    told = _positive(attribute(root, "frameRate"))
    ratio = _RATIO.fullmatch(attribute(root, "frameRateMultiplier").strip())
    share = int(ratio[1]) / int(ratio[2]) if ratio and int(ratio[1]) and int(ratio[2]) else 1.0
    frames = (told or 30) * share
    ticks = _positive(attribute(root, "tickRate"))
    return Rates(frames, ticks or (frames if told else 1.0))


def read_time(text: str, rates: Rates) -> int | None:
    """Milliseconds of `1:48.737`, `0.860`, `12.5s`, `500ms`, `00:00:01:12`, `90t`; else None."""
    text = text.strip()
    if counted := _COUNT.fullmatch(text):
        amount, unit = float(counted[1]), counted[2]
        if unit in ("f", "t"):
            return round(amount * 1000 / (rates.frames if unit == "f" else rates.ticks))
        return round(amount * _MILLISECONDS[unit])
    if framed := _FRAMES.fullmatch(text):
        whole = read_told_clock(framed[1])
        return None if whole is None else whole + round(int(framed[2]) * 1000 / rates.frames)
    return read_told_clock(text)


def _positive(text: str) -> int:
    return int(text) if _WHOLE.fullmatch(text.strip()) else 0
