"""The definitions of footnotes as sources: title, site, date and address, as we write them."""

import datetime
import re

from braidtui.episode.model import Source
from braidtui.formats.markdown.own.signs import plain

_DEFINED = re.compile(r"\[\^([^\]\[\s]{1,200})\]: ?(.*)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SITE = re.compile(r"[^\W\d_][\w-]{0,62}(?:\.[\w-]{1,63})+(?::\d{1,5})?(?:/\S*)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:\S*", re.ASCII)


def defined(line: str) -> tuple[str, Source] | None:
    """The label and the source that a line defines."""
    definition = _DEFINED.fullmatch(line)
    return (definition[1], source_told(definition[2])) if definition else None


def source_told(told: str) -> Source:
    """`Title, site, 2026-01-31, <https://…>`, each part only where it is known.

    A comma may stand in a title as well: only what looks like a host is taken for the site.
    """
    told, url = _parted_link(told)
    parts = told.split(", ") if told else []
    last = plain(parts[-1]) if parts else ""
    if not url and _SCHEME.fullmatch(last) and not _SITE.fullmatch(last):
        url, parts = last, parts[:-1]
    date = _day(parts[-1]) if parts else None
    parts = parts[:-1] if date else parts
    site = plain(parts[-1]) if parts and _SITE.fullmatch(plain(parts[-1])) else ""
    title = plain(", ".join(parts[:-1] if site else parts))
    return Source(url, title, site, date)


def _parted_link(told: str) -> tuple[str, str]:
    """What stands before the link at the end, and its address; every other `<` is escaped."""
    at = told.rfind("<") if told.endswith(">") else -1
    if at < 0 or told[at - 1 : at] == "\\":
        return told, ""
    return told[:at].removesuffix(", "), told[at + 1 : -1]


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
