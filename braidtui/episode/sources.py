"""The sources of an episode, numbered by first appearance; equal URLs are one source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from braidtui.episode.model import Episode, Source


class NumberedSource(NamedTuple):
    """A source and its number, from 1; it has the first title, site and date that are known."""

    number: int
    source: Source


@dataclass(frozen=True)
class SourceNumbers:
    """Every source of an episode, and which numbers stand where, each once and in order."""

    all: tuple[NumberedSource, ...]
    of_episode: tuple[int, ...]
    _of_segments: Sequence[tuple[int, ...]]
    _of_turns: Sequence[tuple[int, ...]]

    def of_turn(self, turn: int) -> tuple[int, ...]:
        """The numbers cited by a turn, counted through the episode."""
        return self._of_turns[turn]

    def of_segment(self, segment: int) -> tuple[int, ...]:
        """The numbers cited by a segment itself, then by its turns."""
        return self._of_segments[segment]


def number_sources(episode: Episode) -> SourceNumbers:
    """Numbers the episode's own sources, then segment by segment its own and those of its turns.

    Sources without a URL are never one: nobody knows whether they are the same page.
    """
    register = _Register()
    of_episode = register.numbers(episode.sources)
    of_segments: list[tuple[int, ...]] = []
    of_turns: list[tuple[int, ...]] = []
    for segment in episode.segments:
        numbers = list(register.numbers(segment.sources))
        for turn in segment.turns:
            of_turns.append(register.numbers(turn.sources))
            numbers += of_turns[-1]
        of_segments.append(tuple(dict.fromkeys(numbers)))
    numbered = (NumberedSource(number, source) for number, source in enumerate(register.sources, 1))
    return SourceNumbers(tuple(numbered), of_episode, of_segments, of_turns)


class _Register:
    """Gives each source its number, and learns what a later mention adds to it."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self._numbers: dict[str, int] = {}

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(self._number, sources))) if sources else ()

    def _number(self, source: Source) -> int:
        number = self._numbers.get(source.url) if source.url else None
        if number is None:
            self.sources.append(source)
            number = len(self.sources)
            self._numbers[source.url] = number
        else:
            self.sources[number - 1] = _merged(self.sources[number - 1], source)
        return number


def _merged(first: Source, later: Source) -> Source:
    return Source(
        url=first.url,
        title=first.title or later.title,
        site=first.site or later.site,
        date=first.date or later.date,
    )
