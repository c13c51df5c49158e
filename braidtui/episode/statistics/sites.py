"""The sites that sources stand on."""

from collections.abc import Iterable
from typing import NamedTuple

from braidtui.episode.model import Episode, Source
from braidtui.episode.sources import NumberedSource, SourceNumbers
from braidtui.episode.web_address import shown_host


class Site(NamedTuple):
    """A site, and the numbers of the sources on it; `name` is "" where none is told."""

    name: str
    numbers: tuple[int, ...]


def sites(sources: Iterable[NumberedSource]) -> tuple[Site, ...]:
    """The sites of these sources, those with most first, then by first appearance."""
    found: dict[str, list[int]] = {}
    for number, source in sources:
        found.setdefault(site_of(source), []).append(number)
    most_first = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(Site(name, tuple(numbers)) for name, numbers in most_first)


def site_of(source: Source) -> str:
    """The host of the URL without `www.`, else the site as it is told, in small letters."""
    return ((source.url and shown_host(source.url)) or source.site).lower().removeprefix("www.")


def first_citing(site: Site, episode: Episode, sources: SourceNumbers) -> int | None:
    """The first turn that rests on a source of a site, else the first of a segment that does."""
    wanted = frozenset(site.numbers)
    for turn in range(len(episode.turns)):
        if not wanted.isdisjoint(sources.of_turn(turn)):
            return turn
    for segment, first in enumerate(episode.first_turns):
        if not wanted.isdisjoint(sources.of_segment(segment)):
            return min(first, len(episode.turns) - 1)
    return None
