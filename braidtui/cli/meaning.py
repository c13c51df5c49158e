"""The episode that a TARGET of the command line means, opened."""

from braidtui.cli.outcome import CommandRefused
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.library.reading import trouble_in_words
from braidtui.library.target import Target, TargetError, resolve


def meant(library: Library, text: str) -> Target:
    """What a TARGET names; refuses one that names nothing, or several episodes."""
    try:
        return resolve(library, text)
    except TargetError as error:
        raise CommandRefused(str(error)) from error


def opened_at(library: Library, target: Target) -> tuple[Opened, int | None]:
    """The episode that a target names, and the turn of its place, None without one."""
    try:
        opened = library.open(target.path)
        return opened, target.turn(opened.episode)
    except OSError as error:
        raise CommandRefused(trouble_in_words(error)) from error
    except TargetError as error:
        raise CommandRefused(str(error)) from error
