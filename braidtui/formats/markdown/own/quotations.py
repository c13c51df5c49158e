"""Pull quotes as we write them: a quotation with its attribution, or a callout of Obsidian."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.episode.timecode import parse_time
from braidtui.formats.markdown.own.signs import CLOCK, plain

_CALLOUT = "[!quote] "
_NO_ATTRIBUTION = "Quote"
_TIME = re.compile(rf"(?:^|, )({CLOCK})$", re.ASCII)


class Quotation(NamedTuple):
    """A pull quote: its paragraphs, and the name and time (milliseconds) of its attribution."""

    text: str
    name: str
    start: int | None


def read_quotation(lines: Sequence[str]) -> Quotation:
    """A quotation from its lines, each of which begins with `>`."""
    paragraphs = [text for line in lines if (text := line[1:].removeprefix(" ")).strip(" \t")]
    attribution = ""
    if paragraphs and paragraphs[0].startswith(_CALLOUT):
        attribution = paragraphs.pop(0).removeprefix(_CALLOUT)
        attribution = "" if attribution == _NO_ATTRIBUTION else attribution
    elif len(paragraphs) > 1 and paragraphs[-1].startswith("— "):
        attribution = paragraphs.pop().removeprefix("— ")
    time = _TIME.search(attribution[-40:])
    name = attribution[: len(attribution) - len(time[0])] if time else attribution
    start = parse_time(time[1]) if time else None
    return Quotation("\n\n".join(map(plain, paragraphs)), plain(name), start)
