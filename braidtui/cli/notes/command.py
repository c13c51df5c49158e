"""`notes`: what the reader kept, for people, for scripts, as Markdown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from braidtui.cli.notes.kept import PRINT
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, REFUSED, CommandRefused, complain
from braidtui.cli.setting import configuration, from_notebook, open_library, tell, tell_notices
from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library
from braidtui.library.reading import trouble_in_words
from braidtui.library.target import AmbiguousTarget, Target, TargetError, resolve
from braidtui.notebook.gathering import Gathering, OfEpisode, named
from braidtui.notebook.kept import Kind

if TYPE_CHECKING:
    from braidtui.notebook.keepsakes import Keepsakes
    from braidtui.notebook.places import Notebook

_NOTHING = "in the reader x highlights, a writes a note, m sets a mark, Q keeps a quote"


@everywhere
@click.command(context_settings=NAMES)
@click.argument("target", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="An array of objects, for scripts.")
@click.option("--md", "as_markdown", is_flag=True, help="Markdown, an episode after the other.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice([str(kind) for kind in Kind]),
    multiple=True,
    help="Only these; repeatable.",
)
@click.pass_context
def command(
    context: click.Context,
    target: tuple[str, ...],
    as_json: bool,
    as_markdown: bool,
    kinds: tuple[str, ...],
) -> int:
    """Print your highlights, marks, notes and quotes.

    Those of one episode or, without a TARGET, of all, each with the target that leads to it. What
    is not in the text any more is printed as it was kept; so is all that was kept of an episode
    whose file is gone.
    """
    if as_json and as_markdown:
        raise click.UsageError("--json and --md exclude each other")
    library = open_library(context, configuration())
    wanted = " ".join(target)

    def gathered(notebook: "Notebook") -> list[OfEpisode]:
        kept = notebook.keepsakes
        try:
            return _of_target(library, kept, wanted) if wanted else _of_all(library, kept)
        finally:
            tell(notebook.notices())

    found = from_notebook(gathered)
    tell_notices(library)
    if found is None:
        return REFUSED
    found = [some for one in found if (some := _only(one, kinds)).things]
    PRINT["json" if as_json else "md" if as_markdown else "page"](found)
    if not found:
        complain(f"nothing is kept{' of that' if wanted or kinds else ''} yet: {_NOTHING}")
    return DONE


def _of_all(library: Library, keepsakes: "Keepsakes") -> list[OfEpisode]:
    return list(Gathering(library).by_episode(keepsakes.all()))


def _of_target(library: Library, keepsakes: "Keepsakes", text: str) -> list[OfEpisode]:
    """What is kept of the episode that a target names, from its place on where it has one."""
    try:
        target = resolve(library, text)
    except AmbiguousTarget as error:
        raise CommandRefused(str(error)) from error
    except TargetError as error:
        unread = [it for it in _of_all(library, keepsakes) if it.opened is None]
        if gone := named(unread, text):
            return gone
        raise CommandRefused(str(error)) from error
    gathering = Gathering(library)
    try:
        opened = library.open(target.path)
        turn = target.turn(opened.episode) or 0
    except (EpisodeRefused, OSError) as error:
        return [_of_unreadable(gathering, target, keepsakes, error)]
    except TargetError as error:
        raise CommandRefused(str(error)) from error
    found = gathering.of_opened(opened, keepsakes.of(opened))
    return [found._replace(things=tuple(it for it in found.things if it.turn >= turn))]


def _of_unreadable(
    gathering: Gathering, target: Target, keepsakes: "Keepsakes", error: Exception
) -> OfEpisode:
    """What is kept of a file that cannot be read; raises what is wrong with it where nothing is."""
    if found := gathering.of_file(target.path, keepsakes.all()):
        return found
    if isinstance(error, OSError):
        raise CommandRefused(trouble_in_words(error)) from error
    raise error


def _only(found: OfEpisode, kinds: Sequence[str]) -> OfEpisode:
    things = tuple(it for it in found.things if not kinds or it.kept.kind in kinds)
    return found._replace(things=things)
