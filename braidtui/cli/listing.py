"""`list`: the library, an episode a line, or as JSON."""

import sys
from collections.abc import Mapping, Sequence

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, complain
from braidtui.cli.setting import configuration, from_notebook, open_library, tell_notices
from braidtui.episode.timecode import format_length
from braidtui.library.catalog import Entry
from braidtui.plain.ink import Ink, ink_for
from braidtui.plain.streams import columns_of, write_json
from braidtui.plain.table import Column, table_lines


@everywhere
@click.command(context_settings=NAMES)
@click.option("--json", "as_json", is_flag=True, help="An array of objects, for scripts.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> int:
    """List the library, newest first.

    Number, date, title, duration, speakers, and how much is read; files that cannot be read stand
    at the end, each with its first problem.
    """
    library = open_library(context, configuration())
    entries = library.entries()
    tell_notices(library)
    progress = from_notebook(lambda notebook: notebook.progress()) or {}
    if as_json:
        documents = [_document(entry, progress.get(entry.key, 0.0)) for entry in entries]
        write_json(documents)
    elif entries:
        sys.stdout.writelines(f"{line}\n" for line in _lines(entries, progress))
    else:
        complain("no episodes yet: `braidtui import FILE` makes one")
    return DONE


def _lines(entries: Sequence[Entry], progress: Mapping[str, float]) -> list[str]:
    """Aligned columns, on a terminal as wide as it is; the broken files below, whole."""
    ink = ink_for(sys.stdout)
    columns = (
        Column(is_right=True, paint=ink.bold),
        Column(paint=ink.dim),
        Column(least=24),
        Column(is_right=True),
        Column(least=12, is_optional=True, paint=ink.dim),
        Column(is_right=True),
    )
    rows = [_row(entry, progress) for entry in entries if entry.broken is None]
    return [*table_lines(columns, rows, columns_of(sys.stdout)), *_broken_lines(entries, ink)]


def _row(entry: Entry, progress: Mapping[str, float]) -> tuple[str, ...]:
    read = progress.get(entry.key, 0.0)
    return (
        "" if entry.number is None else f"{entry.number:03}",
        entry.date.isoformat() if entry.date else "",
        entry.title,
        "" if entry.duration is None else format_length(entry.duration),
        ", ".join(entry.speakers),
        f"{read:.0%}" if read else "",
    )


def _broken_lines(entries: Sequence[Entry], ink: Ink) -> list[str]:
    return [
        ink.styled("31", "broken") + f"  {entry.broken.located(entry.path)}"
        for entry in entries
        if entry.broken is not None
    ]


def _document(entry: Entry, read: float) -> dict[str, object]:
    """An episode as scripts get it: duration in seconds, segments and turns as counts."""
    from braidtui.formats.json_form import seconds

    return {
        "id": entry.id,
        "number": entry.number,
        "date": entry.date.isoformat() if entry.date else None,
        "title": entry.title,
        "show": entry.show,
        "duration": seconds(entry.duration),
        "speakers": entry.speakers,
        "segments": entry.segments,
        "turns": entry.turns,
        "path": str(entry.path),
        "read": round(read, 4),
        "broken": entry.broken.located(entry.path) if entry.broken else None,
    }
