"""Copying in an app: which way it went is said, nothing waits for it, the last text wins."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.app import App

from braidtui.tui.clipboard import Clipboard
from braidtui.tui.clipboard.terminal_sequence import LARGEST, terminal_sequence
from tests.tui.clipboard.conftest import Programs


class Desk(App[None]):
    """An app that does nothing but copy, and notes what it says and what its terminal gets."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__()
        self.desk = Clipboard(self, environment)
        self.sent = ""

    def on_mount(self) -> None:
        assert self._driver is not None
        self._driver.write = self._note  # type: ignore[method-assign]

    def _note(self, written: str) -> None:
        if not written.startswith("\x1b]22;"):  # the pointer's shape
            self.sent += written

    @property
    def said(self) -> list[tuple[str, str]]:
        return [(notice.message, notice.severity) for notice in self._notifications]


async def copied(environment: Mapping[str, str], *texts: str) -> Desk:
    app = Desk(environment)
    async with app.run_test() as pilot:
        for text in texts:
            app.desk.copy(text)
        await app.workers.wait_for_complete()
        await pilot.pause()
    return app


async def test_a_tool_takes_it(programs: Programs) -> None:
    record = programs.put_recorder("wl-copy")
    app = await copied({**programs.environment, "WAYLAND_DISPLAY": "w"}, "Low tide.\n\nHigh.")
    assert app.said == [("Copied 16 characters with wl-copy.", "information")]
    assert app.sent == ""
    assert record.read_text() == "--type text/plain;charset=utf-8\nLow tide.\n\nHigh."
    assert app.clipboard == "Low tide.\n\nHigh."


async def test_a_tool_that_fails_leaves_it_to_the_next(programs: Programs) -> None:
    programs.put("wl-copy", "exit 1")
    record = programs.put_recorder("xclip")
    environment = {**programs.environment, "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    app = await copied(environment, "T")
    assert app.said == [("Copied 1 character with xclip.", "information")]
    assert record.read_text() == "-selection clipboard -in\nT"


async def test_after_a_tool_that_hangs_no_other_is_waited_for(
    programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("braidtui.tui.clipboard.feeding.feed.__defaults__", (0.05,))
    programs.put("wl-copy", "exec /bin/sleep 1000")
    record = programs.put_recorder("xclip")
    environment = {**programs.environment, "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    app = await copied(environment, "Tide")
    assert app.sent == terminal_sequence("Tide", environment)
    assert not record.exists()


async def test_without_a_tool_it_is_sent_to_the_terminal_and_kept(programs: Programs) -> None:
    environment = {**programs.environment, "DISPLAY": ":0", "TERM": "xterm"}
    app = await copied(environment, "Tide")
    path = Path(os.environ["XDG_STATE_HOME"], "braidtui/clipboard.txt")
    place = f"~/{path.relative_to(os.environ['HOME'])}"
    words = f"Sent 4 characters to the terminal's clipboard (also in {place})."
    assert app.said == [(words, "information")]
    assert app.sent == terminal_sequence("Tide", environment)
    assert path.read_text() == "Tide"


async def test_what_is_too_long_for_terminals_is_in_the_file_alone(programs: Programs) -> None:
    text = "a" * (LARGEST + 1)
    app = await copied(programs.environment, text)
    ((words, severity),) = app.said
    assert words.startswith("Too long for the terminal's clipboard: 74,995 characters are in ~/")
    assert (severity, app.sent) == ("warning", "")
    assert Path(os.environ["XDG_STATE_HOME"], "braidtui/clipboard.txt").read_text() == text


async def test_what_could_be_written_nowhere_is_said(programs: Programs) -> None:
    Path(os.environ["XDG_STATE_HOME"]).write_text("no folder")
    app = await copied(programs.environment, "Tide")
    ((words, _),) = app.said
    assert words.startswith("Sent to the terminal's clipboard (and to no file: ")
    app = await copied(programs.environment, "a" * (LARGEST + 1))
    ((words, severity),) = app.said
    assert words.startswith("Not copied: too long for the terminal, and no file: ")
    assert severity == "error"


async def test_nothing_waits_and_of_several_texts_the_last_one_wins(programs: Programs) -> None:
    gate, record = programs.folder / "gate", programs.folder / "record"
    os.mkfifo(gate)
    first_waits = f'[ -e "{record}" ] || /bin/cat "{gate}"'
    programs.put("wl-copy", f'{first_waits}; {{ /bin/cat; echo; }} >>"{record}"')
    app = Desk({**programs.environment, "WAYLAND_DISPLAY": "w"})
    async with app.run_test() as pilot:
        app.desk.copy("one")
        await pilot.pause()
        app.desk.copy("two")
        app.desk.copy("three")
        await pilot.press("a")
        assert app.said == []
        await asyncio.to_thread(gate.write_text, "")
        await app.workers.wait_for_complete()
    assert record.read_text() == "one\nthree\n"
    assert [words for words, _ in app.said][-1] == "Copied 5 characters with wl-copy."


async def test_no_text_is_a_fault(programs: Programs) -> None:
    hostile = "[/] \ud800\x1b]52;c;eA==\a\x00 \u202e 潮"
    app = await copied(programs.environment, hostile)
    assert app.clipboard == "[/] �␛]52;c;eA==␇␀ � 潮"
    assert app.sent == terminal_sequence(app.clipboard, {})
    app = await copied(programs.environment, "")
    assert app.said == [("There is nothing to copy.", "warning")]
