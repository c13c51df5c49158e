"""An episode as byte strings, and back: made to be unpacked fast.

Heads are JSON, of each turn's speaker, start, line and sources there are arrays of numbers. Texts
are joined by NUL, which no safe text holds, 256 turns a block: such a block is taken apart while it
is in the processor's cache. So 100,000 turns (33 MB) take about 70 ms of CPU time, and no YAML.
Where in its block each text begins, and its checksum, is told too: so one can be read alone.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, chain, islice, repeat
from typing import Any, NamedTuple
from zlib import crc32

from braidtui.episode.collection import no_collection
from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.problem import Problem
from braidtui.library.opened import Opened

BLOCK = 256  # turns
OUTLINE_PARTS = 5  # what comes first, and what `Outline` always takes
SOURCE_PARTS = 2  # what comes next, and what it takes where it is asked for sources
UNTIMED = -1  # where a turn tells no start


class Packed(NamedTuple):
    """What is packed of an opened episode: all but where it came from."""

    episode: Episode
    warnings: tuple[Problem, ...]
    turn_lines: tuple[int, ...]


def pack(opened: Packed | Opened) -> Iterator[bytes]:
    """The byte strings, in the order in which `unpack` takes them."""
    import json

    turns = opened.episode.turns
    sources: dict[Source, int] = {}
    cited = array("i")
    for index, turn in enumerate(turns):
        for source in turn.sources:
            cited.extend((index, sources.setdefault(source, len(sources))))
    speakers = {id: index for index, id in enumerate(dict.fromkeys(turn[0] for turn in turns))}
    first, second = _heads(opened, list(speakers), sources)
    blocks = [
        [turn.text.encode() for turn in turns[begin : begin + BLOCK]]
        for begin in range(0, len(turns), BLOCK)
    ]
    yield json.dumps(first, ensure_ascii=False).encode()
    yield array("i", (speakers[turn.speaker] for turn in turns)).tobytes()
    yield array("q", (UNTIMED if turn.start is None else turn.start for turn in turns)).tobytes()
    yield array("i", opened.turn_lines).tobytes()
    yield _extents(blocks)
    yield cited.tobytes()
    yield json.dumps(second, ensure_ascii=False).encode()
    yield from map(b"\0".join, blocks)


def unpack(parts: Iterable[bytes]) -> Packed:
    """What `pack` was given; each part is trusted to be whole, ValueError where one is missing."""
    import json

    with no_collection():
        rest = iter(parts)
        heads = [next(rest) for _ in range(OUTLINE_PARTS + SOURCE_PARTS)]
        first, spoken, starts, lines, _, cited, second = heads
        head = json.loads(first) | json.loads(second)
        sources = tuple(source_from(*fields) for fields in head["sources"])
        ids = map(head["spoken"].__getitem__, numbers("i", spoken))
        turn_lines = tuple(numbers("i", lines))
        of_turns = _sources_of_turns(numbers("i", cited), sources, len(turn_lines))
        turns = _turns(rest, ids, iter(_starts(numbers("q", starts))), iter(of_turns))
        if len(turns) != len(turn_lines):
            raise ValueError("some turns are missing")
        episode = _episode(head, iter(turns), sources)
    return Packed(
        episode,
        tuple(Problem(line, column, words, True) for line, column, words in head["warnings"]),
        turn_lines,
    )


def _extents(blocks: Sequence[Sequence[bytes]]) -> bytes:
    """For each text the byte in its block where it begins, then for each its checksum."""
    begins = (
        begin
        for texts in blocks
        for begin in islice(accumulate((len(text) + 1 for text in texts), initial=0), len(texts))
    )
    checksums = (crc32(text) for texts in blocks for text in texts)
    return array("I", chain(begins, checksums)).tobytes()


def _turns(
    blocks: Iterator[bytes],
    ids: Iterator[str],
    starts: Iterator[int | None],
    cited: Iterator[tuple[Source, ...]],
) -> list[Turn]:
    """Turns are made block by block, while their texts are at hand: a fifth less time."""
    turns: list[Turn] = []
    for block in blocks:
        texts = block.split(b"\0")
        count = len(texts)
        columns = islice(ids, count), map(bytes.decode, texts), islice(starts, count)
        fields = zip(*columns, islice(cited, count), strict=True)
        turns += map(tuple.__new__, repeat(Turn), fields)  # Turn._make takes twice the time
    return turns


def _heads(
    opened: Packed | Opened, spoken: list[str], sources: dict[Source, int]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is not told of each turn; numbers the sources that no turn has yet."""
    episode = opened.episode

    def numbered(cited: Sequence[Source]) -> list[int]:
        return [sources.setdefault(source, len(sources)) for source in cited]

    first = {
        "episode": [getattr(episode, name) for name in _PLAIN_FIELDS],
        "date": _day(episode.date),
        "speakers": [[getattr(speaker, name) for name in _SPEAKER] for speaker in episode.speakers],
        "spoken": spoken,
        "segments": [
            [segment.title, segment.start, len(segment.turns), numbered(segment.sources)]
            for segment in episode.segments
        ],
    }
    second = {
        "quotes": [[quote.text, quote.speaker, quote.start] for quote in episode.quotes],
        "own": numbered(episode.sources),
        "sources": [[it.url, it.title, it.site, _day(it.date)] for it in sources],
        "warnings": [warning[:3] for warning in opened.warnings],
    }
    return first, second


_PLAIN_FIELDS = (
    "title",
    "show",
    "number",
    "duration",
    "summary",
    "url",
    "audio",
    "language",
    "note",
)
_SPEAKER = ("id", "name", "role", "model", "voice", "color")


def _episode(head: dict[str, Any], turns: Iterator[Turn], sources: Sequence[Source]) -> Episode:
    segments = (
        Segment(title, start, tuple(islice(turns, count)), tuple(sources[index] for index in cited))
        for title, start, count, cited in head["segments"]
    )
    return Episode(
        segments=tuple(segments),
        speakers=tuple(Speaker(*fields) for fields in head["speakers"]),
        quotes=tuple(Quote(*fields) for fields in head["quotes"]),
        sources=tuple(sources[index] for index in head["own"]),
        date=date.fromisoformat(head["date"]) if head["date"] else None,
        **dict(zip(_PLAIN_FIELDS, head["episode"], strict=True)),
    )


def numbers(kind: str, part: bytes) -> "array[int]":
    """A part that is an array of numbers."""
    numbers = array(kind)
    numbers.frombytes(part)
    return numbers


def _starts(starts: "array[int]") -> Sequence[int | None]:
    if UNTIMED not in starts:
        return starts
    return [None if start == UNTIMED else start for start in starts]


def _sources_of_turns(
    cited: "array[int]", sources: Sequence[Source], count: int
) -> Iterable[tuple[Source, ...]]:
    """What each turn rests on, from pairs of a turn and a source."""
    if not cited:
        return repeat((), count)
    of_turns: list[tuple[Source, ...]] = [()] * count
    for turn, source in zip(cited[::2], cited[1::2], strict=True):
        of_turns[turn] += (sources[source],)
    return of_turns


def source_from(url: str, title: str, site: str, day: str | None) -> Source:
    """A source of the head."""
    return Source(url, title, site, date.fromisoformat(day) if day else None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
