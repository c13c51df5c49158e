"""The sequence that puts text into a terminal's clipboard (OSC 52), through tmux and screen."""

from base64 import b64encode
from collections.abc import Iterator, Mapping

LARGEST = 74_994  # bytes of text: what terminals take at the least, 100,000 in base64
_LONGEST_CHUNK = 768  # bytes: what GNU screen takes in one string
_ESCAPE, _END = "\x1b", "\x1b\\"


def terminal_sequence(text: str, environment: Mapping[str, str]) -> str:
    """What to write to the terminal; empty for a text that is too long for some.

    No terminal answers, so nobody knows whether it came to anything.
    """
    content = text.encode("utf-8", "replace")
    if len(content) > LARGEST:
        return ""
    sequence = f"{_ESCAPE}]52;c;{b64encode(content).decode()}\a"
    if environment.get("TMUX"):
        return sequence + _through_tmux(sequence)
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        return "".join(_through_screen(sequence))
    return sequence


def _through_tmux(sequence: str) -> str:
    """For a tmux that passes things on (allow-passthrough); others take the bare sequence."""
    return f"{_ESCAPE}Ptmux;{sequence.replace(_ESCAPE, _ESCAPE * 2)}{_END}"


def _through_screen(sequence: str) -> Iterator[str]:
    room = _LONGEST_CHUNK - len(f"{_ESCAPE}P{_END}")
    for begin in range(0, len(sequence), room):
        yield f"{_ESCAPE}P{sequence[begin : begin + room]}{_END}"
