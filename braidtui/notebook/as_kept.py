"""An episode made of what was kept of it, for where its file cannot be read any more."""

import datetime
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import Attached, attached
from braidtui.notebook.gathering import OfEpisode
from braidtui.notebook.kept import Anchor, KeptEpisode


def as_kept(gathered: OfEpisode) -> tuple[Opened, tuple[Attached, ...]]:
    """The episode, its turns what was kept of them, and each thing where it stands in that."""
    was, kept = gathered.episode, [one.kept for one in gathered.things]
    names = dict.fromkeys(anchor.speaker for one in kept for anchor in one.anchors)
    segments: list[Segment] = []
    things: list[Attached] = []
    first = 0
    for title, those in groupby(kept, key=lambda one: one.segment):
        group = list(those)
        said = _without_repeats(anchor for one in group for anchor in one.anchors)
        segments.append(Segment(title, None, tuple(map(_turn, said))))
        things += (
            attached(one, [(_span(anchor, said, first),) for anchor in one.anchors])
            for one in group
        )
        first += len(said)
    episode = Episode(
        title=was.title,
        speakers=tuple(Speaker(name, name) for name in names),
        segments=tuple(segments),
        show=was.show,
        number=was.number,
        date=_day(was),
    )
    return Opened(was.path, gathered.id, was.key, episode, (), ()), tuple(things)


def _without_repeats(anchors: Iterable[Anchor]) -> list[Anchor]:
    """Those that hold all the others, in the order of the text."""
    found: list[Anchor] = []
    for anchor in sorted(anchors, key=lambda it: it.begin - it.end):
        if all(_place_in(other, anchor) is None for other in found):
            found.append(anchor)
    return sorted(found, key=lambda it: (it.turn, it.begin))


def _span(anchor: Anchor, said: Sequence[Anchor], first: int) -> TurnSpan:
    """Where an anchor stands in the turns that are made of these, counted from `first`."""
    places = ((n, _place_in(other, anchor)) for n, other in enumerate(said, first))
    return next(TurnSpan(n, at, at + len(anchor.text)) for n, at in places if at is not None)


def _place_in(other: Anchor, anchor: Anchor) -> int | None:
    """Where the words of an anchor stand in those of another one of the same turn."""
    at = anchor.begin - other.begin
    if (other.turn, other.speaker, other.start) != (anchor.turn, anchor.speaker, anchor.start):
        return None
    return at if at >= 0 and other.text[at : at + len(anchor.text)] == anchor.text else None


def _turn(anchor: Anchor) -> Turn:
    return Turn(anchor.speaker, anchor.text, anchor.start)


def _day(episode: KeptEpisode) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(episode.date)
    return None
