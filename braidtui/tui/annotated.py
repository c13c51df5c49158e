"""An episode with what the screen needs to know of it, worked out once."""

from typing import NamedTuple, Self

from braidtui.episode.model import Episode
from braidtui.episode.quotes import find_quotes
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.turn_span import TurnSpan


class Annotated(NamedTuple):
    """An episode, the numbers of its sources, and for each of its quotes where it stands."""

    episode: Episode
    numbers: SourceNumbers
    quotes: tuple[TurnSpan | None, ...]

    @classmethod
    def of(cls, episode: Episode) -> Self:
        """Works it out; costs follow the length of the episode."""
        return cls(episode, number_sources(episode), find_quotes(episode))
