"""The episode: frozen values, from the show down to the source of one turn.

A text that is absent is the empty string, a number, date or time that is absent is None. Times are
whole milliseconds. Every string is safe text already (see `safe_text`).
"""

import datetime
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement rests on: a URL, or where a page does not tell one, only its site."""

    url: str = ""
    title: str = ""
    site: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `model` writes the lines, `voice` speaks them; turns name the `id`."""

    id: str
    name: str
    role: str = ""
    model: str = ""
    voice: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote: a verbatim span of a turn; `speaker` and `start` are that turn's, if given."""

    text: str
    speaker: str = ""
    start: int | None = None


class Turn(NamedTuple):
    """What one speaker says in one go; paragraphs are parted by a blank line.

    A tuple, as an episode may hold 100,000 of them.
    """

    speaker: str
    text: str
    start: int | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A titled stretch of an episode, from its start to the start of the next one."""

    title: str
    start: int | None = None
    turns: tuple[Turn, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Episode:
    """One episode, whole. Turns are counted from 0 through all segments."""

    title: str
    speakers: tuple[Speaker, ...]
    segments: tuple[Segment, ...]
    show: str = ""
    number: int | None = None
    date: datetime.date | None = None
    duration: int | None = None
    summary: str = ""
    url: str = ""
    audio: str = ""
    language: str = ""
    note: str = ""
    quotes: tuple[Quote, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn of every segment, in order."""
        return tuple(turn for segment in self.segments for turn in segment.turns)

    @cached_property
    def first_turns(self) -> tuple[int, ...]:
        """For each segment the index of its first turn (of the next one, where it has none)."""
        indices, count = [], 0
        for segment in self.segments:
            indices.append(count)
            count += len(segment.turns)
        return tuple(indices)

    @cached_property
    def speakers_by_id(self) -> Mapping[str, Speaker]:
        """The cast, by the id that turns and quotes name."""
        return MappingProxyType({speaker.id: speaker for speaker in self.speakers})

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each turn starts; one that tells no time has that of the turn before it."""
        starts, latest = [], 0
        for turn in self.turns:
            latest = latest if turn.start is None else turn.start
            starts.append(latest)
        return tuple(starts)

    @cached_property
    def is_timed(self) -> bool:
        """Whether any turn tells its time."""
        return any(turn.start is not None for turn in self.turns)

    def segment_of(self, turn: int) -> int:
        """The index of the segment that holds a turn."""
        return bisect_right(self.first_turns, turn) - 1

    def turn_at(self, milliseconds: int) -> int:
        """The turn being spoken at a time: the last that starts no later."""
        return max(0, bisect_right(self.starts, milliseconds) - 1)

    def end_of_segment(self, segment: int) -> int | None:
        """Where the next segment starts, or the duration; None where neither is known."""
        for later in self.segments[segment + 1 :]:
            if later.start is not None:
                return later.start
        return self.duration
