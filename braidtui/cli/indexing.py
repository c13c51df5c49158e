"""`index`: what is indexed of the library, and making the index anew."""

import sys
from collections.abc import Iterator, Mapping

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, REFUSED
from braidtui.cli.setting import configuration, open_library, tell
from braidtui.cli.updating import open_searcher
from braidtui.episode.safe_text import clean_line
from braidtui.library.search.searcher import IndexState


@everywhere
@click.command(context_settings=NAMES)
@click.option("--rebuild", is_flag=True, help="Throw the index away and make it anew.")
@click.option("--json", "as_json", is_flag=True, help="One object, for scripts.")
@click.pass_context
def command(context: click.Context, rebuild: bool, as_json: bool) -> int:
    """Tell what is indexed of the library.

    The index is brought up to date first. It lies in the cache and may be deleted at any time: the
    next search makes it anew, and so does --rebuild. Files that cannot be read stand at the end,
    each with its first problem.
    """
    library = open_library(context, configuration())
    searcher = open_searcher(context, library, rebuild=rebuild)
    state = searcher.state()
    if rebuild and not (state.path and state.is_complete):
        is_told = searcher.notices or library.store_path is None
        tell(() if is_told else ["the index could not be made anew"])
        return REFUSED
    if as_json:
        from braidtui.plain.streams import write_json

        write_json(_document(state))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(state))
    return DONE


def _lines(state: IndexState) -> Iterator[str]:
    from braidtui.plain.ink import ink_for
    from braidtui.plain.table import Column, table_lines

    ink = ink_for(sys.stdout)
    where = clean_line(str(state.path)) if state.path else "nowhere: the cache cannot be used"
    rows = [
        ("episodes", _part(state.episodes, state.of_episodes)),
        ("turns", _part(state.turns, state.of_turns)),
        ("size", _size(state.bytes)),
        ("file", where),
    ]
    yield from table_lines((Column(paint=ink.dim), Column()), rows)
    for entry in state.broken:
        if entry.broken:
            yield ink.styled("31", "broken") + f"    {entry.broken.located(entry.path)}"


def _part(indexed: int, there: int) -> str:
    return f"{indexed:,}" if indexed == there else f"{indexed:,} of {there:,}"


def _size(count: int) -> str:
    """Bytes in the unit that leaves two to four digits: `412 KB`, `1.2 GB`."""
    size, units = float(count), iter(("bytes", "KB", "MB", "GB", "TB"))
    unit = next(units)
    while size >= 1000:
        size, unit = size / 1000, next(units)
    return f"{size:,.1f} {unit}" if size < 10 and unit != "bytes" else f"{size:,.0f} {unit}"


def _document(state: IndexState) -> Mapping[str, object]:
    return {
        "episodes": state.episodes,
        "of_episodes": state.of_episodes,
        "turns": state.turns,
        "of_turns": state.of_turns,
        "complete": state.is_complete,
        "size": state.bytes,
        "path": str(state.path) if state.path else None,
        "broken": [entry.broken.located(entry.path) for entry in state.broken if entry.broken],
    }
