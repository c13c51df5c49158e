"""What a command works on: the library of this line, its configuration, the notebook."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from braidtui.cli.options import asked_folders
from braidtui.cli.outcome import CommandRefused, complain
from braidtui.library.catalog import Library

if TYPE_CHECKING:
    from braidtui.config import Config
    from braidtui.notebook.places import Notebook

Answer = TypeVar("Answer")


def configuration() -> "Config":
    """The person's configuration; what is wrong in it is told, a line each."""
    config, complaints = configuration_and_complaints()
    tell(complaints)
    return config


def configuration_and_complaints() -> "tuple[Config, tuple[str, ...]]":
    """The person's configuration, and what is wrong in it, for a caller with a place to tell it."""
    from braidtui.config import config_path, load_config

    return load_config(config_path())


def open_library(context: click.Context, config: "Config") -> Library:
    """The library with the folders of the configuration and of `--library`."""
    asked = [Path(folder) for folder in asked_folders(context)]
    for folder in asked:
        if not folder.is_dir():
            raise CommandRefused(f"{folder}: no such folder")
    library = Library.default([*config.library, *asked])
    context.call_on_close(library.close)
    return library


def tell_notices(library: Library) -> None:
    """Say what went wrong in the library without stopping anything."""
    tell(library.notices)


def tell(lines: Iterable[str]) -> None:
    """Say what is wrong without stopping anything, a line each."""
    for line in lines:
        complain(line)


def from_notebook(ask: "Callable[[Notebook], Answer]") -> "Answer | None":
    """What the person's notebook answers; None, and a line that says why, where it fails."""
    from braidtui.notebook.places import Notebook

    answer, troubles = answer_and_troubles(Notebook.default(), ask)
    tell(troubles)
    return answer


def answer_and_troubles(
    notebook: "Notebook", ask: "Callable[[Notebook], Answer]"
) -> "tuple[Answer | None, tuple[str, ...]]":
    """What a notebook answers, None where it fails; and what befell it, a line each."""
    from braidtui.notebook.places import NotebookError

    try:
        return ask(notebook), notebook.notices()
    except NotebookError as error:
        return None, (str(error), *notebook.notices())
