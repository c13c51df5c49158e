"""What an episode, or one segment of it, comes to: talk time, words, turns, sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.statistics.lengths import segment_lengths, turn_lengths
from braidtui.episode.statistics.sites import Site, sites
from braidtui.episode.statistics.words import count_words
from braidtui.episode.timecode import MINUTE


class Tally(NamedTuple):
    """What some turns come to. `time` is that of the turns whose length is known, in milliseconds;
    so are the words in it."""

    turns: int
    words: int
    timed_turns: int
    timed_words: int
    time: int

    @property
    def talk_time(self) -> int | None:
        """Milliseconds of the turns whose length is known, None where that is none."""
        return self.time if self.timed_turns else None

    @property
    def words_a_minute(self) -> float | None:
        """The pace of the turns whose length is known."""
        return self.timed_words * MINUTE / self.time if self.time else None


class Longest(NamedTuple):
    """The longest turn of a speaker by time, or where no length is known by words."""

    turn: int
    length: int | None
    words: int


class SpeakerNumbers(NamedTuple):
    """What a speaker comes to, told by the place in the cast."""

    speaker: int
    tally: Tally
    longest: Longest


class SegmentNumbers(NamedTuple):
    """What a segment comes to, counted from 0; its length is None where the times do not tell."""

    segment: int
    length: int | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of an episode, or of its one segment in `segments`.

    Speakers are those who speak, who speaks most first. `turns` are those that were counted.
    """

    episode: Episode
    turns: range
    total: Tally
    speakers: tuple[SpeakerNumbers, ...]
    segments: tuple[SegmentNumbers, ...]
    sites: tuple[Site, ...]

    @property
    def is_whole(self) -> bool:
        """Whether they are those of the whole episode."""
        return len(self.segments) == len(self.episode.segments)

    @property
    def is_timed(self) -> bool:
        """Whether the length of any turn is known; else words are all there is to compare."""
        return self.total.timed_turns > 0

    @property
    def sources(self) -> int:
        """How many sources there are, equal URLs being one."""
        return sum(len(site.numbers) for site in self.sites)

    def share(self, tally: Tally) -> float:
        """Which part of the whole some turns are, from 0 to 1: by time, or without times by words.

        Where but some turns are timed, it is their part of the time that is known.
        """
        if self.is_timed:
            return tally.time / self.total.time if self.total.time else 0.0
        return tally.words / self.total.words if self.total.words else 0.0


def numbers_of(
    episode: Episode, segment: int | None = None, sources: SourceNumbers | None = None
) -> Numbers:
    """The numbers of a whole episode, or of one segment of it, counted from 0.

    Costs follow the length of the text; `sources`, where they are known already, save some.
    """
    sources = sources or number_sources(episode)
    measured = _Measured(episode)
    if segment is None:
        turns, chosen, cited = range(len(episode.turns)), range(len(episode.segments)), sources.all
    else:
        turns, chosen = measured.turns_of(segment), range(segment, segment + 1)
        cited = tuple(sources.all[number - 1] for number in sources.of_segment(segment))
    return Numbers(
        episode,
        turns,
        measured.tally(turns),
        measured.speakers(turns),
        measured.segments(chosen),
        sites(cited),
    )


class _Measured:
    """Words and length of each turn, and what some turns come to."""

    def __init__(self, episode: Episode) -> None:
        self._episode = episode
        self._words = [count_words(turn.text) for turn in episode.turns]
        self._lengths = turn_lengths(episode)

    def turns_of(self, segment: int) -> range:
        first = self._episode.first_turns[segment]
        return range(first, first + len(self._episode.segments[segment].turns))

    def tally(self, turns: Sequence[int]) -> Tally:
        timed = [turn for turn in turns if self._lengths[turn] is not None]
        return Tally(
            len(turns),
            sum(self._words[turn] for turn in turns),
            len(timed),
            sum(self._words[turn] for turn in timed),
            sum(self._lengths[turn] or 0 for turn in timed),
        )

    def speakers(self, turns: Sequence[int]) -> tuple[SpeakerNumbers, ...]:
        spoken: dict[str, list[int]] = {}
        for turn in turns:
            spoken.setdefault(self._episode.turns[turn].speaker, []).append(turn)
        numbers = [
            SpeakerNumbers(index, self.tally(own), self._longest(own))
            for index, speaker in enumerate(self._episode.speakers)
            if (own := spoken.get(speaker.id))
        ]
        return tuple(sorted(numbers, key=lambda it: (-it.tally.time, -it.tally.words)))

    def segments(self, chosen: Sequence[int]) -> tuple[SegmentNumbers, ...]:
        lengths = segment_lengths(self._episode)
        return tuple(
            SegmentNumbers(index, lengths[index], self.tally(self.turns_of(index)))
            for index in chosen
        )

    def _longest(self, turns: Sequence[int]) -> Longest:
        """The first of those that are longest."""
        turn = max(turns, key=lambda it: (self._length_or_less(it), self._words[it]))
        return Longest(turn, self._lengths[turn], self._words[turn])

    def _length_or_less(self, turn: int) -> int:
        length = self._lengths[turn]
        return -1 if length is None else length
