"""Jumping by segment, turn and speaker, and back to where one jumped from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from braidtui.episode.model import Episode
from braidtui.library.opened import Opened
from braidtui.tui.reader.place.jumps import Jump, JumpList, Stop, WayBack
from braidtui.tui.transcript.reading import HEAD, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView


class Reading(Protocol):
    """What a jump needs of the screen."""

    @property
    def opened(self) -> Opened: ...
    @property
    def transcript(self) -> TranscriptView: ...
    def read_at(self, stop: Stop) -> None: ...
    def tell(self, message: str) -> None: ...


class Movement:
    """The jumps of one reader; remembers where they began."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._jumps = JumpList()

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
            "forward": self.forward,
        }

    @property
    def here(self) -> Stop:
        """The present place, to come back to."""
        view = self._reading.transcript
        place = ReadingPlace(0, HEAD) if view.is_at_head else view.place
        return Stop(self._reading.opened.path, place)

    def forget(self) -> None:
        """The episode was corrected: its places mean nothing any more."""
        self._jumps.forget(self._reading.opened.path)

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
        shown = self._first_of(segment)
        self.to_turn(episode.first_turns[segment] if shown is None else shown)

    def to_next_segment(self) -> None:
        """Jump to the next segment, at the last one to its end."""
        later = range(self._segment() + 1, len(self._episode.segments))
        firsts = (first for first in map(self._first_of, later) if first is not None)
        self.to_turn(next(firsts, self._beside(len(self._episode.turns), -1)))

    def to_previous_segment(self) -> None:
        """Jump to the start of this segment, from there to the one before."""
        segment = self._segment()
        first = self._first_of(segment) or 0
        if self._reading.transcript.is_on_top(first):
            earlier = map(self._first_of, range(segment - 1, -1, -1))
            # One without turns stands where the next one does.
            first = next((it for it in earlier if it is not None and it != first), first)
        self.to_turn(first)

    def back(self) -> None:
        """Return to where the latest jump began."""
        self._go(self._jumps.back(self.here), "No jump to go back from.")

    def forward(self) -> None:
        """Return to where one last went back from."""
        self._go(self._jumps.forward(self.here), "Nothing to go forward to.")

    def back_and_forth(self) -> None:
        """Return to where the latest jump began; the same again returns here."""
        here = self.here
        self.back()
        self._jumps.remember(here)

    def jump_to(self, stop: Stop) -> None:
        """Jump to a place of this episode or another one."""
        here = self.here
        self._reading.read_at(stop)
        if self.here != here:
            self._jumps.remember(here)

    def remember(self, stop: Stop | None = None) -> None:
        """Note a place, else the present one, as one to come back to."""
        self._jumps.remember(stop or self.here)

    def remember_way(self, way: WayBack) -> None:
        """Note where one came from, when it is no place of an episode."""
        self._jumps.remember(way)

    def _go(self, jump: Jump | None, nowhere: str) -> None:
        if jump is None:
            self._reading.tell(nowhere)
        elif isinstance(jump, Stop):
            self._reading.read_at(jump)
        else:
            jump()

    @property
    def _episode(self) -> Episode:
        return self._reading.opened.episode

    def _segment(self) -> int:
        return self._episode.segment_of(self._reading.transcript.place.turn)

    def _first_of(self, segment: int) -> int | None:
        """The first turn of a segment that is shown, None where all of them are hidden.

        Of a segment without turns, that of the next one.
        """
        first = min(self._episode.first_turns[segment], len(self._episode.turns) - 1)
        reading = self._reading.transcript.reading
        if reading is None or not reading.rows.hides_some:
            return first
        shown = reading.rows.nearest(first)
        return shown if self._episode.segment_of(shown) == segment else None

    def _beside(self, turn: int, direction: int) -> int:
        """The turn shown next to one; at either end that one itself."""
        reading = self._reading.transcript.reading
        if reading is None:
            return max(0, min(turn + direction, len(self._episode.turns) - 1))
        rows = reading.rows
        return rows.nearest(rows.after(turn) if direction > 0 else rows.before(turn))

    def _to_end(self, fraction: float) -> None:
        self.remember()
        self._reading.transcript.jump_to_fraction(fraction)

    def _step(self, direction: int) -> None:
        """One turn on or back; back goes to this turn's own start first."""
        turn, offset = self._reading.transcript.place
        goal = turn if direction < 0 and offset > 0 else self._beside(turn, direction)
        self._reading.transcript.jump(ReadingPlace(goal, 0), is_jump=direction < 0)

    def _step_of_speaker(self, direction: int) -> None:
        turns = self._episode.turns
        here = self._reading.transcript.place.turn
        goal, end = self._beside(here, direction), here
        while goal != end and turns[goal].speaker != turns[here].speaker:
            goal, end = self._beside(goal, direction), goal
        if goal != end:
            self.remember()
            self._reading.transcript.jump(ReadingPlace(goal, 0))
        else:
            speaker = self._episode.speakers_by_id[turns[here].speaker].name
            self._reading.tell(f"No {'later' if direction > 0 else 'earlier'} turn of {speaker}.")
