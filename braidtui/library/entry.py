"""One episode in the library's list, and the order and shadowing of many."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.problem import Problem


class Entry(NamedTuple):
    """One episode in the library. A broken file has its first problem, and its id for a title.

    `duration` is milliseconds; `speakers` are names; `id` and `key` are those of `Opened`.
    """

    id: str
    path: Path
    key: str
    number: int | None
    date: date | None
    title: str
    show: str
    duration: int | None
    speakers: tuple[str, ...]
    segments: int
    turns: int
    broken: Problem | None


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By date, then number, then id; those without a date after these, broken files last."""
    return tuple(sorted(entries, key=_age))


def unshadowed(entries_of_roots: Iterable[Iterable[Entry]]) -> list[Entry]:
    """What is left of some roots, the one that counts most first.

    An episode hides those of later roots that have its id, or its number in the same show; those of
    its own root it does not hide. A broken file hides nothing.
    """
    left: list[Entry] = []
    for entries in entries_of_roots:
        ids = {entry.id for entry in left if not entry.broken}
        numbers = {_number(entry) for entry in left if not entry.broken}
        left += [
            entry
            for entry in entries
            if entry.id not in ids and (entry.number is None or _number(entry) not in numbers)
        ]
    return left


def _number(entry: Entry) -> tuple[str, int | None]:
    return entry.show.casefold(), entry.number


def _age(entry: Entry) -> tuple[bool, bool, int, bool, int, str, str]:
    return (
        entry.broken is not None,
        entry.date is None,
        -entry.date.toordinal() if entry.date else 0,
        entry.number is None,
        -(entry.number or 0),
        entry.id,
        str(entry.path),
    )
