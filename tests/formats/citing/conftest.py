"""An episode to take words out of."""

from dataclasses import replace
from datetime import date

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.citing import Excerpt

TRAINS = Episode(
    title="Night “Trains”",
    show="Rails",
    number=7,
    date=date(2026, 2, 1),
    duration=3_723_000,
    url="https://rails.example/7",
    speakers=(Speaker("moor", "Ada Moor", role="host"), Speaker("lund", "Tom Lund", role="guard")),
    segments=(
        Segment(
            "Tickets",
            0,
            (
                Turn("moor", "Tickets, please. Nobody slept.", 24_000),
                Turn("lund", 'He said "no more".\n\n1. It is late.', 65_500),
                Turn("moor", "Why?"),
            ),
        ),
        Segment("Nothing", 120_000),
    ),
)


def taken(*turns: int, episode: Episode = TRAINS) -> Excerpt:
    """Whole turns of an episode."""
    return Excerpt(
        episode, tuple(TurnSpan(turn, 0, len(episode.turns[turn].text)) for turn in turns)
    )


@pytest.fixture
def bare() -> Episode:
    """The same words, of which nothing else is known."""
    turns = tuple(turn._replace(start=None) for turn in TRAINS.turns)
    return replace(
        TRAINS,
        show="",
        number=None,
        date=None,
        duration=None,
        url="",
        segments=(Segment("", None, turns),),
    )
