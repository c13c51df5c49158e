"""Keys faster than the disk, and a disk that refuses: nothing is lost, nothing else is touched."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest

from braidtui.config import own_folder
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kept, Kind
from braidtui.notebook.places import NotebookError
from tests.journeys.conftest import Shelf, press, sees, tides
from tests.journeys.test_going import typed
from tests.journeys.test_keeping import SIZE, kept, kinds
from tests.tui.bursts import burst


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called, the notebook takes nothing more."""

    def refusing(*_arguments: object, **_named: object) -> Kept:
        raise NotebookError("another program is writing to it")

    return lambda: monkeypatch.setattr(Keepsakes, "keep", refusing)


def titles(shelf: Shelf) -> list[str]:
    return [it.episode.title for it in kept(shelf)]


async def test_a_key_right_behind_another_episode_works_on_that_one(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first, SIZE) as pilot:
        await press(pilot, "x")
        await burst(pilot, "J", "x")
        await pilot.app.workers.wait_for_complete()
        assert titles(shelf) == ["Between Tides", "Later"]
        await press(pilot, "K", "a", *typed("old"), "enter")
        await burst(pilot, "J", "a", *"new", "enter")
        await pilot.app.workers.wait_for_complete()
        notes = {it.episode.title: it.note for it in kept(shelf) if it.kind == Kind.NOTE}
        assert notes == {"Between Tides": "old", "Later": "new"}


async def test_twice_the_same_key_and_leaving_leaves_nothing_behind(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await burst(pilot, "x", "x", "q")
    assert kinds(shelf) == []


async def test_u_behind_a_change_that_failed_undoes_nothing_else(
    shelf: Shelf, refuse: Callable[[], None]
) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "a", *typed("precious"), "enter", "3")
        refuse()
        await burst(pilot, "x", "u")
        await pilot.app.workers.wait_for_complete()
        assert [it.note for it in kept(shelf)] == ["precious"]
        assert sees(pilot, "another program is writing")


async def test_what_fails_on_the_way_out_is_told_at_the_end(
    shelf: Shelf, refuse: Callable[[], None]
) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        refuse()
        await burst(pilot, "x", "q")
    assert "another program is writing" in pilot.app.keep_all()


async def test_what_is_under_way_is_waited_for(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, free, keep = Event(), Event(), Keepsakes.keep

    def slow(*arguments: object, **named: object) -> Kept:
        begun.set()
        free.wait(5)
        return keep(*arguments, **named)

    monkeypatch.setattr(Keepsakes, "keep", slow)
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await pilot.press("x")
        while not begun.is_set():
            await pilot.pause(0.001)
        free.set()
        assert pilot.app.keep_all() == ""
        assert kinds(shelf) == ["highlight"]


async def test_a_note_that_was_not_taken_is_written_down_on_the_way_out(
    shelf: Shelf, refuse: Callable[[], None]
) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        refuse()
        await press(pilot, "a", *typed("hard won"), "enter", "escape", "q")
    folder = own_folder("state")
    assert folder is not None
    (path,) = folder.glob("notes-*.txt")
    assert str(path) in pilot.app.keep_all()
    assert "hard won" in path.read_text("utf-8")
    assert "Turn 0 begins." in path.read_text("utf-8")


async def test_a_note_that_one_is_writing_survives_a_closed_terminal(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "a", *typed("half way"))
        told = pilot.app.keep_all()  # what a signal calls
        assert "notes-" in told
        assert pilot.app.keep_all() == told


async def test_a_note_that_another_reader_changed_is_not_written_over(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "a", *typed("mine"), "enter")
        (note,) = kept(shelf)
        await press(pilot, "a", *typed(" too"))
        Keepsakes(shelf.notebook.path, process="another one").write_note(note.id, "theirs")
        await press(pilot, "enter")
        assert sorted(it.note for it in kept(shelf)) == ["mine too", "theirs"]


async def test_a_note_that_another_reader_dropped_is_kept_anew(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "a", *typed("mine"), "enter")
        (note,) = kept(shelf)
        await press(pilot, "a", *typed(" too"))
        Keepsakes(shelf.notebook.path, process="another one").drop(note.id)
        await press(pilot, "enter")
        assert [it.note for it in kept(shelf)] == ["mine too"]


async def test_a_mark_leads_to_its_words_in_the_file_that_is_open(shelf: Shelf) -> None:
    first = shelf.put("a", tides())
    async with shelf.read(first, SIZE) as pilot:
        await press(pilot, "3", "m", "a")
    second = first.rename(shelf.folder / "b.yaml")
    async with shelf.read(second, SIZE) as pilot:
        await press(pilot, "g", "'", "a")
        assert pilot.app.screen.opened.path == second
        assert pilot.app.screen.transcript.place.turn == 12


async def test_one_key_that_drops_several_is_undone_by_one(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        other = Keepsakes(shelf.notebook.path, process="another one")
        for end in (6, len(tides().turns[0].text)):
            other.keep(pilot.app.screen.opened, Kind.HIGHLIGHT, (TurnSpan(0, 0, end),))
        await press(pilot, "x")
        assert kinds(shelf) == []
        await press(pilot, "u")
        assert len(kinds(shelf)) == 2
