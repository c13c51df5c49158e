"""The panes: what they show, how they come and go, and what choosing does."""

import pytest
from textual.filter import LineFilter, Monochrome, NoColor

from braidtui.config import Config
from braidtui.tui.transcript.reading import ReadingPlace
from tests.journeys.conftest import Shelf, press, sees, tides


async def test_a_segment_is_chosen_by_key_and_by_click(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "shift+tab", "j", "j", "enter")
        assert view.place == ReadingPlace(12, 0)
        assert view.has_focus
        await pilot.click("#segments", offset=(6, 2))
        await pilot.pause()
        assert view.place == ReadingPlace(0, 0)


async def test_a_quote_leads_to_its_turn_which_flashes(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        view = pilot.app.screen.transcript
        await pilot.click("#quotes", offset=(4, 1))
        await pilot.pause()
        assert view.place == ReadingPlace(9, 0)
        assert view._flash.turn == 9
        assert sees(pilot, "Turn 9 begins.")


async def test_sources_of_the_turn_and_of_the_segment_are_marked(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        assert sees(pilot, "▸ 1 Chart 0")
        assert sees(pilot, "· 2 Chart 5")
        assert sees(pilot, "  3 Chart 10")
        await press(pilot, "2", *["right_curly_bracket"] * 4)
        assert sees(pilot, "▸ 3 Chart 10")
        assert sees(pilot, "  1 Chart 0")


@pytest.mark.parametrize(
    ("key", "words"), [("t", "Segments"), ("quotation_mark", "Quotes"), ("number_sign", "Sources")]
)
async def test_each_pane_is_put_away_and_brought_back_by_its_key(
    shelf: Shelf, key: str, words: str
) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        assert sees(pilot, words)
        await press(pilot, key)
        assert not sees(pilot, words)
        await press(pilot, key)
        assert sees(pilot, words)


async def test_z_puts_all_panes_away_and_brings_back_those_that_were_there(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await press(pilot, "t", "z")
        assert not any(sees(pilot, words) for words in ("Segments", "Quotes", "Sources"))
        await press(pilot, "z")
        assert sees(pilot, "Quotes")
        assert not sees(pilot, "Segments")


@pytest.mark.parametrize(
    ("size", "docked"),
    [
        ((120, 40), {"Segments", "Quotes", "Sources"}),
        ((99, 30), {"Segments"}),
        ((69, 24), set()),
        ((40, 10), set()),
    ],
)
async def test_panes_stand_beside_the_text_where_there_is_room(
    shelf: Shelf, size: tuple[int, int], docked: set[str]
) -> None:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        await pilot.pause()
        assert {
            words for words in ("Segments", "Quotes", "Sources") if sees(pilot, words)
        } == docked


async def test_in_a_small_terminal_a_pane_lies_over_the_text_until_it_is_done_with(
    shelf: Shelf,
) -> None:
    async with shelf.read(shelf.put("007", tides()), (40, 10)) as pilot:
        await press(pilot, "t")
        assert sees(pilot, "Segments")
        await press(pilot, "j", "enter")
        assert not sees(pilot, "Segments")
        assert pilot.app.screen.transcript.place == ReadingPlace(6, 0)
        await press(pilot, "quotation_mark", "q")
        assert not sees(pilot, "Quotes")
        assert pilot.app.is_running
        await press(pilot, "number_sign", "escape")
        assert not sees(pilot, "Sources")
        assert pilot.app.screen.transcript.has_focus


async def test_an_episode_without_quotes_says_so(shelf: Shelf) -> None:
    from dataclasses import replace

    async with shelf.read(shelf.put("007", replace(tides(), quotes=())), (120, 40)) as pilot:
        assert not sees(pilot, "Quotes")
        await press(pilot, "quotation_mark")
        assert sees(pilot, "This episode has no quotes.")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 10), (10, 3), (24, 1), (500, 300)])
async def test_no_size_is_too_small_or_too_large(shelf: Shelf, size: tuple[int, int]) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await press(pilot, "space")
        await pilot.resize_terminal(*size)
        await press(
            pilot, "j", "t", "G", "g", "quotation_mark", "escape", "question_mark", "escape"
        )
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert sees(pilot, "Between Tides")


@pytest.mark.parametrize(("theme", "grey"), [("ansi-dark", NoColor), ("braid-dark", Monochrome)])
async def test_without_colour_letters_stay_to_be_seen(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, theme: str, grey: type[LineFilter]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shelf.read(shelf.put("007", tides()), config=Config(theme=theme)) as pilot:
        assert any(isinstance(it, grey) for it in pilot.app._filters)
        pilot.app.theme = "ansi-light" if theme == "braid-dark" else "braid-light"
        await pilot.pause()
        assert not any(isinstance(it, grey) for it in pilot.app._filters)
