"""Where in a file our own document stands: between two comments, or all of it without them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.formats.markdown.own.front import Front, read_front

_BEGIN = re.compile(r"<!-- braidtui:begin (\S{1,300}) [0-9a-f]{16}\b[^\n]*-->[ \t]*", re.ASCII)
_END = "<!-- braidtui:end -->"
_GENERATOR = "braidtui"


class Region(NamedTuple):
    """The front matter, and the lines from index `begin` to `end` that are ours.

    `name` is what the comment calls the block, "" without one; `others` are the indices of lines
    that hold something and are the reader's own.
    """

    front: Front
    begin: int
    end: int
    name: str
    others: Sequence[int]

    @property
    def is_told(self) -> bool:
        """Whether the file itself says that braidtui wrote it."""
        return bool(self.name) or self.front.text("generator") == _GENERATOR


def read_region(lines: Sequence[str]) -> Region:
    """The first block of ours; without any, all that follows the front matter."""
    front = read_front(lines)
    for at in range(front.end, len(lines)):
        if lines[at].startswith("<!-- b") and (begin := _BEGIN.fullmatch(lines[at])):
            end = next(
                (it for it in range(at + 1, len(lines)) if lines[it].startswith(_END)), len(lines)
            )
            outside = [*range(front.end, at), *range(end + 1, len(lines))]
            return Region(front, at + 1, end, begin[1], [it for it in outside if lines[it].strip()])
    return Region(front, front.end, len(lines), "", ())
