"""Selecting whole turns by key."""

from textual.pilot import Pilot

from braidtui.episode.turn_span import TurnSpan
from tests.journeys.conftest import Shelf, press, sees, shelf, tides

__all__ = ["shelf"]

NEXT, BACK = "right_curly_bracket", "left_curly_bracket"


def turns(pilot: Pilot[None]) -> list[int]:
    """The turns that are selected, each of them whole."""
    screen = pilot.app.screen
    texts = screen.opened.episode.turns
    chosen: tuple[TurnSpan, ...] = screen.transcript.selected
    assert all((it.begin, it.end) == (0, len(texts[it.turn].text)) for it in chosen)
    return [it.turn for it in chosen]


async def test_moving_on_selects_more_either_way(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "2", "v")
        assert turns(pilot) == [6]
        await press(pilot, NEXT, NEXT)
        assert turns(pilot) == [6, 7, 8]
        assert pilot.app.screen.selecting.status == ("3 turns selected",)
        await press(pilot, BACK, BACK, BACK)
        assert turns(pilot) == [5, 6]
        await press(pilot, "v", NEXT)
        assert turns(pilot) == []
        assert pilot.app.screen.selecting.status == ()


async def test_a_segment_is_selected_and_the_next_one_with_it(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "2", NEXT, NEXT, "V")
        assert turns(pilot) == [6, 7, 8, 9, 10, 11]
        await press(pilot, NEXT)
        assert turns(pilot) == [6, 7, 8, 9, 10, 11]
        await press(pilot, "right_square_bracket")
        assert turns(pilot) == [*range(6, 18)]
        await press(pilot, "v")
        assert turns(pilot) == [8, 9, 10, 11, 12]
        await press(pilot, "V", "V")
        assert turns(pilot) == []


async def test_turns_that_are_hidden_are_not_selected(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "ampersand", *"speaker", "colon", *"bo", "enter", "g", "v", NEXT, NEXT)
        assert turns(pilot) == [1, 3, 5]
        assert pilot.app.screen.selecting.status == ("3 turns selected",)
        await press(pilot, "V")
        assert turns(pilot) == [1, 3, 5]


async def test_a_click_ends_it(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "2", "v", NEXT)
        await pilot.click("#transcript", offset=(6, 6))
        await pilot.pause()
        assert not sees(pilot, "selected")
        await press(pilot, NEXT)
        assert turns(pilot) == []


async def test_escape_ends_it_and_leaves_the_find(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "slash", *"path", "enter", "v", NEXT, "escape")
        assert turns(pilot) == []
        assert sees(pilot, '"path"')
        await press(pilot, NEXT)
        assert turns(pilot) == []


async def test_the_mouse_selects_whole_signs_of_the_same_selection(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "2")
        rows = [view.render_line(y) for y in range(6)]
        text = next(y for y, row in enumerate(rows) if "Turn 6" in row.text)
        left = rows[text].text.index("Turn 6")
        await pilot.mouse_down(view, offset=(left, text))
        await pilot.hover(view, offset=(left + 5, text))
        assert view.selected == (TurnSpan(6, 0, 6),)
        await pilot.hover(view, offset=(left + 5, text - 1))
        assert view.selected == (TurnSpan(6, 0, 1),)
        await pilot.mouse_up(view, offset=(left + 5, text - 1))
