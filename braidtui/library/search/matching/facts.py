"""Which of the facts that are in the index fulfil a filter."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from braidtui.episode.model import Source, Speaker
from braidtui.library.search.filtering import holds_for_source, holds_for_speaker
from braidtui.library.search.index.register import facts
from braidtui.library.search.index.tables import EVERY, letter
from braidtui.library.search.query import Filter

_MOST_KEPT = 200  # filters


class Facts:
    """All facts, and what filters found among them."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._by_field: dict[str, list[tuple[int, str]]] = {}
        self._kept: dict[Filter, Sequence[str]] = {}
        self._values: dict[int, str] = {}
        for id, field, value in facts(index):
            self._by_field.setdefault(field, []).append((id, value))
            self._values[id] = value

    @property
    def every(self) -> str:
        """The letter of what holds for all turns."""
        return next((letter(id) for id, _ in self._by_field.get(EVERY[0], ())), "")

    def letters(self, filter: Filter) -> Sequence[str]:
        """The letters of the facts that a filter is fulfilled by."""
        if (known := self._kept.get(filter)) is None:
            holds = _HOLDS[filter.field]
            of_field = self._by_field.get(filter.field, ())
            known = [letter(id) for id, value in of_field if holds(filter, value)]
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[filter] = known
        return known

    def speaker(self, id: int) -> str:
        """The name of the speaker that a fact tells."""
        return self._values.get(id, "").partition("\n")[2]


def _speaker(filter: Filter, value: str) -> bool:
    id, _, name = value.partition("\n")
    return holds_for_speaker(filter, Speaker(id, name))


def _of_speaker(filter: Filter, value: str) -> bool:
    return holds_for_speaker(filter, Speaker("", "", **{filter.field: value}))


def _site(filter: Filter, value: str) -> bool:
    return holds_for_source(filter, Source(site=value))


def _has(filter: Filter, value: str) -> bool:
    return filter.wanted == value


_HOLDS: Mapping[str, Callable[[Filter, str], bool]] = {
    "speaker": _speaker,
    "role": _of_speaker,
    "model": _of_speaker,
    "voice": _of_speaker,
    "site": _site,
    "has": _has,
}
