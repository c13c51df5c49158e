"""The terminal is given back as it was, whatever ends the reader."""

import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.robustness.session import Session

EPISODES = Path(__file__).parents[2] / "episodes"
LEFT_ON = (b"?1049l", b"?25h", b"?1000l", b"?1003l", b"?1006l", b"?2004l", b"?1004l")


@pytest.fixture
def session() -> Session:
    running = Session([sys.executable, "-m", "braidtui", str(EPISODES / "008.yaml")])
    running.wait_for("SpaceX sells")
    running.settle()
    return running


def assert_given_back(session: Session) -> None:
    for mode in LEFT_ON:
        switched_on = mode[:-1] + (b"l" if mode.endswith(b"h") else b"h")
        assert session.stream.rfind(mode) > session.stream.rfind(switched_on), mode


def test_q_gives_the_terminal_back(session: Session) -> None:
    session.send("q", quiet=0.1)
    assert session.leave() == 0
    assert_given_back(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_gives_the_terminal_back_and_tells_itself(
    session: Session, number: signal.Signals
) -> None:
    session.signal(number)
    assert session.leave() == 128 + number
    assert_given_back(session)


def test_a_signal_keeps_the_place(session: Session) -> None:
    from braidtui.notebook.places import Notebook

    session.send("4")
    session.signal(signal.SIGTERM)
    session.leave()
    kept = Notebook.default().last_read()
    assert kept is not None
    place = Notebook.default().place(kept[0])
    assert place is not None
    assert place.start == 456_000  # segment 4 starts at 00:07:36


def test_a_terminal_that_nobody_reads_from_does_not_hold_the_process(session: Session) -> None:
    for _ in range(200):
        session.send("jk", quiet=0.0)
    session.signal(signal.SIGTERM)
    assert session.leave(5) == 128 + signal.SIGTERM


def test_a_closed_terminal_ends_the_process(session: Session) -> None:
    session.hang_up()
    assert session.leave(5) in {128 + signal.SIGHUP, -signal.SIGHUP}


def test_a_stopped_reader_goes_on(session: Session) -> None:
    session.signal(signal.SIGTSTP)
    session.settle(0.6)
    assert session.local_modes() & termios.ECHO
    session.signal(signal.SIGCONT)
    session.settle()
    session.send("3")
    session.wait_for("Google")
    session.send("q", quiet=0.1)
    assert session.leave() == 0
