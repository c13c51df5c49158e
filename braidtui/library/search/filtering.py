"""Whether a filter of a query holds: for an episode, for a speaker, for a source."""

import re

from braidtui.episode.model import Source, Speaker
from braidtui.find.phrase import Phrase
from braidtui.find.word_finder import stands_in
from braidtui.find.words import words
from braidtui.library.entry import Entry
from braidtui.library.search.query import Days, Filter, Numbers

_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


def holds_for_entry(filter: Filter, entry: Entry, read: float = 0) -> bool:
    """A filter of a field that is of the episode; `read` is how much of it is, 0 to 1."""
    wanted = filter.wanted
    if isinstance(wanted, Days):
        return entry.date in wanted
    if isinstance(wanted, Numbers):
        return (entry.duration if filter.field == "dur" else _number(entry)) in wanted
    if isinstance(wanted, str):
        return (read >= 1) == (wanted == "read")
    if filter.field == "episode":
        return is_id(wanted, entry.id) or is_id(wanted, entry.key)
    return stands_in(wanted, entry.show if filter.field == "show" else entry.title)


def holds_for_speaker(filter: Filter, speaker: Speaker) -> bool:
    """A filter of the field speaker, role, model or voice."""
    wanted = filter.wanted
    if not isinstance(wanted, Phrase):
        return False
    if filter.field == "speaker":
        return stands_in(wanted, speaker.name) or is_id(wanted, speaker.id)
    return stands_in(wanted, getattr(speaker, filter.field))


def holds_for_source(filter: Filter, source: Source) -> bool:
    """A filter of the field site."""
    wanted = filter.wanted
    return isinstance(wanted, Phrase) and any(stands_in(wanted, site) for site in sites_of(source))


def sites_of(source: Source) -> tuple[str, ...]:
    """The site of a source, and the host of its URL, each where it is known."""
    host = _HOST.match(source.url)
    return tuple(site for site in (source.site, host[1] if host else "") if site)


def is_id(phrase: Phrase, id: str) -> bool:
    """Whether a phrase is the whole of an id."""
    return tuple(word.text for word in words(id)) == phrase.words


def _number(entry: Entry) -> int | None:
    """Without a number, an id of digits is one."""
    if entry.number is None and _NUMBER.fullmatch(entry.id):
        return int(entry.id)
    return entry.number
