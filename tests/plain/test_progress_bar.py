import io
from collections.abc import Callable

import pytest

from braidtui.plain.progress_bar import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that the test winds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def xterm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")


def drawn(stream: io.StringIO, clock: Clock, *times: float) -> str:
    with ProgressBar("indexing", stream, clock) as bar:
        for now in times:
            clock.now = now
            bar(1200, 4800)
    return stream.getvalue()


def test_it_shows_how_far_it_is_and_leaves_nothing_behind(clock: Clock) -> None:
    first, line, last = drawn(Terminal(), clock, 1.0).split("\r\x1b[K")
    assert (first, line, last) == ("", f"indexing [======{' ' * 18}] 1,200 of 4,800", "")


def test_what_is_over_in_a_moment_shows_no_bar(clock: Clock) -> None:
    assert drawn(Terminal(), clock, 0.0, 0.1, 0.2) == ""


def test_it_is_drawn_ten_times_a_second_at_most(clock: Clock) -> None:
    written = drawn(Terminal(), clock, *(1 + number / 100 for number in range(100)))
    assert 5 <= written.count("indexing") <= 10


def test_an_interrupt_clears_it(clock: Clock) -> None:
    terminal = Terminal()
    with pytest.raises(KeyboardInterrupt), ProgressBar("indexing", terminal, clock) as bar:
        clock.now = 1.0
        bar(1, 2)
        raise KeyboardInterrupt
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_line_is_never_wider_than_the_terminal(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert len(drawn(Terminal(), clock, 1.0).split("\r\x1b[K")[1]) == 19


@pytest.mark.parametrize("make", [io.StringIO, Terminal])
def test_a_pipe_and_a_dumb_terminal_get_nothing(
    clock: Clock, make: Callable[[], io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb" if make is Terminal else "xterm")
    assert drawn(make(), clock, 1.0, 2.0) == ""


def test_a_terminal_that_has_gone_ends_nothing(clock: Clock) -> None:
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise OSError(5, "Input/output error")

    assert drawn(Gone(), clock, 1.0, 2.0) == ""


def test_more_than_was_expected_is_no_fault(clock: Clock) -> None:
    clock.now = 0.0
    terminal = Terminal()
    with ProgressBar("indexing", terminal, clock) as bar:
        clock.now = 1.0
        bar(9, 0)
    assert f"[{'=' * 24}] 9 of 0" in terminal.getvalue()
