"""Lines that name a source, and nothing else: a URL, or a site's host name."""

import re
from collections.abc import Sequence

from braidtui.episode.model import Source
from braidtui.episode.web_address import refusal
from braidtui.formats.reading.page.lines import Line

_LONGEST = 2048
_BULLET = re.compile(r"[-•*] +")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SITE = re.compile(r"(?:\w[\w-]{0,62}\.)+(?:xn--[\w-]{1,59}|[^\W\d_]{2,63})(?::\d{1,5})?(?:/\S*)?")


def source_of(line: str) -> Source | None:
    """The source that a line names; None where it is other text, or a URL that nobody may open.

    A site stays a site: no URL is made from it.
    """
    if len(line) > _LONGEST:
        return None
    address = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    address = address.removeprefix("<").removesuffix(">")
    if _WEB.match(address):
        return None if refusal(address) else Source(url=address)
    return Source(site=address) if _SITE.fullmatch(address) else None


def part_sources(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Source, ...]]:
    """The words of a turn, and the sources named by the lines after them; the first line is words
    whatever it looks like."""
    sources: list[Source] = []
    end = len(lines)
    while end > 1 and (source := source_of(lines[end - 1].text)):
        sources.append(source)
        end -= 1
    return lines[:end], tuple(reversed(sources))
