"""One command line, from its arguments to an exit code; whatever fails is one readable line."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, READER_LEFT, REFUSED, complain, complain_of
from braidtui.episode.problem import EpisodeRefused
from braidtui.plain.streams import OutputClosedError, discard_unwritten, make_streams_safe

_MODULES = {
    "check": "braidtui.cli.checking",
    "export": "braidtui.cli.exporting.command",
    "import": "braidtui.cli.importing.command",
    "index": "braidtui.cli.indexing",
    "list": "braidtui.cli.listing",
    "notes": "braidtui.cli.notes.command",
    "schema": "braidtui.cli.schema",
    "search": "braidtui.cli.searching.command",
    "show": "braidtui.cli.showing",
    "stats": "braidtui.cli.statistics",
}
_HELP = (  # apart, so that it can be shown without loading what the commands need
    ("list", "List the library, newest first."),
    ("show", "Print the transcript of an episode."),
    ("search", "Search the whole library."),
    ("export", "Write an episode, a segment or what you kept to a file, Markdown or other."),
    ("notes", "Print your highlights, marks, notes and quotes."),
    ("stats", "Tell who speaks how much and when, and what an episode rests on."),
    ("check", "Tell every problem of episode files, one a line."),
    ("import", "Bring files of other formats into the library."),
    ("index", "Tell what is indexed of the library."),
    ("schema", "Print the JSON Schema of the episode file."),
)


class Program(click.Group):
    """The commands, each loaded when it is named; a first word that is none is a TARGET."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return [name for name, _ in _HELP]

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _MODULES:
            return None
        command: click.Command = import_module(_MODULES[name]).command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(_HELP)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if found := self.get_command(ctx, args[0]):
            return args[0], found, args[1:]
        from braidtui.cli.reading import command

        return "", command, ["--", *args] if args[0].startswith("-") else args


@everywhere
@click.command(
    cls=Program,
    invoke_without_command=True,
    context_settings=NAMES,
    subcommand_metavar="[TARGET | COMMAND [ARGS]...]",
)
@click.pass_context
def program(context: click.Context) -> int:
    """Read podcast transcripts in the terminal.

    With a TARGET, or with nothing, it opens the reader; without a terminal it prints what show
    prints. A TARGET is a file of any format, - for standard input, a number (8), an id, or words of
    a title; @ adds a place: 8@5:26 is a time, 8@s3 a segment. Without a TARGET it is the episode
    last read, where reading stopped; at first it is the newest.
    """
    if context.invoked_subcommand is not None:
        return DONE
    from braidtui.cli.reading import read

    return read(context, None)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; gives the exit code, and never raises but for KeyboardInterrupt."""
    try:
        make_streams_safe()
        status = _invoke(arguments)
        sys.stdout.flush()
    except OutputClosedError:
        complain("braidtui: standard output is closed")
    except BrokenPipeError:
        return READER_LEFT
    except OSError as error:
        from braidtui.library.reading import trouble_in_words

        discard_unwritten()
        complain(f"braidtui: {trouble_in_words(error)}")
    except MemoryError:
        complain("braidtui: not enough memory")
    else:
        return status
    finally:
        discard_unwritten()
    return REFUSED


def _invoke(arguments: Sequence[str]) -> int:
    try:
        with program.make_context("braidtui", list(arguments)) as context:
            status: int = program.invoke(context)
            return status
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        complain(_hinted(error))
        return REFUSED
    except click.ClickException as error:
        complain(f"braidtui: {error.format_message()}")
        return error.exit_code
    except EpisodeRefused as refused:
        complain_of(refused)
        return REFUSED


def _hinted(error: click.UsageError) -> str:
    path = error.ctx.command_path.strip() if error.ctx else "braidtui"
    return f"{path}: {error.format_message().rstrip('.')} (see `{path} --help`)"
