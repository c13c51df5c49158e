"""Paragraphs that page breaks and line breaks have cut, whole again."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.formats.reading.page.lines import Line
from braidtui.formats.reading.sentences import CLOSERS, ends_sentence

_PAUSES = tuple(":;—–-")
_GLUED = re.compile(r"\w[-—–]")


class Paragraphs(NamedTuple):
    """A text of paragraphs (parted by a blank line); `mended` names the lines, by number, that a
    blank line parted from the paragraph they carry on."""

    text: str
    mended: tuple[int, ...]


def read_paragraphs(lines: Sequence[Line]) -> Paragraphs:
    """The lines of one text as paragraphs: a line right under another belongs to it, and so does
    one that carries on a sentence which a page break has cut."""
    pieces: list[str] = []
    mended = []
    for above, line in zip((None, *lines), lines, strict=False):
        if above is None:
            pieces.append(line.text)
            continue
        if cut := not line.follows and _carries_on(above.text, line.text):
            mended.append(line.number)
        pieces += (_glue(above.text) if line.follows or cut else "\n\n", line.text)
    return Paragraphs("".join(pieces), tuple(mended))


def _carries_on(above: str, below: str) -> bool:
    """Whether `above` ends in the midst of a sentence that `below` goes on with.

    Where it ends in a colon, a dash or something closed, only a small letter tells that.
    """
    if ends_sentence(above):
        return False
    if above.endswith((*_PAUSES, *CLOSERS)):
        return below[0].islower()
    return True


def _glue(above: str) -> str:
    """A line that breaks right after a hyphen or dash has broken within a word."""
    return "" if _GLUED.fullmatch(above[-2:]) else " "
