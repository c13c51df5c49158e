"""An episode of two segments, as it is now, and as it was corrected later."""

from dataclasses import replace
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.library.opened import Opened


def opened_of(episode: Episode, id: str = "007") -> Opened:
    return Opened(Path(f"{id}.yaml"), id, id, episode, (), ())


@pytest.fixture
def opened() -> Opened:
    turns = (Turn("ada", "Good evening.", 0, (Source(site="a.example"),)), Turn("ada", "So it is."))
    segments = (
        Segment("Warp", 0, turns),
        Segment("Weft", 60_000, (Turn("ada", "Across.", 60_000),)),
    )
    speakers = (Speaker("ada", "Ada Byron"),)
    return opened_of(Episode("Seven Looms", speakers, segments, "Braid", 7, duration=90_000))


@pytest.fixture
def corrected(opened: Opened) -> Opened:
    """The episode with another first turn, and longer than was thought."""
    warp, weft = opened.episode.segments
    first = warp.turns[0]._replace(text="Good morning.")
    segments = (replace(warp, turns=(first, *warp.turns[1:])), weft)
    return opened._replace(episode=replace(opened.episode, segments=segments, duration=91_000))
