"""OSC 52: byte for byte what goes to the terminal, bare and through multiplexers."""

import re
from base64 import b64decode

import pytest

from braidtui.tui.clipboard.terminal_sequence import LARGEST, terminal_sequence


def told(sequence: str) -> bytes:
    """The text that a terminal finds in the bare sequence."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", sequence)
    assert found
    return b64decode(found[1], validate=True)


@pytest.mark.parametrize("text", ["ten bytes.", "“Tide”\n\n潮 🌊", "a" * LARGEST])
def test_a_terminal_gets_the_text(text: str) -> None:
    assert told(terminal_sequence(text, {"TERM": "xterm-256color"})) == text.encode()


@pytest.mark.parametrize("text", ["a" * (LARGEST + 1), "é" * 37_498, "a" * 10_000_000])
def test_a_text_that_is_too_long_is_not_cut_but_not_sent(text: str) -> None:
    for environment in ({}, {"TMUX": "x"}, {"STY": "x"}):
        assert terminal_sequence(text, environment) == ""


def test_a_lone_surrogate_is_no_fault() -> None:
    assert told(terminal_sequence("a\ud800b", {})) == b"a?b"


def test_tmux_takes_it_or_passes_it_on() -> None:
    sequence = terminal_sequence("tide", {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen"})
    assert sequence == "\x1b]52;c;dGlkZQ==\a\x1bPtmux;\x1b\x1b]52;c;dGlkZQ==\a\x1b\\"


@pytest.mark.parametrize("environment", [{"STY": "1.pts"}, {"TERM": "screen.xterm-256color"}])
def test_screen_gets_it_in_short_strings(environment: dict[str, str]) -> None:
    text = "a tide " * 500
    strings = terminal_sequence(text, environment).split("\x1b\\")
    assert strings.pop() == ""
    assert len(strings) > 6
    assert all(part.startswith("\x1bP") and len(part) + 2 <= 768 for part in strings)
    assert told("".join(part[2:] for part in strings)) == text.encode()
