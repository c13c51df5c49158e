"""The search screen over a searcher that does as a test tells it."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from braidtui.episode.model import Speaker
from braidtui.find.word_finder import stands_in
from braidtui.library.entry import Entry
from braidtui.library.search.query import Filter, Phrase, Query, finder_of
from braidtui.library.search.results import Count, Facets, Hit, Results
from braidtui.library.search.searcher import IndexState, SearchInterrupted
from tests.journeys.conftest import Shelf, shelf, tides

__all__ = ["shelf"]

ADA, BO = Speaker("ada", "Ada Moor"), Speaker("bo", "Bo Lindqvist")


def hit(number: int, turn: int, text: str, *, path: Path = Path("/x.yaml")) -> Hit:
    """A hit of an invented episode; turns are Ada's and Bo's by turns."""
    who = turn % 2
    entry = Entry(
        *(f"{number:03}", path, f"{number:03}.yaml", number, date(2026, 1 + turn % 12, 3)),
        *(f"Tide {number}", "Coast", 1000, (ADA.name, BO.name), 1, 50, None),
    )
    place = (entry, turn, (ADA, BO)[who], who, turn * 1000, 0, "Slack water")
    return Hit(*place, text, (), turn + 9, f"{number:03}@00:00:{turn:02}")


class StandIn:
    """Finds among some hits; can be held back, and remembers what it was asked."""

    def __init__(self) -> None:
        self.hits: list[Hit] = []
        self.asked: list[tuple[str, str, int, int]] = []
        self.reasons: tuple[str, ...] = ()
        self.notices: tuple[str, ...] = ()
        self.interrupts = 0
        self.free, self.grown = Event(), Event()
        self.is_in_step = True
        self.updates = 0
        self.free.set()
        self.grown.set()

    def find(
        self, query: Query, *, order: str, limit: int, per_episode: int, read: Mapping[str, float]
    ) -> Results:
        self.asked.append((query.typed, order, limit, per_episode))
        interrupts = self.interrupts
        while not self.free.wait(0.001):
            if self.interrupts > interrupts:
                raise SearchInterrupted
        found = self._found(query)
        found = found[::-1] if order == "date" else found
        return Results(tuple(found[:limit]), Count(len(found), False))

    def facets(self, query: Query, *, read: Mapping[str, float]) -> Facets:
        found = self._found(query)
        days = [it.entry.date for it in found if it.entry.date]
        return Facets(
            tuple(Counter(it.speaker.name for it in found).most_common()),
            (("Coast", len(found)),),
            tuple(Counter(day.year for day in days).most_common()),
            tuple(sorted(Counter((day.year, day.month) for day in days).items())),
            False,
        )

    def not_found(self, query: Query, *, read: Mapping[str, float]) -> tuple[str, ...]:
        return self.reasons

    def update(self, progress: Callable[[int, int], None], *, until: Callable[[], bool]) -> None:
        self.updates += 1
        progress(12, 30)
        while not self.grown.wait(0.001) and not until():
            progress(12, 30)

    def state(self) -> IndexState:
        return IndexState(3, 3, 41, 41, 1000, None, ())

    def interrupt(self) -> None:
        self.interrupts += 1

    def close(self) -> None:
        """Nothing is open."""

    def _found(self, query: Query) -> list[Hit]:
        finder, wanted = finder_of(query), [clause[0].what for clause in query.clauses]
        return [
            it._replace(spans=finder.spans(it.text))
            for it in self.hits
            if all(_holds(what, it) for what in wanted)
        ]


def _holds(what: Phrase | Filter, found: Hit) -> bool:
    if isinstance(what, Phrase):
        return stands_in(what, found.text)
    value = what.typed.partition(":")[2].strip('"')
    return value in {found.speaker.name, str(found.entry.number), str(found.entry.date)[:7]}


@pytest.fixture
def searcher(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn()
    monkeypatch.setattr("braidtui.library.search.searcher.Searcher", lambda _library: stand_in)
    monkeypatch.setattr("braidtui.tui.search.asking._SECONDS_AT_REST", 0.001)
    monkeypatch.setattr("braidtui.tui.search.index_growth._SECONDS_BETWEEN_REPORTS", 0.0)
    return stand_in


@asynccontextmanager
async def searching(shelf: Shelf, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The search screen, opened from the reader."""
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        await pilot.press("F")
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let the screen go on until something holds; fails when it never does."""
    for _ in range(1000):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.002)
    raise AssertionError("it never came")
