"""`show`: the transcript on standard output, as text or as a file of another format."""

import click

from braidtui.cli.forms import form_option
from braidtui.cli.meaning import meant, opened_at
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, CommandRefused
from braidtui.cli.segments import chosen_segments
from braidtui.cli.setting import configuration, open_library, tell_notices
from braidtui.library.opened import Opened
from braidtui.plain.excerpt import Part, excerpt, excerpt_parts


@everywhere
@click.command(context_settings=NAMES)
@click.argument("target", nargs=-1, required=True)
@click.option(
    "-s",
    "--segment",
    "segments",
    metavar="N",
    multiple=True,
    help="Only segment N, 2-4, or a title.",
)
@form_option("text")
@click.pass_context
def command(
    context: click.Context, target: tuple[str, ...], segments: tuple[str, ...], form: str
) -> int:
    """Print the transcript of an episode.

    The text is wrapped to the terminal, or to 80 columns. -s may be given several times.
    """
    library = open_library(context, configuration())
    opened, turn = opened_at(library, meant(library, " ".join(target)))
    tell_notices(library)
    chosen = chosen_segments(segments, opened.episode)
    parts = excerpt_parts(opened.episode, chosen, turn or 0)
    if not parts:
        raise CommandRefused("nothing to show: the segments of -s end before the place after @")
    if form == "text":
        show_text(opened, parts)
    else:
        _show_file(opened, parts, form)
    return DONE


def show_text(opened: Opened, parts: tuple[Part, ...]) -> None:
    """Print a transcript for reading."""
    import sys

    from braidtui.plain.ink import ink_for
    from braidtui.plain.paragraphs import Page
    from braidtui.plain.streams import text_columns
    from braidtui.plain.transcript import transcript_lines

    page = Page(text_columns(sys.stdout), ink_for(sys.stdout))
    for line in transcript_lines(opened.episode, parts, page):
        sys.stdout.write(f"{line}\n")


def _show_file(opened: Opened, parts: tuple[Part, ...], form: str) -> None:
    from braidtui.plain.streams import write_file_text, write_json

    if form == "json":
        write_json(_document(opened, parts))
        return
    from braidtui.formats.writers import WRITERS

    write_file_text(WRITERS[form].write(excerpt(opened.episode, parts)))


def _document(opened: Opened, parts: tuple[Part, ...]) -> dict[str, object]:
    """The JSON of the whole episode, so that all its quotes are known, but only these parts."""
    from braidtui.formats.json_form import episode_json

    whole, shown = opened.episode, excerpt(opened.episode, parts)
    document = {"id": opened.id, "path": str(opened.path), **episode_json(whole)}
    return document if shown is whole else document | {"segments": episode_json(shown)["segments"]}
