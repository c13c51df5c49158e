"""`check`: every problem and warning of episode files, one a line."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE, PROBLEMS, REFUSED, complain
from braidtui.cli.setting import configuration, open_library
from braidtui.episode.problem import EpisodeRefused, Problem
from braidtui.library.reading import is_yaml, read_file, trouble_in_words
from braidtui.library.roots import find_files
from braidtui.typeset.heads import counted


@everywhere
@click.command(context_settings=NAMES)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...]) -> int:
    """Tell every problem of episode files, one a line.

    A line begins with file:line:column, as editors read it. PATH is a file, or a folder that is
    looked through for .yaml and .yml files; without one the whole library is checked. Exits with 1
    where there are problems, with 0 where there are none or only warnings.
    """
    files = _asked(paths) if paths else _in_library(context)
    outcomes = [_check(path) for path in files]
    worst = max(outcomes, default=DONE)
    if worst == DONE and sys.stderr.isatty():
        complain(f"{counted(len(outcomes), 'file')} checked: no problems")
    return worst


def _asked(paths: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    """Its episode files, however deep, in the order of names; no link to a folder is followed."""
    for within, folders, names in os.walk(folder, onerror=_tell):
        folders.sort()
        yield from (Path(within, name) for name in sorted(names) if is_yaml(name))


def _in_library(context: click.Context) -> Iterator[Path]:
    found = find_files(open_library(context, configuration()).roots)
    for notice in found.notices:
        complain(notice)
    yield from sorted(Path(file.path) for file in found.files)


def _check(path: Path) -> int:
    """Print what is to be said of one file; gives the exit code that it asks for."""
    problems: Sequence[Problem]
    try:
        problems = read_file(path).warnings
    except EpisodeRefused as refused:
        problems = refused.problems
    except OSError as error:
        _tell(error)
        return REFUSED
    for problem in sorted(problems):
        sys.stdout.write(f"{problem.located(path)}\n")
    return DONE if all(problem.is_warning for problem in problems) else PROBLEMS


def _tell(error: OSError) -> None:
    complain(trouble_in_words(error))
