"""Searching the library: from a few words to the moment, and back to the other hits."""

import shutil
from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.tui.transcript.reading import ReadingPlace
from tests.journeys.conftest import Shelf, page, press, seen, sees, tides
from tests.robustness.hostile import hostile_yaml
from tests.tui.search.conftest import until

ADA, BO = Speaker("ada", "Ada Moor", "host"), Speaker("bo", "Bo Lindqvist", "pilot")


def ferry(number: int, *texts: str, day: date | None = None, show: str = "Coast") -> Episode:
    """An episode in which Ada and Bo say these by turns."""
    turns = tuple(
        Turn("ada" if index % 2 == 0 else "bo", text, index * 10_000)
        for index, text in enumerate(texts)
    )
    segment = Segment(f"Crossing {number}", 0, turns)
    return Episode(f"Ferry {number}", (ADA, BO), (segment,), show, number, day)


@pytest.fixture
def harbour(shelf: Shelf) -> Shelf:
    """Four episodes: the ferry is in three of them, the lantern in one turn of each of two."""
    shelf.put("007", tides())
    rest = ("Nothing moves at slack water.", "The gulls know it too.") * 12
    shelf.put(
        "008",
        ferry(
            *(8, "The ferry left at dawn.", "A lantern hung from its bow.", *rest),
            *("The ferry has one lantern now.", "It came back empty."),
            day=date(2026, 5, 20),
        ),
    )
    shelf.put("009", ferry(9, "No ferry runs today.", "Then we walk.", day=date(2026, 6, 3)))
    shelf.put(
        "010", ferry(10, "Who needs a ferry?", "The ferry.", day=date(2025, 1, 9), show="Inland")
    )
    return shelf


async def find(pilot: Pilot[None], words: str, hits: str) -> None:
    """Type words, and wait for what is found."""
    await press(pilot, *words)
    await until(pilot, lambda: sees(pilot, f" {hits}"))


async def test_a_hit_is_opened_stepped_on_from_and_left_for_the_other_hits(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "lantern", "2 hits · best first")
        await press(pilot, "down", "up", "enter")
        view = pilot.app.screen.transcript
        assert pilot.app.screen.opened.path == harbour.folder / "008.yaml"
        first = view.place.turn
        assert first in {1, 26}
        assert any("lantern" in row for row in page(pilot))
        assert any("00:00:10" in row or "00:04:20" in row for row in page(pilot))
        assert sees(pilot, "1 of 2") or sees(pilot, "2 of 2")
        await press(pilot, "n")
        await until(pilot, lambda: view.place.turn != first or sees(pilot, "from the top"))
        await press(pilot, "g", "ctrl+o", "ctrl+o", "ctrl+o")
        await until(pilot, lambda: sees(pilot, "2 hits · best first"))
        assert pilot.app.screen.box.value == "lantern"


async def test_the_hits_are_as_they_were_left(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml", (80, 24)) as pilot:
        await press(pilot, "F")
        await find(pilot, "ferry", "5 hits")
        await press(pilot, "tab", "j", "j", "s")
        await until(pilot, lambda: sees(pilot, "newest first"))
        await press(pilot, "j", "j", "j")
        before = seen(pilot)
        await press(pilot, "enter")
        assert not sees(pilot, "newest first")
        await press(pilot, "ctrl+o")
        assert seen(pilot) == before


async def test_the_way_back_leads_over_the_hits_to_what_was_read_before(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        screen = pilot.app.screen
        await press(pilot, "3", "j", "F")
        place = screen.transcript.place
        await find(pilot, "lantern", "2 hits")
        await press(pilot, "enter")
        hit = screen.opened.path, screen.transcript.place
        await press(pilot, "K", "G", "ctrl+o", "ctrl+o")
        assert (screen.opened.path, screen.transcript.place) == hit
        await press(pilot, "ctrl+o")
        await until(pilot, lambda: sees(pilot, "2 hits"))
        await press(pilot, "escape", "ctrl+o")
        assert screen.opened.path == harbour.folder / "007.yaml"
        assert screen.transcript.place == place
        await press(pilot, "ctrl+p")
        assert (screen.opened.path, screen.transcript.place) == hit
        await press(pilot, "ctrl+o", "ctrl+o", "ctrl+o")
        assert sees(pilot, "No jump to go back from.")


async def test_leaving_goes_back_to_where_one_read(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "3", "j", "j")
        place = pilot.app.screen.transcript.place
        await press(pilot, "F")
        await find(pilot, "ferry", "5 hits")
        await press(pilot, "tab", "q")
        assert pilot.app.screen.transcript.place == place
        assert place > ReadingPlace(0, 0)


async def test_searching_again_begins_with_the_last_query_selected(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "ferry", "5 hits")
        await press(pilot, "enter", "F")
        await until(pilot, lambda: sees(pilot, "5 hits"))
        assert pilot.app.screen.box.selected_text == "ferry"
        await find(pilot, "walk", "1 hit")
        assert pilot.app.screen.box.value == "walk"


async def test_facets_narrow_and_widen(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "ferry", "5 hits")
        await until(pilot, lambda: sees(pilot, "Inland"))
        await press(pilot, "tab", "tab", "enter")
        await until(pilot, lambda: sees(pilot, "✓ Ada Moor"))
        await until(pilot, lambda: sees(pilot, " 4 hits"))
        await press(pilot, "enter")
        await until(pilot, lambda: sees(pilot, " 5 hits"))


async def test_what_was_read_can_be_left_out(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "009.yaml") as pilot:
        await press(pilot, "r", "F")
        await find(pilot, "ferry is:unread", "4 hits")
        await press(pilot, *["backspace"] * 9)
        await find(pilot, "is:read", "1 hit")


async def test_a_word_that_nobody_says_is_said_to_be_unknown(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "lanternn", "No hits")
        await until(pilot, lambda: sees(pilot, "lantern"))


async def test_help_explains_the_language_while_one_types(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F", *"ferry", "f1")
        assert sees(pilot, "What you can type, and what it finds")
        await press(pilot, "escape")
        assert pilot.app.screen.box.value == "ferry"


async def test_the_library_leads_to_the_search_too(harbour: Shelf) -> None:
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "L", "F")
        await find(pilot, "walk", "1 hit")
        await press(pilot, "escape")
        assert sees(pilot, "Between Tides")


async def test_a_hostile_episode_is_a_hit_like_any_other(harbour: Shelf) -> None:
    harbour.put("013", hostile_yaml())
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "zebrafinch", "1")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        for key in ("tab", "j", "e", "j", "G", "tab", "j", "enter", "enter", "shift+tab", "g"):
            await press(pilot, key)
            rows = seen(pilot)
            assert not any(
                ch < " " or ch in "\x7f\x9b\u202e\u2066\u2028\ufeff" for row in rows for ch in row
            )
        await press(pilot, "enter")
        assert sees(pilot, "zebrafinch")


async def test_a_cache_that_cannot_be_written_is_told_and_the_search_works(
    harbour: Shelf,
) -> None:
    (harbour.folder.parent / "cache").write_text("no folder")
    async with harbour.read(harbour.folder / "007.yaml") as pilot:
        await press(pilot, "F")
        await find(pilot, "walk", "1 hit")
        await until(pilot, lambda: pilot.app._notifications)
        await press(pilot, "enter")
        assert sees(pilot, "Then we walk.")


async def test_a_library_that_vanishes_leaves_the_hits_and_says_what_is_gone(
    harbour: Shelf,
) -> None:
    apart = (harbour.folder / "007.yaml").rename(harbour.folder.parent / "007.yaml")
    async with harbour.read(apart) as pilot:
        await press(pilot, "F")
        await find(pilot, "walk", "1 hit")
        await until(pilot, lambda: pilot.app.screen.findings.is_in_step)
        shutil.rmtree(harbour.folder)
        await press(pilot, "enter")
        assert any("009.yaml is gone." in it.message for it in pilot.app._notifications)
        await press(pilot, "escape", "F", *"ferry")
        await press(pilot, "escape")
        assert pilot.app.is_running


def test_the_search(harbour: Shelf, snap_compare: Callable[..., bool]) -> None:
    """The query above; a bar for each month, one marked below; five hits with the words found
    underlined, the second under the cursor: a bar at its left and another ground, in which the
    speaker keeps the colour; beside them speakers, shows and years with their counts."""

    async def act(pilot: Pilot[None]) -> None:
        await press(pilot, "F")
        await find(pilot, "ferry", "5 hits")
        await until(pilot, lambda: sees(pilot, "Inland"))
        await press(pilot, "tab", "j")

    app = harbour.app(harbour.folder / "007.yaml")
    assert snap_compare(app, run_before=act, terminal_size=(120, 40))
