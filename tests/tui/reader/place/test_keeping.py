"""Keeping the place: found again in a corrected transcript, written again where a write failed."""

from dataclasses import replace

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.notebook.places import Notebook, NotebookError, Place
from braidtui.tui.reader.place.keeping import found_place
from braidtui.tui.transcript.reading import ReadingPlace
from tests.journeys.conftest import Shelf, press, sees, shelf, tides

__all__ = ["shelf"]


def episode(*starts: int | None) -> Episode:
    turns = tuple(Turn("a", f"words {start}", start) for start in starts)
    return Episode("T", (Speaker("a", "Anna"),), (Segment("S", 0, turns),))


@pytest.mark.parametrize(
    ("place", "starts", "found"),
    [
        (Place(2, 3, 20, 0.5), (0, 10, 20), ReadingPlace(2, 3)),
        (Place(1, 3, 20, 0.5), (0, 10, 20), ReadingPlace(2, 3)),
        (Place(1, 3, 15, 0.5), (0, 10, 20), ReadingPlace(1, 3)),
        (Place(9, 99, None, 0.5), (0, 10), ReadingPlace(1, 8)),
        (Place(1, 2, 20, 0.5), (None, None), ReadingPlace(1, 2)),
    ],
)
def test_a_place_is_found_by_its_start_in_a_corrected_transcript(
    place: Place, starts: tuple[int | None, ...], found: ReadingPlace
) -> None:
    assert found_place(episode(*starts), place) == found


async def test_a_place_that_could_not_be_written_is_said_once_and_written_later(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Notebook.keep_place

    def fail(*arguments: object) -> None:
        raise NotebookError("notebook: the disk is full")

    async with shelf.read(shelf.put("007", tides())) as pilot:
        keeper = pilot.app.screen.keeper
        monkeypatch.setattr(Notebook, "keep_place", fail)
        await press(pilot, "3")
        await keeper.keep_in_background()
        await pilot.pause()
        assert sees(pilot, "the disk is full")
        monkeypatch.setattr(Notebook, "keep_place", written)
        assert keeper.keep() == ""
        kept = shelf.notebook.place(pilot.app.screen.opened.key)
        assert kept is not None
        assert kept.turn == 12


async def test_unread_stays_unread_while_one_scrolls_back(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, *["space"] * 30, "r", "k", "k")
        pilot.app.screen.keeper.keep()
        assert shelf.notebook.progress().get(pilot.app.screen.opened.key, 0.0) == 0.0


async def test_a_selection_ends_with_its_episode(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    shelf.put("008", replace(tides(1, 1), number=8, title="Short"))
    async with shelf.read(path) as pilot:
        pilot.app.screen.text_select_all()
        await press(pilot, "J", "ctrl+c")
        assert sees(pilot, "Short")
        assert pilot.app.clipboard == ""
