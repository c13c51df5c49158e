"""The options that every command takes, before or after its name: help, version, library."""

from collections.abc import Callable
from typing import TypeVar

import click

from braidtui import __version__

Decorated = TypeVar("Decorated", bound=Callable[..., object] | click.Command)

NAMES = {"help_option_names": ["-h", "--help"]}
_LIBRARY = "braidtui.library"


def everywhere(command: Decorated) -> Decorated:
    """Add `--library` and `--version`; click adds `--help` itself (see NAMES)."""
    library = click.option(
        "--library",
        metavar="DIR",
        multiple=True,
        expose_value=False,
        callback=_remember,
        help="A folder of episodes, over the library's own; repeatable.",
    )
    version = click.version_option(__version__, message="braidtui %(version)s")
    return library(version(command))


def asked_folders(context: click.Context) -> tuple[str, ...]:
    """Every `--library` of the line, those before the command's name first."""
    return tuple(context.meta.get(_LIBRARY, ()))


def _remember(context: click.Context, _option: click.Parameter, folders: tuple[str, ...]) -> None:
    context.meta.setdefault(_LIBRARY, []).extend(folders)
