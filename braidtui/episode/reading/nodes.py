"""The nodes of a YAML file: one pass over the parser's events, in which every limit is met.

Every scalar stays text. No constructor, tag, alias or merge key is ever run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from braidtui.episode.reading.places import Lines, quoted
from braidtui.episode.reading.syntax import syntax_words

MAX_DEPTH = 24
MAX_SCALAR_BYTES = 1 << 20
_MOST_DIRECTIVES = 100  # libyaml is quadratic in them
_LONGEST_KEY = 1024  # longer ones take the way on which all limits are met
_ODD_KEYS = frozenset(("", "<<"))
MAX_VALUES = 5_000_000


@dataclass(slots=True)
class Scalar:
    """A text; `index` is its first code point in the file, `plain` that it has no quotes."""

    index: int
    value: str
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list; `flow` that it is written in brackets."""

    index: int
    items: list[Any]
    flow: bool


@dataclass(slots=True)
class Mapping:
    """Nodes by key, and where each key stands; `faults` are the keys that cannot be, in words."""

    index: int
    nodes: dict[str, Any]
    key_indices: dict[str, int]
    faults: list[tuple[int, str]]
    flow: bool


@dataclass(slots=True)
class Refused:
    """Stands where a node was refused; all there is to say about it has been said."""

    index: int


Node = Scalar | Sequence | Mapping | Refused


class Parsed(NamedTuple):
    """The root of a file, None where it could not be read to its end, and the faults met so far."""

    root: Node | None
    faults: list[tuple[int, str]]


class _EventSource(Protocol):
    def get_event(self) -> Any: ...


class _LimitPassedError(Exception):
    """A limit is passed: nothing more is read."""

    def __init__(self, index: int, words: str) -> None:
        self.fault = (index, words)
        super().__init__(words)


def parsed(text: str, lines: Lines) -> Parsed:
    """The nodes of a text. A limit ends the reading at once: libyaml is quadratic on deep flow."""
    import yaml

    builder = _Builder(text, lines)
    try:
        if text.count("\n%") > _MOST_DIRECTIVES:
            raise _LimitPassedError(text.index("\n%") + 1, "too many lines that start with %")
        builder.read()
    except _LimitPassedError as stop:
        builder.faults.append(stop.fault)
        builder.root = None
    except yaml.YAMLError as error:
        index, words = syntax_words(error, lines)
        if lines.line(index) not in {lines.line(at) for at, _ in builder.faults}:
            builder.faults.append((index, words))
    return Parsed(builder.root, builder.faults)


def _event_source(text: str) -> _EventSource:
    """libyaml's parser, or the one in Python where PyYAML was built without it."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        from yaml import SafeLoader

        return SafeLoader(text)
    return CParser(text)


class _Builder:
    """Makes nodes of events; `root` is set once the document is whole."""

    def __init__(self, text: str, lines: Lines) -> None:
        from yaml import events

        self.root: Node | None = None
        self.faults: list[tuple[int, str]] = []
        self._lines = lines
        self._next: Callable[[], Any] = _event_source(text).get_event
        self._scalar = events.ScalarEvent
        self._ends = (events.MappingEndEvent, events.SequenceEndEvent)
        self._collections: dict[type, Callable[[int, bool, int], Node]] = {
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._sequence,
        }
        self._stream_end = events.StreamEndEvent
        self._budget = MAX_VALUES

    def read(self) -> None:
        self._next()  # the stream starts
        if isinstance(self._next(), self._stream_end):
            return
        root = self._node(self._next(), 0)
        self._next()  # the document ends
        self.root = root
        event = self._next()
        if not isinstance(event, self._stream_end):
            raise _LimitPassedError(event.start_mark.index, "more than one document in the file")

    def _node(self, event: Any, depth: int) -> Node:
        index: int = event.start_mark.index
        if event.__class__ is self._scalar:
            value: str = event.value
            if event.anchor or event.tag:
                return self._refused(event, index)
            if len(value) > MAX_SCALAR_BYTES >> 2 and _size(value) > MAX_SCALAR_BYTES:
                raise _LimitPassedError(index, f"a text longer than {MAX_SCALAR_BYTES >> 20} MiB")
            return Scalar(index, value, not event.style)
        collection = self._collections.get(event.__class__)
        if collection is None:
            return self._refuse(index, "aliases (*) are not accepted", "*")
        if depth == MAX_DEPTH:
            raise _LimitPassedError(index, f"nested deeper than {MAX_DEPTH} levels")
        decoration = self._refused(event, index) if event.anchor or event.tag else None
        node = collection(index, bool(event.flow_style), depth + 1)
        return decoration if decoration and event.tag else node

    def _sequence(self, index: int, flow: bool, depth: int) -> Sequence:
        items = []
        while (event := self._next()).__class__ not in self._ends:
            items.append(self._node(event, depth))
        self._spend(len(items), index)
        return Sequence(index, items, flow)

    def _mapping(self, index: int, flow: bool, depth: int) -> Mapping:
        mapping = Mapping(index, {}, {}, [], flow)
        nodes, key_indices = mapping.nodes, mapping.key_indices
        while (event := self._next()).__class__ not in self._ends:
            key = event.value if event.__class__ is self._scalar else ""
            is_odd = key in nodes or key in _ODD_KEYS or len(key) > _LONGEST_KEY
            if is_odd or event.anchor or event.tag:
                self._odd_key(event, mapping, depth)
            else:
                key_indices[key] = event.start_mark.index
                nodes[key] = self._node(self._next(), depth)
        self._spend(len(nodes), index)
        return mapping

    def _odd_key(self, event: Any, mapping: Mapping, depth: int) -> None:
        key = self._node(event, depth)
        told = len(self.faults)
        node = self._node(self._next(), depth)
        if fault := self._key_fault(key, mapping):
            mapping.faults.append((key.index, fault))
            if isinstance(node, Refused):  # one fault: the value of a merge key is an alias
                del self.faults[told:]
        elif isinstance(key, Scalar):
            mapping.nodes[key.value], mapping.key_indices[key.value] = node, key.index

    def _key_fault(self, key: Node, mapping: Mapping) -> str:
        """What is wrong with a key; nothing where that has been said already."""
        if not isinstance(key, Scalar):
            return "" if isinstance(key, Refused) else "a key must be text"
        if key.value in mapping.nodes:
            first = self._lines.line(mapping.key_indices[key.value])
            return f"the key {quoted(key.value)} is given twice (first on line {first})"
        if key.value == "<<" and key.plain:
            return "merge keys (<<) are not accepted"
        return "" if key.value else "a key is empty"

    def _spend(self, values: int, index: int) -> None:
        self._budget -= values
        if self._budget < 0:
            raise _LimitPassedError(index, f"more than {MAX_VALUES:,} values in the file")

    def _refused(self, event: Any, index: int) -> Refused:
        if event.tag:
            return self._refuse(index, "tags (!) are not accepted", "!")
        return self._refuse(index, "anchors (&) are not accepted", "&")

    def _refuse(self, index: int, words: str, sign: str) -> Refused:
        self.faults.append((index, f"{words}; a text that starts with {sign} stands in quotes"))
        return Refused(index)


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
