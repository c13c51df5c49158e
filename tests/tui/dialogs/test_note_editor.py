"""Writing a note: what keeps it, what leaves it, and what may stand in it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Event

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from braidtui.tui.dialogs.note_editor import LONGEST, NoteEditor, WrittenNote
from tests.journeys.conftest import Shelf, press, seen, sees, shelf, tides
from tests.tui.bursts import burst

__all__ = ["shelf"]


class Desk:
    """Keeps what is written, or says why it can't; `left` is what the editor gave."""

    def __init__(self, failure: str = "") -> None:
        self.failure = failure
        self.kept: list[str] = []
        self.left: WrittenNote | None = None
        self.free = Event()
        self.free.set()

    def keep(self, text: str) -> str:
        self.free.wait(5)
        if not self.failure:
            self.kept.append(text)
        return self.failure

    def leave(self, written: WrittenNote | None) -> None:
        self.left = written


@asynccontextmanager
async def writing(
    shelf: Shelf, desk: Desk, text: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        editor = NoteEditor("“The tide takes the lower path.”", text, desk.keep)
        pilot.app.push_screen(editor, desk.leave)
        await pilot.pause()
        yield pilot


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    for _ in range(1000):
        if condition():
            return
        await pilot.pause(0.002)
    raise AssertionError("it never came")


async def test_enter_keeps_and_escape_gives_a_draft(shelf: Shelf) -> None:
    desk = Desk()
    async with writing(shelf, desk) as pilot:
        assert sees(pilot, "“The tide takes the lower path.”")
        await press(pilot, *"ebb", "enter")
        assert (desk.kept, desk.left) == (["ebb"], WrittenNote("ebb", True))
        pilot.app.push_screen(NoteEditor("w", "ebb", desk.keep), desk.leave)
        await press(pilot, *" flow", "escape")
        assert (desk.kept, desk.left) == (["ebb"], WrittenNote("ebb flow", False))


@pytest.mark.parametrize("key", ["alt+enter", "shift+enter", "ctrl+j"])
async def test_a_new_line_has_keys_of_its_own(shelf: Shelf, key: str) -> None:
    desk = Desk()
    async with writing(shelf, desk) as pilot:
        await press(pilot, "a", key, "b", "enter")
        assert desk.kept == ["a\nb"]


def test_alt_enter_of_a_plain_terminal_is_a_new_line() -> None:
    keys = XTermParser(False).feed("\x1b\r")
    assert [key.key for key in keys if isinstance(key, events.Key)] == ["ctrl+j"]


async def test_an_empty_text_is_kept_too(shelf: Shelf) -> None:
    desk = Desk()
    async with writing(shelf, desk, "neap") as pilot:
        await press(pilot, "ctrl+u", "enter")
        assert desk.kept == [""]


async def test_a_notebook_that_refuses_is_told_and_the_text_stays(shelf: Shelf) -> None:
    desk = Desk("the disk is full\x1b[2J")
    async with writing(shelf, desk) as pilot:
        await press(pilot, *"ebb", "enter")
        await until(pilot, lambda: sees(pilot, "the disk is full\u241b[2J"))
        assert desk.left is None
        desk.failure = ""
        await press(pilot, *" tide", "enter")
        assert desk.kept == ["ebb tide"]


async def test_while_a_notebook_is_locked_keys_wait_for_what_is_seen_then(shelf: Shelf) -> None:
    desk = Desk()
    desk.free.clear()
    async with writing(shelf, desk) as pilot:
        await burst(pilot, *"ebb", "enter", "3")
        assert desk.left is None
        assert pilot.app.screen.area.text == "ebb"
        desk.free.set()
        await until(pilot, lambda: desk.left)
        await pilot.pause()
        assert pilot.app.screen.transcript.place.turn == 12


async def test_escape_while_a_notebook_is_locked_leaves_once_it_refuses(shelf: Shelf) -> None:
    desk = Desk("locked")
    desk.free.clear()
    async with writing(shelf, desk) as pilot:
        await burst(pilot, *"ebb", "enter", "escape")
        assert desk.left is None
        desk.free.set()
        await until(pilot, lambda: desk.left)
        assert desk.left == WrittenNote("ebb", False)


async def test_keys_that_come_before_the_window_stands_are_written_in_it(shelf: Shelf) -> None:
    desk = Desk()
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        pilot.app.screen.notes._keep = lambda _chosen, _kept, note: desk.keep(note)
        keys = [*"abcde", "backspace", "ctrl+u", *"ebb", "left", "x", "enter", "2"]
        await burst(pilot, "a", *keys)
        await until(pilot, lambda: desk.kept)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.kept == ["ebxb"]
        assert pilot.app.screen.transcript.place.turn == 6


async def test_what_is_pasted_is_safe_and_keeps_its_lines(shelf: Shelf) -> None:
    desk = Desk()
    async with writing(shelf, desk, "one ") as pilot:
        await paste(pilot, "two\r\nthree\r\x1b[1mfour\x1b[2J\u202e\x9b")
        assert not any(sign in row for row in seen(pilot) for sign in "\x1b\u202e\x9b")
        await press(pilot, "enter")
        assert desk.kept == ["one two\nthree\nfour\u241b[2J\ufffd\ufffd"]


@pytest.mark.parametrize("key", [events.Key("x", "\x1b"), events.Key("x", "\u202e")])
async def test_a_control_cannot_be_typed(shelf: Shelf, key: events.Key) -> None:
    async with writing(shelf, Desk()) as pilot:
        pilot.app.post_message(key)
        await pilot.pause()
        assert pilot.app.screen.area.text == ""


async def test_a_note_has_a_longest_length_and_that_is_told(shelf: Shelf) -> None:
    async with writing(shelf, Desk(), "x" * (LONGEST - 3)) as pilot:
        await paste(pilot, "abcde")
        assert pilot.app.screen.area.text.endswith("xabc")
        assert sees(pilot, "At most 10,000 characters.")
        await press(pilot, "backspace", "y")
        assert len(pilot.app.screen.area.text) == LONGEST
        assert not sees(pilot, "At most")
        await press(pilot, "z")
        assert len(pilot.app.screen.area.text) == LONGEST


async def test_what_is_pasted_takes_the_place_of_what_is_selected(shelf: Shelf) -> None:
    async with writing(shelf, Desk(), "neap tide") as pilot:
        await press(pilot, "ctrl+shift+left")
        await paste(pilot, "ebb")
        assert pilot.app.screen.area.text == "neap ebb"


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (40, 6), (40, 10), (300, 90)])
async def test_no_size_is_too_small_or_too_large(shelf: Shelf, size: tuple[int, int]) -> None:
    desk = Desk("no room on the disk")
    async with writing(shelf, desk, "a note\n" * 20, size) as pilot:
        await press(pilot, *"ebb", "enter")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: sees(pilot, "no room on the disk"))
        assert sees(pilot, "“The tide takes the lower path.”")


async def test_a_small_terminal_shows_words_note_and_complaint(shelf: Shelf) -> None:
    async with writing(shelf, Desk("no room on the disk"), "neap", (40, 10)) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: sees(pilot, "no room on the disk"))
        assert sees(pilot, "“The tide takes")
        assert sees(pilot, "neap")
        assert sees(pilot, "enter keeps · esc leaves")
