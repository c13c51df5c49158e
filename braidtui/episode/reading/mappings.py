"""From the node of a mapping to the values of its fields, by the table of fields."""

from collections.abc import Mapping as Readers
from typing import Any

from braidtui.episode.fields import SHAPES, Kind, Shape
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.nodes import Mapping, Node, Scalar
from braidtui.episode.reading.places import Place, quoted
from braidtui.episode.reading.scalars import ScalarReader, ValueReader
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.episode.reading.values import cleaned_codes

Found = tuple[dict[str, Any], bool]
"""The values of a mapping by key, and whether none that is required lacks."""


class ShapeReader:
    """Reads mappings of one shape, each field by the reader of its kind."""

    def __init__(
        self,
        shape: Shape,
        readers: Readers[Kind, ValueReader],
        scalars: ScalarReader,
        complaints: Complaints,
    ) -> None:
        self._shape = shape
        self._plan = [(field.key, field.required, readers[field.kind]) for field in shape.fields]
        self._scalars = scalars
        self._complaints = complaints

    def values(self, node: Node, place: Place, at: int | None = None) -> Found:
        """The values; every problem is told.

        `at` is where a missing key is told: the node itself, or the key it stands under.
        """
        if not isinstance(node, Mapping):
            form = f"{self._shape.form} with {_and(self._shape.keys)}"
            self._scalars.wrong_form("", node, place, form)
            return {}, False
        values: dict[str, Any] = {}
        met, is_whole = 0, True
        for key, is_required, read in self._plan:
            if key in node.nodes:
                met += 1
                value = read(key, node.nodes[key], place)
                if value is not None:
                    values[key] = value
                    continue
            elif is_required:
                where = node.index if at is None else at
                self._complaints.problem(where, place, f"{key} is missing")
            is_whole = is_whole and not is_required
        if node.faults or met < len(node.nodes):
            self._tell_keys(node, place)
        return values, is_whole

    def _tell_keys(self, node: Mapping, place: Place) -> None:
        for index, words in node.faults:
            self._complaints.problem(index, place, words)
        for key in node.nodes:
            if key in self._shape.keys:
                continue
            if self._complaints.is_full:
                return
            words = _unknown_key(key, self._shape)
            if node.flow and _is_nothing(node.nodes[key]):
                words += "; in braces, a text with a comma stands in quotes"
            self._complaints.problem(node.key_indices[key], place, words)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.value


def _unknown_key(key: str, shape: Shape) -> str:
    words = f"unknown key {quoted(key)}"
    if hidden := cleaned_codes(key):
        words += f", which hides {hidden}"
    if near := did_you_mean(key, shape.keys):
        return words + near
    homes = [
        f"a{'n' * (other.noun[0] == 'e')} {other.noun}" for other in SHAPES if key in other.keys
    ]
    return f"{words} (it belongs in {' or '.join(homes)})" if homes else words


def _and(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"
