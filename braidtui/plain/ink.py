"""Colours on a plain terminal: the sixteen it has by itself, or none."""

import os
from collections.abc import Sequence
from typing import NamedTuple, TextIO

from braidtui.episode.model import Speaker

_BY_NAME = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36}
_BY_APPEARANCE = (35, 36, 33, 32, 34, 31, 95, 96, 93, 92, 94, 91)


class Ink(NamedTuple):
    """Styles a text that is clean already; without colour it gives the text as it is.

    `has_styles`: bold and underline are there, even where colour is not wanted.
    """

    is_colored: bool = False
    has_styles: bool = False

    def bold(self, text: str) -> str:
        return self.styled("1", text)

    def dim(self, text: str) -> str:
        return self.styled("2", text)

    def marked(self, text: str) -> str:
        """The words found: bold and underlined, which is seen on any ground and without colour."""
        return f"\x1b[1;4m{text}\x1b[0m" if self.has_styles and text else text

    def styled(self, parameters: str, text: str) -> str:
        """`text` between an SGR sequence (ECMA-48, 8.3.117) and its end."""
        return f"\x1b[{parameters}m{text}\x1b[0m" if self.is_colored and text else text


def ink_for(stream: TextIO) -> Ink:
    """Colour only on a terminal that has some, and never with NO_COLOR (no-color.org)."""
    is_terminal = stream.isatty() and has_escapes()
    return Ink(is_terminal and not os.environ.get("NO_COLOR"), is_terminal)


def has_escapes() -> bool:
    """Whether the terminal understands escape sequences, as TERM tells."""
    return os.name == "nt" or os.environ.get("TERM", "") not in {"", "dumb", "unknown"}


def speaker_styles(speakers: Sequence[Speaker]) -> dict[str, str]:
    """The SGR parameters of each speaker id: the colour it asks for, else the next free one."""
    asked = {speaker.id: _BY_NAME.get(speaker.color) for speaker in speakers}
    free = [code for code in _BY_APPEARANCE if code not in asked.values()]
    unasked = [speaker.id for speaker in speakers if asked[speaker.id] is None]
    asked |= {id_: free[index % len(free)] for index, id_ in enumerate(unasked)}
    return {id_: f"1;{code}" for id_, code in asked.items()}
