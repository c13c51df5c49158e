"""From the root node to the Episode: the cast, the quotes, the sources, the segments and turns."""

from typing import Any

from braidtui.episode.fields import EPISODE, QUOTE, SEGMENT, SOURCE, SPEAKER, TURN, Kind, Shape
from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.quotes import unfound_quotes
from braidtui.episode.reading.complaints import Complaints
from braidtui.episode.reading.mappings import ShapeReader
from braidtui.episode.reading.nodes import Mapping, Node, Scalar, Sequence
from braidtui.episode.reading.places import Place
from braidtui.episode.reading.scalars import ScalarReader, ValueReader
from braidtui.episode.reading.starts import Start, check_starts
from braidtui.episode.reading.values import cleaned_words
from braidtui.episode.safe_text import clean_line


class ContentsReader:
    """Reads one episode; `turn_indices` are the code points where its turns begin."""

    def __init__(self, complaints: Complaints) -> None:
        self.turn_indices: list[int] = []
        self._complaints = complaints
        self._starts: list[Start] = []
        self._quote_indices: list[int] = []
        self._scalars = scalars = ScalarReader(complaints)
        self._readers: dict[Kind, ValueReader] = {
            Kind.LINE: scalars.line,
            Kind.BODY: scalars.body,
            Kind.NUMBER: scalars.number,
            Kind.DATE: scalars.date,
            Kind.TIME: scalars.time,
            Kind.URL: scalars.url,
            Kind.FILE: scalars.file,
            Kind.COLOR: scalars.color,
            Kind.SPEAKER: scalars.speaker,
            Kind.SPEAKERS: self._speakers,
            Kind.QUOTES: self._quotes,
            Kind.SOURCES: self._sources,
            Kind.SEGMENTS: self._segments,
            Kind.TURNS: self._turns,
        }
        self._turn_shape = self._shape(TURN)
        self._source_shape = self._shape(SOURCE)

    def episode(self, root: Node) -> Episode | None:
        """The episode, None where something of it could not be read."""
        place = Place()
        if isinstance(root, Scalar) and not root.value:
            self._complaints.problem(root.index, place, "no episode in the file")
            return None
        if not isinstance(root, Mapping):
            self._scalars.wrong_form(
                "an episode", root, place, "a mapping with title, speakers and segments"
            )
            return None
        values, is_whole = self._shape(EPISODE).values(root, place)
        check_starts(self._starts, values.get("duration"), self._complaints)
        return Episode(**values) if is_whole else None

    def check_quotes(self, episode: Episode) -> None:
        """Warns of quotes whose words stand in no turn that they name."""
        for index, words in unfound_quotes(episode).items():
            self._complaints.warning(self._quote_indices[index], Place("quote", index + 1), words)

    def _shape(self, shape: Shape) -> ShapeReader:
        return ShapeReader(shape, self._readers, self._scalars, self._complaints)

    def _speakers(self, key: str, node: Node, place: Place) -> tuple[Speaker, ...]:
        if not isinstance(node, Mapping):
            self._scalars.wrong_form(key, node, place, "a mapping by id")
            return ()
        for index, words in node.faults:
            self._complaints.problem(index, place, f"{key}: {words}")
        if not node.nodes and not node.faults:
            self._complaints.problem(node.index, place, f"{key} is empty")
        self._scalars.names = {}
        shape = self._shape(SPEAKER)
        cast = [self._speaker(shape, id, node) for id in node.nodes]
        return tuple(speaker for speaker in cast if speaker is not None)

    def _speaker(self, shape: ShapeReader, key: str, cast: Mapping) -> Speaker | None:
        names = self._scalars.names
        index, node, id = cast.key_indices[key], cast.nodes[key], clean_line(key)
        place = Place("speaker", id)
        if not id or id.isspace() or names is None or id in names:
            words = "the id is empty" if not id or id.isspace() else "the id is given twice"
            self._complaints.problem(index, place, words)
            return None
        if words := cleaned_words(key):
            self._complaints.warning(index, place, f"id: {words}")
        names[id] = _text_at(node, "name")
        values, is_whole = shape.values(node, place, index)
        return Speaker(id=id, **values) if is_whole else None

    def _quotes(self, key: str, node: Node, place: Place) -> tuple[Quote, ...]:
        shape = self._shape(QUOTE)
        quotes = []
        for number, item in enumerate(self._items(key, node, place), 1):
            values, is_whole = shape.values(item, Place("quote", number))
            if is_whole:
                quotes.append(Quote(**values))
                self._quote_indices.append(item.index)
        return tuple(quotes)

    def _sources(self, key: str, node: Node, place: Place) -> tuple[Source, ...]:
        items = self._items(key, node, place)
        return tuple(
            [self._source(item, Place("source", n, place)) for n, item in enumerate(items, 1)]
        )

    def _source(self, node: Node, place: Place) -> Source:
        if isinstance(node, Scalar):
            return Source(url=self._scalars.url("url", node, place) or "")
        values, _ = self._source_shape.values(node, place)
        if isinstance(node, Mapping) and "url" not in node.nodes and "site" not in node.nodes:
            self._complaints.problem(node.index, place, "url is missing (or a site at least)")
        return Source(**values)

    def _segments(self, key: str, node: Node, place: Place) -> tuple[Segment, ...]:
        told = self._complaints.count
        items = self._items(key, node, place)
        shape = self._shape(SEGMENT)
        segments = [self._segment(shape, item, number) for number, item in enumerate(items, 1)]
        if isinstance(node, Sequence) and not self.turn_indices and self._complaints.count == told:
            at = items[0] if items else node
            self._complaints.problem(at.index, place, "the episode has no turn")
        return tuple(segment for segment in segments if segment is not None)

    def _segment(self, shape: ShapeReader, node: Node, number: int) -> Segment | None:
        place = Place("segment", number, title=_text_at(node, "title"))
        before_turns = len(self._starts)
        values, is_whole = shape.values(node, place)
        if start := self._start(values, node, place):
            self._starts.insert(before_turns, start)
        elif turns := values.get("turns"):
            values["start"] = turns[0].start
        return Segment(**values) if is_whole else None

    def _turns(self, key: str, node: Node, place: Place) -> tuple[Turn, ...]:
        items = self._items(key, node, place)
        turns = [self._turn(item, Place("turn", n, place)) for n, item in enumerate(items, 1)]
        return tuple([turn for turn in turns if turn is not None])

    def _turn(self, node: Node, place: Place) -> Turn | None:
        self.turn_indices.append(node.index)
        values, is_whole = self._turn_shape.values(node, place)
        if start := self._start(values, node, place):
            self._starts.append(start)
        return Turn(**values) if is_whole else None

    def _start(self, values: dict[str, Any], node: Node, place: Place) -> Start | None:
        if "start" in values and isinstance(node, Mapping):
            return Start(values["start"], node.nodes["start"].index, place)
        return None

    def _items(self, key: str, node: Node, place: Place) -> list[Node]:
        if isinstance(node, Sequence):
            return node.items
        self._scalars.wrong_form(key, node, place, "a list")
        return []


def _text_at(node: Node, key: str) -> str:
    """The text under a key as it stands; for messages and guesses only."""
    value = node.nodes.get(key) if isinstance(node, Mapping) else None
    return value.value if isinstance(value, Scalar) else ""
