"""The list of sources at the end of a print: each by its number."""

import datetime
import re
from collections.abc import Iterable

from braidtui.episode.model import Source
from braidtui.episode.safe_text import clean_line
from braidtui.formats.printed.parts import Block
from braidtui.formats.printed.seams import Seams
from braidtui.formats.reading.page.source_lines import source_of

_ENTRY = re.compile(r"\[(\d{1,7})\](?: +|$)", re.ASCII)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:\S+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_sources(entries: Iterable[Block], seams: Seams) -> dict[int, Source]:
    """The sources by number; a line that gives no number goes on with the entry above it."""
    sources: dict[int, Source] = {}
    for entry in entries:
        if found := _ENTRY.match(entry.lines[0]):
            first = " " * found.end() + entry.lines[0][found.end() :]
            told = [line for line in (first, *entry.lines[1:]) if line.strip()]
            source = _source(told, seams)
            if source.url or source.site:
                sources.setdefault(int(found[1]), source)
    return sources


def _source(lines: list[str], seams: Seams) -> Source:
    """The address is the last line, and whole; before it stand title, site and date."""
    last = lines[-1].strip() if lines else ""
    url = last if _ADDRESS.fullmatch(last) else ""
    parts = seams.joined(lines[: len(lines) - bool(url)]).split(" · ")
    date = _day(parts[-1]) if url or len(parts) > 1 else None
    parts = parts[:-1] if date else parts
    has_site = bool(parts) and _is_site(parts[-1], url)
    site = parts[-1] if has_site else ""
    title = " · ".join(parts[:-1] if has_site else parts)
    return Source(clean_line(url), clean_line(title), clean_line(site), date)


def _is_site(text: str, url: str) -> bool:
    """Whether the last part names a site, as it must where there is no address."""
    named = source_of(text)
    return not url or (named is not None and bool(named.site))


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
