"""What a list of episodes shows of one: a summary, and its row in the store."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from braidtui.episode.problem import Problem

if TYPE_CHECKING:  # a list of episodes is made without it
    from braidtui.episode.model import Episode


class Summary(NamedTuple):
    """An episode in short. A broken file has its first problem, and its id for a title."""

    number: int | None
    date: date | None
    title: str
    show: str
    duration: int | None
    speakers: tuple[str, ...]
    segments: int
    turns: int
    broken: Problem | None

    @classmethod
    def of(cls, episode: "Episode") -> Self:
        """The summary of an episode."""
        return cls(
            episode.number,
            episode.date,
            episode.title,
            episode.show,
            episode.duration,
            tuple(speaker.name for speaker in episode.speakers),
            len(episode.segments),
            len(episode.turns),
            None,
        )

    @classmethod
    def of_broken(cls, id: str, problem: Problem) -> Self:
        """The summary of a file that is no readable episode."""
        return cls(None, None, id, "", None, (), 0, 0, problem)

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Self:
        """The summary that `as_row` gave."""
        number, day, title, show, duration, speakers, segments, turns, line, column, words = row
        return cls(
            number,
            date.fromisoformat(day) if day else None,
            title,
            show,
            duration,
            tuple(speakers.split("\n")) if speakers else (),
            segments,
            turns,
            Problem(line, column, words) if line else None,
        )

    def as_row(self) -> tuple[int | str | None, ...]:
        """Numbers and texts, as many as COLUMNS; a name is one line, so line feeds part them."""
        line, column, words = self.broken[:3] if self.broken else (None, None, None)
        day = self.date.isoformat() if self.date else None
        names = "\n".join(self.speakers)
        head = (self.number, day, self.title, self.show, self.duration, names)
        return (*head, self.segments, self.turns, line, column, words)


COLUMNS = (
    "number",
    "date",
    "title",
    "show",
    "duration",
    "speakers",
    "segments",
    "turns",
    "problem_line",
    "problem_column",
    "problem",
)
