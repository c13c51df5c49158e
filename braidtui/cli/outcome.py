"""How a command ends: exit codes, and errors as one readable line on standard error."""

import sys
from contextlib import suppress

import click

from braidtui.episode.problem import EpisodeRefused
from braidtui.episode.safe_text import clean_line

DONE, PROBLEMS, REFUSED = 0, 1, 2
READER_LEFT = 141  # 128 + SIGPIPE, as a shell counts

_MOST_PROBLEMS = 20  # of one refused file; `check` tells all


class CommandRefused(click.ClickException):
    """A command cannot do what it was asked to; says why in one line."""

    exit_code = REFUSED


def complain(message: str) -> None:
    """One safe line on standard error, whatever the message holds."""
    sys.stdout.flush()
    with suppress(OSError):  # where errors cannot be written, there is nobody to tell
        print(clean_line(message), file=sys.stderr, flush=True)


def complain_of(refused: EpisodeRefused) -> None:
    """The problems of a file that is no readable episode, one a line."""
    problems = [problem for problem in refused.problems if not problem.is_warning]
    for problem in problems[:_MOST_PROBLEMS]:
        complain(problem.located(refused.path))
    if (left := len(problems) - _MOST_PROBLEMS) > 0:
        complain(f"{refused.path}: and {left} more, see `braidtui check`")
