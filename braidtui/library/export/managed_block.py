"""The managed block: what braidtui wrote into a file, between two comments.

The first names what the block holds and has a checksum of it, which tells whether somebody has
edited the block since. Whatever stands outside is the reader's.
"""

import hashlib
import re
from typing import NamedTuple

_BEGIN = re.compile(
    r"^<!-- braidtui:begin (\S+) ([0-9a-f]{16})\b[^\n]*-->[ \t]*(?=\r?$)", re.MULTILINE
)
_END = re.compile(r"^<!-- braidtui:end -->", re.MULTILINE)
_HINT = "renewed on export: write before or after this block"


class BlockError(ValueError):
    """A text does not have just one whole block; the message says what it has."""


class ManagedBlock(NamedTuple):
    """A block found in a text, from code point `begin` to `end`; `name` tells what it holds."""

    begin: int
    end: int
    name: str
    is_edited: bool
    line_break: str


def block_text(name: str, body: str, line_break: str = "\n") -> str:
    """A body between its two comments; `name` is a word of the safe alphabet."""
    inside = f"\n\n{body}\n"
    begin = f"<!-- braidtui:begin {name} {_checksum(inside)} ({_HINT}) -->"
    return f"{begin}{inside}<!-- braidtui:end -->".replace("\n", line_break)


def find_block(text: str) -> ManagedBlock | None:
    """The block of a text, None where it has none; raises BlockError."""
    begins, ends = list(_BEGIN.finditer(text)), list(_END.finditer(text))
    if not begins and not ends:
        return None
    if len(begins) > 1 or len(ends) > 1:
        raise BlockError("it has more than one block of braidtui")
    if not begins or not ends or ends[0].start() < begins[0].end():
        raise BlockError("one of the two comments around its block is gone")
    begin, end = begins[0], ends[0]
    body = text[begin.end() : end.start()].replace("\r\n", "\n")
    line_break = "\r\n" if text.startswith("\r\n", begin.end()) else "\n"
    return ManagedBlock(begin.start(), end.end(), begin[1], _checksum(body) != begin[2], line_break)


def _checksum(body: str) -> str:
    """Of all between the comments, whichever line breaks an editor prefers."""
    return hashlib.sha256(body.encode()).hexdigest()[:16]
