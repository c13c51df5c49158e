"""The palette, the help, the library and the neighbours."""

from dataclasses import replace

import pytest

from tests.journeys.conftest import Shelf, press, seen, sees, tides

NAMES = {":": "colon", "%": "percent_sign", " ": "space"}


def typed(text: str) -> list[str]:
    """The keys that type a text."""
    return [NAMES.get(letter, letter) for letter in text]


@pytest.mark.parametrize(
    ("place", "turn"),
    [("1:05", 3), ("00:04:00", 12), ("s3", 12), ("t4", 3), ("100%", 23), ("0%", 0), ("70", 3)],
)
async def test_the_palette_goes_to_a_time_a_segment_a_turn_or_a_part(
    shelf: Shelf, place: str, turn: int
) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "2", ":", *typed(place))
        assert sees(pilot, f"Go to {place}: Part")
        await press(pilot, "enter")
        assert pilot.app.screen.transcript.place.turn == turn
        await press(pilot, "ctrl+o")
        assert pilot.app.screen.transcript.place.turn == 6


async def test_the_palette_finds_a_command_a_segment_and_a_theme_by_words(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, ":", *typed("panes away"), "enter")
        assert not sees(pilot, "Segments")
        await press(pilot, ":", *typed("part 4"), "enter")
        assert pilot.app.screen.transcript.place.turn == 18
        await press(pilot, ":", *typed("theme dracula"), "enter")
        assert pilot.app.theme == "dracula"
        await press(pilot, ":", *typed("no such thing"), "enter", "escape")
        assert pilot.app.screen.transcript.place.turn == 18


async def test_one_goes_back_and_forward_again_also_to_another_episode(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first) as pilot:
        screen = pilot.app.screen
        await press(pilot, "2", "4", "J", "3", "ctrl+o", "ctrl+o")
        assert (screen.opened.id, screen.transcript.place.turn) == ("007", 18)
        await press(pilot, "ctrl+o", "ctrl+p", "ctrl+p", "ctrl+p")
        assert (screen.opened.id, screen.transcript.place.turn) == ("008", 12)
        await press(pilot, "ctrl+p")
        assert sees(pilot, "Nothing to go forward to.")
        await press(pilot, "ctrl+o", "2", "ctrl+p")
        assert sees(pilot, "Nothing to go forward to.")


async def test_help_lists_keys_by_group_searches_them_and_does_what_is_picked(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "?")
        assert sees(pilot, "Next segment")
        await press(pilot, "/", *typed("narrow"))
        assert sees(pilot, "Narrower text")
        assert not sees(pilot, "Next segment")
        await press(pilot, "enter")
        assert pilot.app.screen.transcript.text_width < 88
        await press(pilot, "?", "q")
        assert not sees(pilot, "Next segment")
        assert pilot.app.is_running


async def test_every_command_of_the_help_can_be_picked(shelf: Shelf) -> None:
    from braidtui.tui.commands import IN_READER

    path = shelf.put("007", tides())
    for command in sorted(set(IN_READER) - {"leave", "edit"}):
        async with shelf.read(path) as pilot:
            pilot.app.screen.action_command(command)
            await pilot.pause()
            assert pilot.app.is_running


async def test_the_library_narrows_as_one_types_and_opens_what_is_chosen(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    shelf.put("009", replace(tides(), number=9, title="The Ebb", show="Inland"))
    async with shelf.read(path) as pilot:
        await press(pilot, "L")
        assert sees(pilot, "The Ebb")
        await press(pilot, "/", *typed("inla"))
        assert sees(pilot, "1 of 2 episodes")
        assert not sees(pilot, "Between Tides")
        await press(pilot, "enter")
        assert sees(pilot, "Inland 009 · The Ebb")


async def test_the_library_tells_how_much_is_read_and_lists_broken_files(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    shelf.put("bad", "title: [\n")
    async with shelf.read(path) as pilot:
        await press(pilot, *["space"] * 30, "L")
        assert any("Between Tides" in row and "100%" in row for row in seen(pilot))
        assert sees(pilot, "bad.yaml:")
        await press(pilot, "r")
        assert any("Between Tides" in row and "  0%" in row for row in seen(pilot))
        await press(pilot, "G", "enter")
        assert sees(pilot, "bad.yaml:")
        await press(pilot, "q")
        assert pilot.app.screen.transcript.has_focus


async def test_a_look_at_the_end_reads_nothing(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        await press(pilot, "G", "g", "L")
        assert any("Between Tides" in row and "  0%" in row for row in seen(pilot))


async def test_neighbours_are_the_next_newer_and_older_episode(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first) as pilot:
        await press(pilot, "3", "J")
        assert sees(pilot, "Coast 008 · Later")
        await press(pilot, "J")
        assert sees(pilot, "There is no newer episode.")
        await press(pilot, "K")
        assert sees(pilot, "Coast 007 · Between Tides")
        assert pilot.app.screen.transcript.place.turn == 12


@pytest.mark.parametrize("first", ["long", "short"])
async def test_an_episode_can_be_left_for_a_shorter_one_from_its_end(
    shelf: Shelf, first: str
) -> None:
    paths = {"long": shelf.put("007", tides(8, 9)), "short": shelf.put("008", tides(1, 2))}
    async with shelf.read(paths[first]) as pilot:
        for path in (*paths.values(), *paths.values()):
            await press(pilot, "G")
            pilot.app.screen.opening.open(path)
            await pilot.pause()
            assert pilot.app.screen.opened.path == path


async def test_the_palette_says_what_it_cannot_find(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, ":", *typed("s99"))
        assert sees(pilot, "there is no segment 99")
        await press(pilot, "enter")
        assert sees(pilot, "there is no segment 99")
        await press(pilot, "escape", ":", *typed("zzz"))
        assert sees(pilot, "Nothing fits.")


async def test_the_library_explains_its_keys(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "L", "?")
        assert sees(pilot, "Filter the library")
        await press(pilot, "q", "q")
        assert pilot.app.screen.transcript.has_focus
