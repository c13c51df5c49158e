"""An episode made of what was kept of it, for where its file cannot be read any more."""

import datetime
from contextlib import suppress
from itertools import groupby

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import Attached
from braidtui.notebook.gathering import OfEpisode
from braidtui.notebook.kept import Kept, KeptEpisode


def as_kept(gathered: OfEpisode) -> tuple[Opened, tuple[Attached, ...]]:
    """The episode, its turns what was kept of them, and each thing where it stands in that."""
    was, kept = gathered.episode, [one.kept for one in gathered.things]
    names = dict.fromkeys(anchor.speaker for one in kept for anchor in one.anchors)
    episode = Episode(
        title=was.title,
        speakers=tuple(Speaker(name, name) for name in names),
        segments=tuple(
            Segment(title, None, tuple(turn for one in those for turn in _turns(one)))
            for title, those in groupby(kept, key=lambda one: one.segment)
        ),
        show=was.show,
        number=was.number,
        date=_day(was),
    )
    opened = Opened(was.path, gathered.id, was.key, episode, (), ())
    attached = []
    first = 0
    for one in kept:
        turns = enumerate(one.anchors, first)
        spans = tuple(TurnSpan(turn, 0, len(anchor.text)) for turn, anchor in turns)
        attached.append(Attached(one, spans))
        first += len(spans)
    return opened, tuple(attached)


def _turns(kept: Kept) -> list[Turn]:
    return [Turn(anchor.speaker, anchor.text, anchor.start) for anchor in kept.anchors]


def _day(episode: KeptEpisode) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(episode.date)
    return None
