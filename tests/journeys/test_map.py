"""The map below the text, as a person reads, finds and clicks."""

from dataclasses import replace

from textual.pilot import Pilot

from tests.journeys.conftest import Shelf, press, seen, tides


def the_map(pilot: Pilot[None]) -> str:
    """The row of the map."""
    return seen(pilot)[pilot.app.screen.map.region.y]


def found(pilot: Pilot[None]) -> int:
    """How many cells are marked as having hits."""
    return sum(
        len(part.text)
        for part in pilot.app.screen.map.render_line(0)
        if part.style and part.style.underline
    )


async def test_it_shows_who_speaks_and_where_the_quote_is(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        assert the_map(pilot).startswith(" ■■■■■◆◆◆◆◆■■")
        assert the_map(pilot).count("“") == 1


async def test_a_click_reads_on_there_and_back_leads_back(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "}", "}")
        view, before = pilot.app.screen.transcript, pilot.app.screen.transcript.place
        await pilot.click(pilot.app.screen.map, offset=(60, 0))
        await pilot.pause()
        assert view.place.turn == 12
        await press(pilot, "ctrl+o")
        assert view.place == before


async def test_hits_are_on_it_while_a_find_is_on(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "/", *"Turn 12", "enter")
        assert found(pilot) == 1
        await press(pilot, "escape")
        assert found(pilot) == 0


async def test_another_episode_has_a_map_of_its_own(shelf: Shelf) -> None:
    shelf.put("006", replace(tides(1, 1), number=6))
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "K")
        assert "◆" not in the_map(pilot)


async def test_a_low_terminal_has_none(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 11)) as pilot:
        assert not any("■■■" in row for row in seen(pilot))
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        await pilot.pause()
        assert "■■■" in the_map(pilot)
