"""The screen of the numbers: what it tells, and where choosing leads."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from braidtui.episode.model import Source
from tests.journeys.conftest import Shelf, press, seen, sees, shelf, tides

__all__ = ["shelf"]


async def shown(pilot: Pilot[None]) -> None:
    """Ask the reader for the numbers."""
    await press(pilot, "i")


def on_cursor(pilot: Pilot[None]) -> str:
    """The row under the cursor."""
    list_ = pilot.app.screen.list
    begin = list_.brushes("cursor").bgcolor
    rows = pilot.app.screen._compositor.render_strips()
    found = ["".join(s.text for s in row if s.style and s.style.bgcolor == begin) for row in rows]
    return "\n".join(row.strip() for row in found[4:] if row.strip())


async def test_it_tells_speakers_segments_and_sites(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        rows = [" ".join(row.split()) for row in seen(pilot)]
        assert rows[0] == "Numbers · Between Tides"
        assert any(row.startswith("■ Ada Moor █") and " 04:00 50% " in row for row in rows)
        assert any(row.startswith("3 Part 3 of the tide") and " 02:00 " in row for row in rows)
        assert any(row.startswith("example.org 5") for row in rows)
        assert set(rows[2]) == {"■", "◆", "“"}
        assert rows[3] == "1 2 3 4"


@pytest.mark.parametrize("key", ["q", "escape", "i"])
async def test_each_way_out_leads_back_to_the_place(shelf: Shelf, key: str) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "}", "}")
        before = pilot.app.screen.transcript.place
        await shown(pilot)
        await press(pilot, key)
        assert pilot.app.screen.transcript.place == before


async def test_enter_on_a_speaker_goes_to_the_longest_turn(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        assert on_cursor(pilot).startswith("◆ Bo Lindqvist")
        await press(pilot, "enter")
        assert pilot.app.screen.transcript.place.turn == 3


async def test_enter_on_a_segment_goes_there_and_back_leads_back(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        await press(pilot, "j", "j", "j", "j")
        assert on_cursor(pilot).startswith("3 Part 3")
        await press(pilot, "enter")
        assert pilot.app.screen.transcript.place.turn == 12
        await press(pilot, "ctrl+o")
        assert pilot.app.screen.transcript.is_at_head


async def test_enter_on_a_site_goes_to_the_first_turn_that_rests_on_it(shelf: Shelf) -> None:
    own = (Source("https://whole.example/"),)
    async with shelf.read(shelf.put("007", replace(tides(), sources=own))) as pilot:
        await press(pilot, "G")
        await shown(pilot)
        await press(pilot, "G", "enter")
        assert sees(pilot, "The whole episode rests on it, no turn by itself.")
        await press(pilot, "k", "enter")
        assert pilot.app.screen.transcript.place.turn == 0


async def test_a_click_on_the_map_goes_there(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        await pilot.click(pilot.app.screen.map, offset=(60, 1))
        await pilot.pause()
        assert pilot.app.screen.transcript.place.turn == 12


async def test_a_button_held_down_past_the_end_of_the_screen_holds_nothing(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        await pilot.mouse_down(pilot.app.screen.map, offset=(60, 1))
        await pilot.pause()
        await pilot.mouse_up("#transcript", offset=(20, 20))
        await pilot.click("#segments", offset=(8, 1))
        await pilot.pause()
        assert pilot.app.screen.transcript.place.turn == 0


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 24), (40, 10), (30, 9)])
async def test_all_can_be_reached_at_each_size(shelf: Shelf, size: tuple[int, int]) -> None:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        await shown(pilot)
        assert sees(pilot, "Bo Lind")
        await press(pilot, "G")
        assert sees(pilot, "example.org")
        assert max(map(len, seen(pilot))) == size[0]


async def test_what_is_kept_is_on_its_map(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "}", "x")
        await shown(pilot)
        assert "◇◇" in seen(pilot)[2]


async def test_a_speaker_on_four_rows_is_chosen_as_a_whole(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (40, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "j")
        assert len(on_cursor(pilot).split("\n")) == 4
        assert on_cursor(pilot).startswith("■ Ada Moor")


async def test_a_very_long_episode_is_counted_beside_the_keys(shelf: Shelf) -> None:
    path = shelf.put("007", tides(6, 900))
    async with shelf.read(path) as pilot:
        await shown(pilot)
        assert sees(pilot, "Part 6 of the tide")


async def test_the_numbers_keep_their_columns_in_another_theme(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await shown(pilot)
        before = seen(pilot)
        pilot.app.theme = "braid-light"
        await pilot.pause()
        assert seen(pilot) == before
