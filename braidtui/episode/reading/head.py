"""The head of an episode: what a file without segments tells of one whose words stand elsewhere."""

from typing import Any, NamedTuple

from braidtui.episode.fields import EPISODE, Kind
from braidtui.episode.problem import Problem
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.contents import ContentsReader
from braidtui.episode.reading.decoding import decoded
from braidtui.episode.reading.nodes import Mapping, Node, parsed
from braidtui.episode.reading.places import Lines, Place

_HEAD = EPISODE._replace(
    fields=tuple(
        field._replace(required=False)
        for field in EPISODE.fields
        if field.kind is not Kind.SEGMENTS
    )
)


class Head(NamedTuple):
    """The fields that could be read, by their keys, and what was wrong with the others.

    `is_whole` says that the file has segments, and so is no head but an episode.
    """

    values: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    is_whole: bool = False


def read_head(data: bytes) -> Head:
    """Reads the head in a file; nothing is required, and nothing in it makes this raise."""
    text, problems = decoded(data)
    if text is None:
        return Head({}, problems)
    lines = Lines(text)
    complaints = Complaints(lines, problems)
    root, faults = parsed(text, lines)
    if isinstance(root, Mapping) and "segments" in root.nodes:
        return Head({}, is_whole=True)
    for index, words in faults:
        complaints.problem(index, Place(), words)
    values = {} if root is None else _HeadReader(complaints).head(root)
    return Head(values, complaints.in_order)


class _HeadReader(ContentsReader):
    """Reads what stands above the segments, by the rules of the episode file."""

    def head(self, root: Node) -> dict[str, Any]:
        """The values by key; every problem is told."""
        values, _ = self._shape(_HEAD).values(root, Place())
        return values
