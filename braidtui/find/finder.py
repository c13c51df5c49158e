"""What finds: given a text, where in it there are hits."""

from collections.abc import Sequence
from typing import Protocol

Span = tuple[int, int]
"""Code points `begin` to `end` of a text."""


class InvalidPattern(Exception):
    """What was typed can't be looked for; says why, in a safe line."""


class TooSlow(Exception):
    """So far a text was searched, and no further."""


class Finder(Protocol):
    """Something looked for, whatever it was typed as: signs, a regular expression, words."""

    def spans(self, text: str) -> Sequence[Span]:
        """The hits in a text, in order, not overlapping, none of them empty. Pure."""
