"""Whom a reference names as its authors: the hosts of an episode."""

import datetime
import re

from braidtui.episode.model import Episode

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HOST = re.compile(r"\b(?:co-?)?(?:host|presenter|anchor)(?:e?s|ess)?\b", re.IGNORECASE)


def authors_of(episode: Episode) -> tuple[str, ...]:
    """Who hosts it, by their roles; where no role says so, everybody of the cast."""
    cast = [speaker for speaker in episode.speakers if speaker.name.strip()]
    hosts = [speaker for speaker in cast if _HOST.search(speaker.role)]
    return tuple(dict.fromkeys(speaker.name.strip() for speaker in hosts or cast))


def part_of_authors(episode: Episode) -> str:
    """`host` or `hosts`; `speakers` where nothing is known but their names."""
    noun = "host" if any(speaker.role for speaker in episode.speakers) else "speaker"
    return noun if len(authors_of(episode)) == 1 else f"{noun}s"


def day_in_words(day: datetime.date) -> str:
    """`May 20`."""
    return f"{_MONTHS[day.month - 1]} {day.day}"
