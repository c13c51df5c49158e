"""The line that waits for one key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.journeys.conftest import Shelf, press, seen, shelf, tides
from tests.tui.bursts import burst

__all__ = ["shelf"]


@asynccontextmanager
async def asking(shelf: Shelf, taken: list[str]) -> AsyncIterator[Pilot[None]]:
    """A reader in which `m` asks for a key."""
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        pilot.app.screen.marks.set = taken.append
        yield pilot


async def test_the_next_key_is_taken_and_the_line_is_gone(shelf: Shelf) -> None:
    taken: list[str] = []
    async with asking(shelf, taken) as pilot:
        await press(pilot, "m")
        assert seen(pilot)[-1].strip() == "Mark: a letter"
        await press(pilot, "A", "2")
        assert taken == ["A"]
        assert pilot.app.screen.transcript.place.turn == 6
        assert "Mark" not in seen(pilot)[-1]


@pytest.mark.parametrize(
    ("keys", "signs"),
    [
        (["m", "a", "2"], ["a"]),
        (["m", "apostrophe", "m", "j", "2"], ["'", "j"]),
        (["m", "escape", "2"], []),
        (["m", "down", "2"], []),
    ],
)
async def test_keys_that_come_at_once_are_taken_one_each(
    shelf: Shelf, keys: list[str], signs: list[str]
) -> None:
    taken: list[str] = []
    async with asking(shelf, taken) as pilot:
        await burst(pilot, *keys)
        assert taken == signs
        assert pilot.app.screen.transcript.place.turn == 6
        assert pilot.app.screen.focused is pilot.app.screen.transcript


async def test_a_click_elsewhere_ends_the_waiting(shelf: Shelf) -> None:
    taken: list[str] = []
    async with asking(shelf, taken) as pilot:
        await press(pilot, "m")
        await pilot.click("#transcript", offset=(5, 5))
        await pilot.pause()
        assert "Mark" not in seen(pilot)[-1]
        await press(pilot, "2")
        assert (taken, pilot.app.screen.transcript.place.turn) == ([], 6)
