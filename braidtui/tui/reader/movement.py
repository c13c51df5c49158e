"""Jumping by segment, turn and speaker, and back to where one jumped from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from braidtui.episode.model import Episode
from braidtui.library.opened import Opened
from braidtui.tui.transcript.reading import HEAD, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

_REMEMBERED_JUMPS = 100


class Reading(Protocol):
    """What a jump needs of the screen."""

    @property
    def opened(self) -> Opened: ...
    @property
    def transcript(self) -> TranscriptView: ...
    def tell(self, message: str) -> None: ...


class Movement:
    """The jumps of one reader; remembers where they began."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._jumped_from: list[ReadingPlace] = []

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        nth = {f"segment_{n}": partial(self.to_segment, n - 1) for n in range(1, 10)}
        return nth | {
            "next_segment": self.to_next_segment,
            "previous_segment": self.to_previous_segment,
            "next_turn": partial(self._step, 1),
            "previous_turn": partial(self._step, -1),
            "next_turn_of_speaker": partial(self._step_of_speaker, 1),
            "previous_turn_of_speaker": partial(self._step_of_speaker, -1),
            "top": partial(self._to_end, 0.0),
            "end": partial(self._to_end, 1.0),
            "back": self.back,
        }

    def forget(self) -> None:
        """Another episode: its places mean nothing here."""
        self._jumped_from.clear()

    def to_turn(self, turn: int, *, offset: int = 0, flash: bool = False) -> None:
        """Jump to a turn, remembering where from."""
        self.remember()
        self._reading.transcript.jump(ReadingPlace(turn, offset), flash=flash)

    def to_segment(self, segment: int) -> None:
        """Jump to the start of a segment, counted from 0."""
        episode = self._episode
        if not 0 <= segment < len(episode.segments):
            self._reading.tell(f"There are {len(episode.segments)} segments.")
            return
        self.to_turn(min(episode.first_turns[segment], len(episode.turns) - 1))

    def to_next_segment(self) -> None:
        """Jump to the next segment, at the last one to its end."""
        segment = self._segment() + 1
        if segment < len(self._episode.segments):
            self.to_segment(segment)
        else:
            self.to_turn(len(self._episode.turns) - 1)

    def to_previous_segment(self) -> None:
        """Jump to the start of this segment, from there to the one before."""
        segment = self._segment()
        first = self._episode.first_turns[segment]
        if self._reading.transcript.is_on_top(first):
            while segment > 0 and self._episode.first_turns[segment] == first:
                segment -= 1  # one without turns stands where the next one does
        self.to_segment(segment)

    def back(self) -> None:
        """Return to where the latest jump began."""
        if not self._jumped_from:
            self._reading.tell("No jump to go back from.")
            return
        self._reading.transcript.jump(self._jumped_from.pop())

    def remember(self) -> None:
        """Note the present place as one to come back to."""
        view = self._reading.transcript
        place = ReadingPlace(0, HEAD) if view.is_at_head else view.place
        if not self._jumped_from or self._jumped_from[-1] != place:
            self._jumped_from.append(place)
            del self._jumped_from[:-_REMEMBERED_JUMPS]

    @property
    def _episode(self) -> Episode:
        return self._reading.opened.episode

    def _segment(self) -> int:
        return self._episode.segment_of(self._reading.transcript.place.turn)

    def _to_end(self, fraction: float) -> None:
        self.remember()
        self._reading.transcript.jump_to_fraction(fraction)

    def _step(self, direction: int) -> None:
        """One turn on or back; back goes to this turn's own start first."""
        turn, offset = self._reading.transcript.place
        last = len(self._episode.turns) - 1
        goal = turn if direction < 0 and offset > 0 else turn + direction
        place = ReadingPlace(max(0, min(goal, last)), 0)
        self._reading.transcript.jump(place, is_jump=direction < 0)

    def _step_of_speaker(self, direction: int) -> None:
        turns = self._episode.turns
        here = self._reading.transcript.place.turn
        goal = here + direction
        while 0 <= goal < len(turns) and turns[goal].speaker != turns[here].speaker:
            goal += direction
        if 0 <= goal < len(turns):
            self.remember()
            self._reading.transcript.jump(ReadingPlace(goal, 0))
        else:
            speaker = self._episode.speakers_by_id[turns[here].speaker].name
            self._reading.tell(f"No {'later' if direction > 0 else 'earlier'} turn of {speaker}.")
