"""Lists of any length: every item is whole, or has one row where it says so."""

from dataclasses import replace

import pytest

from braidtui.episode.model import Quote, Source
from tests.journeys.conftest import Shelf, press, seen, sees, shelf, tides

__all__ = ["shelf"]


async def test_a_long_library_shows_each_episode_on_two_rows(shelf: Shelf) -> None:
    for number in range(170):
        shelf.put(f"{number:03}", replace(tides(1, 1), number=number, title=f"Tide {number}"))
    async with shelf.read(shelf.folder / "007.yaml") as pilot:
        await press(pilot, "L", "g")
        assert sees(pilot, "Library · 170 episodes")
        assert sees(pilot, "169 Tide 169")
        assert any("Coast · Ada Moor" in row for row in seen(pilot))
        await press(pilot, "G", "enter")
        assert sees(pilot, "Coast 000 · Tide 0")


async def test_a_great_many_segments_and_sources_have_one_row_each(shelf: Shelf) -> None:
    sources = tuple(Source(f"https://example.org/{n}", f"Chart {n}") for n in range(200))
    async with shelf.read(shelf.put("007", replace(tides(200, 1), sources=sources))) as pilot:
        rows = [row.split("of the")[0].strip(" ▸") for row in seen(pilot)[2:6]]
        assert rows == ["1 Part 1", "2 Part 2", "3 Part 3", "4 Part 4"]
        await press(pilot, *["]"] * 60)
        assert sees(pilot, "▸  61 Part 61")


async def test_many_quotes_keep_who_said_them(shelf: Shelf) -> None:
    quotes = tuple(Quote(f"Turn {n} begins.") for n in range(160))
    async with shelf.read(shelf.put("007", replace(tides(40, 4), quotes=quotes))) as pilot:
        await press(pilot, "tab", "G")
        assert sees(pilot, "“Turn 159 begins.”")
        assert sees(pilot, "00:53:00")


@pytest.mark.parametrize("size", [(120, 40), (100, 24), (80, 24), (40, 10)])
async def test_no_title_is_cut_where_a_scroll_bar_stands(
    shelf: Shelf, size: tuple[int, int]
) -> None:
    async with shelf.read(shelf.put("007", tides(30, 1)), size) as pilot:
        if size[0] < 70:
            await press(pilot, "t")
        region = pilot.app.screen.query_one("#segments").content_region
        rows = [row[region.x : region.right - 1] for row in seen(pilot)[region.y : region.y + 3]]
        assert "Part 1 of the tide" in " ".join(" ".join(rows).split())


async def test_what_is_being_read_is_in_sight_from_the_first_frame_on(shelf: Shelf) -> None:
    path = shelf.put("007", tides(40, 6))
    async with shelf.read(path) as pilot:
        await press(pilot, ":", "s", "3", "5", "enter")
        pilot.app.screen.keeper.keep()
    async with shelf.read(path) as pilot:
        assert sees(pilot, "▸ 35 Part 35")
        assert any("· " in row and "Chart 205" in row for row in seen(pilot))
