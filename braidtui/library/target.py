"""A target: what a person types to name an episode, and a place in it after an `@`."""

import os
import shlex
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.episode.safe_text import clean_line
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.episode_names import fitting
from braidtui.library.importing.finding.files import is_transcript
from braidtui.library.place_names import PLACES, TargetError, is_place, turn_at
from braidtui.library.reading import STANDARD_INPUT, is_yaml

__all__ = ["AmbiguousTarget", "Target", "TargetError", "resolve", "turn_at"]

_MOST_NAMED = 5  # of the episodes that an ambiguous target fits
_LONGEST_TITLE = 50


class AmbiguousTarget(TargetError):
    """A target fits several episodes; the message names some of them, `entries` holds all."""

    def __init__(self, name: str, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        ids = [entry.id for entry in entries]
        named = [
            f'{it.id if ids.count(it.id) == 1 else it.key} "{_cut(it.title)}"'
            for it in entries[:_MOST_NAMED]
        ]
        more = [f"{len(entries) - _MOST_NAMED} more"] if len(entries) > _MOST_NAMED else []
        listed = ", ".join(named + more)
        super().__init__(f'"{name}" fits {len(entries)} episodes: {listed}')


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


class Target(NamedTuple):
    """The file that is meant, and the place in it as typed ("" where none was)."""

    path: Path
    place: str = ""

    def turn(self, episode: Episode) -> int | None:
        """The index of the turn at the place, None without one; raises TargetError."""
        return turn_at(episode, self.place) if self.place else None


def resolve(library: Library, text: str) -> Target:
    """What `text` names: a file, a number, an id, or words of a title; raises TargetError.

    A file counts before a place: `a@5.yaml` is the file of that name where there is one.
    """
    if text == str(STANDARD_INPUT) or _is_at_hand(text):
        _refuse_folder(text)
        return Target(Path(text))
    name, place = _parted(text)
    if place and _is_at_hand(name):
        return Target(Path(name), place)
    return Target(_entry(library, name).path, place)


def _parted(text: str) -> tuple[str, str]:
    name, at, place = text.rpartition("@")
    return (name, place) if at and is_place(place) else (text, "")


def _entry(library: Library, name: str) -> Entry:
    if not name.strip():
        raise TargetError("an empty target names no episode")
    entries = library.entries()
    found = fitting(entries, name)
    if not found:
        raise TargetError(_not_found(entries, name))
    if len(found) > 1:
        raise AmbiguousTarget(name, found)
    return found[0]


def _not_found(entries: Sequence[Entry], name: str) -> str:
    name = clean_line(name)
    names = [name for entry in entries for name in (entry.id, entry.title)]
    _refuse_folder(name)
    if _is_path(name):
        return f"{name}: no such file{did_you_mean(Path(name).stem, names)}"
    before, at, place = name.rpartition("@")
    if at and fitting(entries, before):
        return f'"{place}" is no place: {PLACES}'
    return f'no episode fits "{name}"{did_you_mean(name, names)}'


def _refuse_folder(name: str) -> None:
    with suppress(OSError, ValueError):
        if Path(name).is_dir():
            folder = clean_line(str(Path(name)))
            words = f"{folder}: is a folder: `braidtui import {shlex.quote(folder)}` brings it in"
            raise TargetError(words)


def _is_at_hand(text: str) -> bool:
    """Whether a text is the path of a file, or of anything where it cannot be but a path."""
    try:
        found = Path(text).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:  # no right to look there, a circle of links: opening it will tell
        return _is_path(text)
    return stat.S_ISREG(found.st_mode) or _is_path(text)


def _is_path(text: str) -> bool:
    return (
        is_yaml(text)
        or is_transcript(text)
        or os.sep in text
        or bool(os.altsep and os.altsep in text)
    )
