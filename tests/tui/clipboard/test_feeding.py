"""Handing text to a program: all of it, or a clear no."""

import os
import select

from braidtui.tui.clipboard.feeding import Outcome, feed
from braidtui.tui.clipboard.tools import Tool
from tests.tui.clipboard.conftest import Programs


def tool(programs: Programs, encoding: str = "utf-8") -> Tool:
    return Tool((str(programs.folder / "tool"), "-a", "$HOME; b"), encoding)


def test_a_tool_gets_its_arguments_and_the_whole_text(programs: Programs) -> None:
    record = programs.put_recorder("tool")
    text = "“Tide”\n\n潮 🌊" * 100_000
    assert feed(tool(programs), text, programs.environment) is Outcome.TAKEN
    assert record.read_text() == "-a $HOME; b\n" + text


def test_a_tool_may_want_another_encoding(programs: Programs) -> None:
    record = programs.put_recorder("tool")
    assert feed(tool(programs, "utf-16-le"), "é\udc80", programs.environment) is Outcome.TAKEN
    assert record.read_bytes().endswith(b"\n\xe9\0?\0")


def test_a_tool_that_fails_has_refused(programs: Programs) -> None:
    for script in ("exit 1", "/bin/cat >/dev/null; exit 1", "kill -9 $$"):
        programs.put("tool", script)
        assert feed(tool(programs), "x" * 1_000_000, programs.environment) is Outcome.REFUSED


def test_a_tool_that_cannot_be_started_has_refused(programs: Programs) -> None:
    assert feed(tool(programs), "x", programs.environment) is Outcome.REFUSED
    programs.put("tool", "")
    (programs.folder / "tool").write_bytes(b"\x7fELF")
    assert feed(tool(programs), "x", programs.environment) is Outcome.REFUSED


def test_a_tool_that_hangs_is_ended_with_its_children(programs: Programs) -> None:
    fifo = programs.folder / "fifo"
    os.mkfifo(fifo)
    programs.put("tool", f'exec 3>"{fifo}"; echo begun >&3; /bin/sleep 1000 & wait')
    alive = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    for text in ("x", "x" * 1_000_000):
        assert feed(tool(programs), text, programs.environment, 0.2) is Outcome.HUNG
        assert os.read(alive, 9) == b"begun\n"
        assert select.select([alive], [], [], 30) == ([alive], [], [])  # nobody holds it open
        assert os.read(alive, 9) == b""
    os.close(alive)


def test_what_a_tool_leaves_to_serve_the_clipboard_is_not_waited_for(programs: Programs) -> None:
    programs.put("tool", "/bin/cat >/dev/null; /bin/sleep 3 & exit 0")
    assert feed(tool(programs), "x", programs.environment, 2) is Outcome.TAKEN
