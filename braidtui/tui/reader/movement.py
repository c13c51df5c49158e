"""Jumping by segment, turn and speaker, and back to where one jumped from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from braidtui.episode.model import Episode
from braidtui.library.opened import Opened
from braidtui.tui.transcript.reading import HEAD, ReadingPlace
from braidtui.tui.transcript.view import TranscriptView

_REMEMBERED_JUMPS = 100

WayBack = Callable[[], None]
"""Leads back to something other than a place, such as the hits of a search."""


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
        self._jumped_from: list[ReadingPlace | WayBack] = []

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
        """Another episode: its places mean nothing here; ways back to something else do."""
        ways = (jump for jump in self._jumped_from if not isinstance(jump, ReadingPlace))
        self._jumped_from = list(dict.fromkeys(ways))

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
        if not self._jumped_from:
            self._reading.tell("No jump to go back from.")
            return
        jump = self._jumped_from.pop()
        if isinstance(jump, ReadingPlace):
            self._reading.transcript.jump(jump)
        else:
            jump()

    def remember(self, place: ReadingPlace | None = None) -> None:
        """Note a place, else the present one, as one to come back to."""
        view = self._reading.transcript
        self._note(place or (ReadingPlace(0, HEAD) if view.is_at_head else view.place))

    def remember_way(self, way: WayBack) -> None:
        """Note where one came from, when it is no place of the episode."""
        self._note(way)

    def _note(self, jump: ReadingPlace | WayBack) -> None:
        if not self._jumped_from or self._jumped_from[-1] != jump:
            self._jumped_from.append(jump)
            del self._jumped_from[:-_REMEMBERED_JUMPS]

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
