"""`braidtui [TARGET]`: the reader, or without a terminal the transcript."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from braidtui.cli.meaning import meant, opened_at
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, CommandRefused
from braidtui.cli.setting import (
    configuration_and_complaints,
    from_notebook,
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
    from braidtui.notebook.places import Place


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
    target = _last_read(library) if text is None else _asked(context, library, text)
    opened, turn = opened_at(library, target)
    if not is_screen():
        tell(complaints)
        tell_notices(library)
        show_text(opened, excerpt_parts(opened.episode, None, turn or 0))
        return DONE
    from braidtui.tui.app import run_reader

    notebook = from_notebook(lambda notebook: notebook)
    place = _place(opened, turn)
    return run_reader(library, notebook, config, opened, place, notices=complaints)


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


def _last_read(library: Library) -> Target:
    """The episode whose place was kept last, if it can still be read; else the newest."""
    entries = library.entries()
    readable = {entry.key: entry.path for entry in entries if entry.broken is None}
    if last := from_notebook(lambda notebook: notebook.last_read()):
        key, path = last
        if key in readable:
            return Target(readable[key])
        if path.is_file() and path not in {entry.path for entry in entries}:
            return Target(path)
    if not readable:
        raise CommandRefused("there is no episode yet: `braidtui import FILE` makes one")
    return Target(next(iter(readable.values())))


def _place(opened: Opened, turn: int | None) -> "Place | None":
    """The place that a TARGET named, else the one that was kept."""
    from braidtui.notebook.places import Place

    if turn is not None:
        return Place(turn, 0, opened.episode.turns[turn].start, 0.0)
    return from_notebook(lambda notebook: notebook.place(opened.key))
