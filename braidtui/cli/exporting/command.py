"""`export`: an episode, some of its segments or what was kept of it, as files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import click

from braidtui.cli.forms import form_option
from braidtui.cli.meaning import meant, opened_at
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, REFUSED, CommandRefused, complain
from braidtui.cli.segments import chosen_segments
from braidtui.cli.setting import configuration, from_notebook, open_library, tell_notices
from braidtui.config import Exporting
from braidtui.episode.safe_text import clean_line
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.library.catalog import Library
from braidtui.library.export.documents import Document, documents, documents_by_segment
from braidtui.library.export.place import destination, names_folder
from braidtui.library.export.plan import ExportRefused, Plan, Written, plan, plan_whole
from braidtui.library.opened import Opened
from braidtui.library.reading import trouble_in_words

_STDOUT = "-"


class _Wishes(NamedTuple):
    """What the options ask for, beside the segments."""

    form: str
    markdown: MarkdownForm
    folder: Path
    output: str
    by_segment: bool
    notes: bool
    card: int | None
    force: bool


class _File(NamedTuple):
    """A file to be: its name, what is in it, and how it is planned at a path."""

    name: str
    text: str
    plan: Callable[[Path], Plan]


@everywhere
@click.command(context_settings=NAMES)
@click.argument("target", nargs=-1, required=True)
@click.option(
    *("-s", "--segment", "segments"),
    metavar="N",
    multiple=True,
    help="Only segment N, 2-4, or the one with these words in its title.",
)
@click.option("--all", "by_segment", is_flag=True, help="A file for each segment.")
@form_option("md")
@click.option("--notes", is_flag=True, help="Only what you kept.")
@click.option("--card", type=click.IntRange(1), metavar="N", help="Quote N as a picture (SVG).")
@click.option(
    *("-o", "--output", "output"),
    metavar="PATH",
    default="",
    help="A file, a folder (made where it ends in /), or - for standard output.",
)
@click.option("--timestamps", type=click.Choice(["turn", "none"]))
@click.option("--sources", type=click.Choice(["footnotes", "list", "none"]))
@click.option("--flavor", type=click.Choice(["commonmark", "obsidian"]))
@click.option("--no-front-matter", "bare", is_flag=True, help="No keys before the title.")
@click.option("--force", is_flag=True, help="Replace what else is refused; it is kept as .bak.")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    target: tuple[str, ...],
    segments: tuple[str, ...],
    by_segment: bool,
    form: str,
    notes: bool,
    card: int | None,
    output: str,
    bare: bool,
    force: bool,
    **markdown: Any,
) -> int:
    """Write an episode, a segment or what you kept to a file, Markdown or other.

    A place after @ means the segment that holds it. Markdown exported again is renewed: what you
    wrote before or after its block stays, and so do your own keys. A file of another format is
    written once, and replaced with --force alone.
    """
    if sum((by_segment, notes, card is not None)) > 1:
        raise click.UsageError("--all, --notes and --card exclude each other")
    if card is not None and segments:
        raise click.UsageError("--card says which quote: -s has nothing to add")
    if form != "md":
        _refuse_markdowns_own(card=card, notes=notes, no_front_matter=bare, **markdown)
    config = configuration()
    wishes = _Wishes(
        form,
        _markdown(config.exporting, bare, markdown),
        config.exporting.folder or Path(),
        *(output, by_segment, notes, card, force),
    )
    library = open_library(context, config)
    opened, chosen = _asked(library, " ".join(target), segments)
    tell_notices(library)
    return _export(_files(opened, chosen, wishes), wishes)


def _refuse_markdowns_own(**asked: object) -> None:
    """What is asked for beside a format that has no such thing."""
    options = [f"--{name.replace('_', '-')}" for name, value in asked.items() if value]
    if options:
        raise click.UsageError(f"{', '.join(options)}: not with any --format but md")


def _markdown(defaults: Exporting, bare: bool, asked: dict[str, Any]) -> MarkdownForm:
    form = MarkdownForm(defaults.timestamps, defaults.sources, defaults.flavor, not bare)
    return form._replace(**{field: value for field, value in asked.items() if value})


def _asked(
    library: Library, text: str, segments: tuple[str, ...]
) -> tuple[Opened, Sequence[int] | None]:
    """The episode, and which of its segments (from 0, in order); None for the whole of it."""
    target = meant(library, text)
    opened, turn = opened_at(library, target)
    if turn is not None:
        if segments:
            raise click.UsageError("a place after @ and -s both say which segment")
        return opened, [_segment_at(opened, target.place, turn)]
    chosen = chosen_segments(segments, opened.episode)
    count = len(opened.episode.segments)
    is_whole = chosen is None or (len(chosen) == count and count > 1)
    return opened, None if chosen is None or is_whole else sorted(chosen)


def _segment_at(opened: Opened, place: str, turn: int) -> int:
    """The segment that a place names; one that holds it is told, as more than it is exported."""
    if place[0] in "sS":
        return int(place[1:]) - 1
    segment = opened.episode.segment_of(turn)
    title = opened.episode.segments[segment].title
    complain(f'{place} is in segment {segment + 1}, "{title}": the whole of it is exported')
    return segment


def _files(opened: Opened, segments: Sequence[int] | None, wishes: _Wishes) -> list[_File]:
    if wishes.card is not None:
        from braidtui.cli.exporting.quote_cards import quote_card

        if segments is not None:
            raise CommandRefused("--card says which quote: a place has nothing to add")
        name, svg = quote_card(opened, wishes.card)
        return [_whole(name, svg)]
    if wishes.form != "md":
        from braidtui.cli.exporting.transcript_files import transcript_files

        files = transcript_files(opened, segments, wishes.form, wishes.by_segment)
        return [_whole(name, text) for name, text in files]
    return [
        _File(document.name, document.text, partial(plan, document=document))
        for document in _documents(opened, segments, wishes)
    ]


def _whole(name: str, text: str) -> _File:
    return _File(name, text, partial(plan_whole, name=name, text=text))


def _documents(
    opened: Opened, segments: Sequence[int] | None, wishes: _Wishes
) -> tuple[Document, ...]:
    if wishes.notes:
        return (_notes(opened, segments, wishes.markdown),)
    if wishes.by_segment:
        return documents_by_segment(opened, segments, wishes.markdown)
    return documents(opened, segments, wishes.markdown)


def _notes(opened: Opened, segments: Sequence[int] | None, form: MarkdownForm) -> Document:
    from braidtui.notebook.attaching import attach
    from braidtui.notebook.notes_markdown import notes_document

    kept = from_notebook(lambda notebook: notebook.keepsakes.of(opened))
    if kept is None:  # and why has been told
        raise click.exceptions.Exit(REFUSED)
    if not kept:
        raise CommandRefused(f"nothing is kept of {opened.id}")
    return notes_document(opened, attach(opened.episode, kept), segments, form)


def _export(files: Sequence[_File], wishes: _Wishes) -> int:
    if wishes.output == _STDOUT:
        from braidtui.plain.streams import write_file_text

        if len(files) > 1:
            raise CommandRefused("-o - prints one document: with --all there are several")
        write_file_text(files[0].text)
        return DONE
    return max([_write(file, _path(file.name, wishes, len(files)), wishes.force) for file in files])


def _write(file: _File, path: Path, force: bool) -> int:
    """Write one file and tell what came of it; gives the exit code that it asks for."""
    try:
        planned = file.plan(path)
        written = planned.write(force)
    except ExportRefused as refused:
        complain(f"braidtui: {refused}{_hint(planned, force)}")
    except OSError as error:
        complain(f"braidtui: {trouble_in_words(error)}")
    else:
        print(_told(written))
        return DONE
    return REFUSED


def _path(name: str, wishes: _Wishes, count: int) -> Path:
    if not wishes.output:
        return wishes.folder / name
    path = destination(wishes.output, name)
    if names_folder(wishes.output):
        return path
    if count > 1:
        raise CommandRefused(f"{path}: is no folder for several files (end it in / to make one)")
    if not path.parent.exists():
        raise CommandRefused(f"{path.parent}: no such folder")
    return path


def _hint(planned: Plan, is_forced: bool) -> str:
    if is_forced or not planned.forced:
        return ""
    return f" (with --force {planned.forced}; a copy is kept as {planned.path.name}.bak)"


def _told(written: Written) -> str:
    """`notes/008.md: renewed`, one safe line."""
    copy = f"; what was there is now {written.copy.name}" if written.copy else ""
    words = {"new": "written", "same": "unchanged"}.get(written.deed, written.deed)
    return clean_line(f"{written.path}: {words}{copy}")
