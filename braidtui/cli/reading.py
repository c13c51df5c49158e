"""`braidtui [TARGET]`: the reader, or without a terminal the transcript."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from braidtui.cli.meaning import meant, opened_at
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, CommandRefused
from braidtui.cli.setting import (
    Answer,
    answer_and_troubles,
    configuration_and_complaints,
    open_library,
    tell,
    tell_notices,
)
from braidtui.cli.showing import show_text
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.library.target import Target
from braidtui.plain.excerpt import excerpt_parts
from braidtui.plain.streams import is_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from braidtui.notebook.places import Notebook, Place


def _help_of_all(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        click.echo((context.parent or context).get_help())
        context.exit()


@everywhere
@click.command(context_settings=NAMES, add_help_option=False)
@click.argument("target", nargs=-1)
@click.option(
    *("-h", "--help"), is_flag=True, is_eager=True, expose_value=False, callback=_help_of_all
)
@click.pass_context
def command(context: click.Context, target: tuple[str, ...]) -> int:
    """Read the episode that TARGET names."""
    return read(context, " ".join(target) if target else None)


def read(context: click.Context, text: str | None) -> int:
    """Open the reader at a TARGET, or for None at the episode last read; gives the exit code."""
    config, complaints = configuration_and_complaints()
    library = open_library(context, config)
    desk = _Desk()
    target = _last_read(library, desk) if text is None else _asked(context, library, text)
    opened, turn = opened_at(library, target)
    if not is_screen():
        tell([*complaints, *desk.troubles])
        tell_notices(library)
        show_text(opened, excerpt_parts(opened.episode, None, turn or 0))
        return DONE
    from braidtui.tui.app import run_reader

    place = _place(opened, turn, desk)
    told = [*complaints, *desk.troubles]
    code = run_reader(library, desk.notebook, config, opened, place, notices=told)
    tell(desk.notebook.notices())  # of the last place, kept when no screen stood any more
    return code


class _Desk:
    """The notebook that the reader is to have, and what befell it before the screen stands."""

    def __init__(self) -> None:
        from braidtui.notebook.places import Notebook

        self.notebook = Notebook.default()
        self.troubles: list[str] = []

    def ask(self, question: "Callable[[Notebook], Answer]") -> "Answer | None":
        """What it answers; None where it fails."""
        answer, troubles = answer_and_troubles(self.notebook, question)
        self.troubles += (trouble for trouble in troubles if trouble not in self.troubles)
        return answer


def _asked(context: click.Context, library: Library, text: str) -> Target:
    """What a TARGET names; one that names nothing may be a command with a slip of the finger."""
    try:
        return meant(library, text)
    except CommandRefused as refused:
        program = context.find_root().command
        commands = program.list_commands(context) if isinstance(program, click.Group) else []
        if close := get_close_matches(text.partition(" ")[0][:20], commands, n=1):
            words = f"{refused.message} (is `braidtui {close[0]}` meant?)"
            raise CommandRefused(words) from refused
        raise


def _last_read(library: Library, desk: _Desk) -> Target:
    """The episode whose place was kept last, if it can still be read; else the newest."""
    entries = library.entries()
    readable = {entry.key: entry.path for entry in entries if entry.broken is None}
    if last := desk.ask(lambda notebook: notebook.last_read()):
        key, path = last
        if key in readable:
            return Target(readable[key])
        if path.is_file() and path not in {entry.path for entry in entries}:
            return Target(path)
    if not readable:
        tell(desk.troubles)
        raise CommandRefused("there is no episode yet: `braidtui import FILE` makes one")
    return Target(next(iter(readable.values())))


def _place(opened: Opened, turn: int | None, desk: _Desk) -> "Place | None":
    """The place that a TARGET named, else the one that was kept."""

    from braidtui.notebook.places import Place

    if turn is not None:
        return Place(turn, 0, opened.episode.turns[turn].start, 0.0)
    return desk.ask(lambda notebook: notebook.place(opened.key))
