"""A line to type in: keys that come all at once, and what is pasted."""

import pytest
from textual import events

from tests.journeys.conftest import Shelf, press, seen, shelf, tides
from tests.tui.bursts import burst
from tests.tui.search.conftest import StandIn, searcher, searching

__all__ = ["searcher", "shelf"]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["t", "e", "ctrl+u", "s", "l", "a", "c", "k"], "slack"),
        (["d", "e", "ctrl+a", "t", "i"], "tide"),
        (["e", "b", "left", "left", "w", "right", "x"], "wexb"),
        (["e", "x", "backspace", "b", "b"], "ebb"),
        (["a", "space", "b", "c", "ctrl+w", "d"], "a d"),
        (["a", "b", "home", "ctrl+k", "c"], "c"),
        (["a", "b", "home", "delete", "c"], "cb"),
    ],
)
async def test_keys_that_come_at_once_edit_what_stood_there_when_they_were_pressed(
    shelf: Shelf, searcher: StandIn, keys: list[str], value: str
) -> None:
    async with searching(shelf) as pilot:
        await burst(pilot, *keys)
        assert pilot.app.screen.box.value == value


async def test_in_the_line_of_a_find_too(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await burst(pilot, "slash", *"ebb", "ctrl+u", *"tide", "left", "left", "enter", "n")
        assert seen(pilot)[-1].strip().startswith('"tide" 2 of ')


async def test_a_letter_behind_tab_is_not_typed_into_the_box(
    shelf: Shelf, searcher: StandIn
) -> None:
    async with searching(shelf) as pilot:
        await burst(pilot, *"tide", "tab", "s")
        assert pilot.app.screen.box.value == "tide"
        assert pilot.app.screen.focused is not pilot.app.screen.box
        assert searcher.asked[-1][1] == "date"


async def test_keys_behind_the_one_that_leaves_the_search_go_to_the_reader(
    shelf: Shelf, searcher: StandIn
) -> None:
    async with searching(shelf) as pilot:
        box = pilot.app.screen.box
        await burst(pilot, *"tide", "escape", "2", "right_curly_bracket")
        assert box.value == "tide"
        assert pilot.app.screen.transcript.place.turn == 7


async def test_what_is_pasted_takes_the_place_of_what_is_selected(
    shelf: Shelf, searcher: StandIn
) -> None:
    async with searching(shelf) as pilot:
        await press(pilot, *"ebb", "shift+home")
        pilot.app.post_message(events.Paste("neap\ntide\x1b"))
        await pilot.pause()
        assert pilot.app.screen.box.value == "neap tide\u241b"
