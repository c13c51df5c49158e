"""What a reader of a format gives: an episode with what had to be said of it, or a refusal."""

from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import Problem, shortened


class Imported(NamedTuple):
    """An episode read from another format; the notices (warnings, by line) tell what the text
    lacks and what was repaired, joined or left out."""

    episode: Episode
    notices: tuple[Problem, ...] = ()


class FormatRefused(Exception):
    """A text is not of the format, or of none; its words are those of the first problem."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(problems[0].message)


def refused(message: str, line: int = 1) -> FormatRefused:
    """A refusal for one reason, said in one safe line."""
    return FormatRefused(Problem(line, 1, shortened(message)))


def notice(line: int, message: str) -> Problem:
    """A warning at a line (by LF, from 1), said in one safe line."""
    return Problem(line, 1, shortened(message), is_warning=True)
