"""Where something stands: as line and column for an editor, and in words for a person."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from braidtui.episode.safe_text import clean_line

_LF = re.compile("\n")
_LONGEST_QUOTED = 40


class Lines:
    """The lines of a text, counted by LF and by nothing else, as editors and grep count them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LF.finditer(self._text))]

    def line(self, index: int) -> int:
        """The line of a code point, from 1."""
        return bisect_right(self._starts, index)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        line = self.line(index)
        return line, index - self._starts[line - 1] + 1

    def rest(self, index: int) -> str:
        """The text from a code point to the end of its line."""
        end = self._text.find("\n", index)
        return self._text[index : None if end < 0 else end]

    def whole(self, index: int) -> str:
        """The line that holds a code point."""
        return self.rest(self._starts[self.line(index) - 1])


@dataclass(slots=True)
class Place:
    """A mapping of the file, so that a message can say in words where it is.

    The episode itself needs no words. A segment may have a title; a speaker's `name` is its id.
    """

    noun: str = ""
    name: int | str = 0
    within: "Place | None" = None
    title: str = ""

    def __str__(self) -> str:
        own = f"{self.noun} {quoted(self.name) if isinstance(self.name, str) else self.name}"
        if self.title:
            own = f"{self.noun} {quoted(self.title)}"
        if self.within is None or not self.within.noun:
            return own
        return f"{own} of {quoted(self.within.title) if self.within.title else self.within}"


def quoted(text: str) -> str:
    """A stranger's words inside a message: safe, cut at 40 characters, in quotes."""
    words = clean_line(text[: 4 * _LONGEST_QUOTED])
    return f'"{words if len(words) <= _LONGEST_QUOTED else words[: _LONGEST_QUOTED - 1] + "…"}"'
