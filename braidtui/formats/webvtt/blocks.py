"""What a file of WebVTT is made of, before the text of its cues is read."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.episode.problem import Problem

_STYLE = re.compile(r"(?:STYLE|REGION)[ \t]*(?:\n|\Z)")


class RawCue(NamedTuple):
    """A cue with its text as it stands there; `start` and `end` are milliseconds, `line` is that of
    its times, from 1."""

    id: str
    start: int
    end: int
    raw: str
    line: int


class Note(NamedTuple):
    """A comment that stands before the cue at index `before`, without the word NOTE."""

    before: int
    text: str
    line: int


class Blocks(NamedTuple):
    """The blocks of a file: the lines of its header (the first without the signature), its cues,
    its comments; `repairs` departed from the standard, `left_out` is what the standard drops."""

    header: Sequence[str]
    cues: Sequence[RawCue]
    notes: Sequence[Note]
    repairs: Sequence[Problem] = ()
    left_out: Sequence[Problem] = ()


def is_comment(block: str) -> bool:
    """Whether a block is a NOTE; what else begins with these letters is text."""
    return block[:4] == "NOTE" and block[4:5] in ("", " ", "\t", "\n")


def is_style(block: str) -> bool:
    """Whether a block only says how cues look (STYLE, REGION): no word of it is spoken."""
    return block.startswith(("STYLE", "REGION")) and bool(_STYLE.match(block))
