"""What is wrong with a file: where it stands and what it is, in words."""

from typing import NamedTuple

from braidtui.episode.safe_text import clean_line

_LONGEST_MESSAGE = 300


class Problem(NamedTuple):
    """One thing wrong with a file; a warning does not refuse it.

    `line` (by LF) and `column` (in code points) count from 1. The message is safe text of one line.
    """

    line: int
    column: int
    message: str
    is_warning: bool = False

    def located(self, path: object) -> str:
        """`file:line:column: message`, as editors and compilers read it."""
        kind = "warning: " if self.is_warning else ""
        return f"{clean_line(str(path))}:{self.line}:{self.column}: {kind}{self.message}"


class EpisodeRefused(Exception):
    """A file is no readable episode; says every problem it has, worst first."""

    def __init__(self, path: object, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__(problems[0].located(path))


def shortened(message: str) -> str:
    """A message as one safe line of at most 300 characters."""
    line = clean_line(message)
    return line if len(line) <= _LONGEST_MESSAGE else line[: _LONGEST_MESSAGE - 1] + "…"
