"""`import`: other people's files into the library, as episode files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click

from braidtui.cli.incoming import read_incoming
from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, REFUSED, CommandRefused, complain, complain_of
from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem
from braidtui.episode.reading.values import read_date, read_number
from braidtui.episode.safe_text import clean_line
from braidtui.episode.sources import number_sources
from braidtui.episode.timecode import format_time
from braidtui.library.file_names import asked_name, file_name
from braidtui.library.folders import user_library
from braidtui.library.reading import trouble_in_words
from braidtui.library.writing import make_folder, write_whole
from braidtui.plain.paragraphs import joined
from braidtui.typeset.heads import counted


class _Wishes(NamedTuple):
    """What the options ask for: a folder, a format, a file name, fields that are to differ."""

    folder: Path
    form: str
    name: str
    changes: Mapping[str, Any]
    replaces: bool


def _read_as(read: Callable[[str], object]) -> Callable[..., object]:
    """The callback of an option whose value `read` understands."""

    def callback(_context: click.Context, _option: click.Parameter, text: str | None) -> object:
        try:
            return None if text is None else read(text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return callback


@everywhere
@click.command(context_settings=NAMES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--into", metavar="DIR", help="The folder to write to; the library by default.")
@click.option("--as", "form", metavar="FORMAT", default="", help="The format, where it is unclear.")
@click.option("--name", callback=_read_as(asked_name), help="The name of the episode file.")
@click.option("--title", callback=_read_as(clean_line))
@click.option("--show", callback=_read_as(clean_line))
@click.option("--number", callback=_read_as(read_number))
@click.option("--date", callback=_read_as(read_date), metavar="YYYY-MM-DD")
@click.option("--language", callback=_read_as(clean_line))
@click.option("--force", is_flag=True, help="Write over an episode file of the same name.")
def command(
    files: tuple[str, ...],
    into: str | None,
    form: str,
    name: str | None,
    force: bool,
    **fields: object,
) -> int:
    """Bring files of other formats into the library.

    A FILE is a page of the show as text, an episode as JSON (as show --format json prints it), or
    an episode file; - is standard input. Each becomes an episode file; what was made of it is told,
    what had to be repaired, and what is missing.
    """
    changes = {field: value for field, value in fields.items() if value is not None}
    if len(files) > 1 and (name or changes.keys() & {"title", "number"}):
        raise click.UsageError("--title, --number and --name are for one file at a time")
    wishes = _Wishes(_folder(into), form, name or "", changes, force)
    return max([_import(Path(file), wishes) for file in files])


def _folder(into: str | None) -> Path:
    folder = Path(into) if into else user_library()
    if folder is None:
        raise CommandRefused("there is no home folder for a library: say where with --into DIR")
    return folder


def _import(source: Path, wishes: _Wishes) -> int:
    """Import one file and tell what came of it; gives the exit code that it asks for."""
    try:
        read = read_incoming(source, wishes.form)
        episode = replace(read.episode, **wishes.changes)
        path = _write(source, episode, wishes)
    except EpisodeRefused as refused:
        complain_of(refused)
    except FileExistsError as error:
        complain(f"{error.filename}: is there already (--force writes over it)")
    except OSError as error:
        complain(trouble_in_words(error))
    else:
        _tell(source, path, episode, read.notices)
        return DONE
    return REFUSED


def _write(source: Path, episode: Episode, wishes: _Wishes) -> Path:
    """Write the episode file, once it is sure that it can be read again."""
    from braidtui.episode.yaml_reader import read_episode
    from braidtui.episode.yaml_writer import write_episode

    data = write_episode(episode).encode()
    problems = [problem for problem in read_episode(data).problems if not problem.is_warning]
    if problems:
        words = f"makes no episode file: {problems[0].message}"
        raise EpisodeRefused(source, (Problem(1, 1, words),))
    path = wishes.folder / (wishes.name or file_name(episode))
    make_folder(wishes.folder)
    write_whole(path, data, replace=wishes.replaces)
    return path


def _tell(source: Path, path: Path, episode: Episode, notices: Sequence[Problem]) -> None:
    print(f"{path.name}: {_in_words(episode)}")
    for notice in notices:
        print(notice.located(source))
    print(f"written to {clean_line(str(path))}")


def _in_words(episode: Episode) -> str:
    """`Braid 8, 2026-05-20, "Title": 6 segments, 39 turns, 2 speakers, 9 sources, 00:13:05`."""
    number = "" if episode.number is None else str(episode.number)
    day = episode.date.isoformat() if episode.date else ""
    which = [joined(" ", episode.show, number), day, f'"{episode.title}"']
    counts = [
        counted(len(episode.segments), "segment"),
        counted(len(episode.turns), "turn"),
        counted(len(episode.speakers), "speaker"),
        counted(len(number_sources(episode).all), "source"),
        "" if episode.duration is None else format_time(episode.duration),
    ]
    return f"{joined(', ', *which)}: {joined(', ', *counts)}"
