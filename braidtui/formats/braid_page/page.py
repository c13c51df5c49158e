"""The page, whole: its parts by their headings, and its turns with all that belongs to each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.episode.timecode import parse_time
from braidtui.formats.braid_page.head import Head, read_head
from braidtui.formats.braid_page.hosts import Host, read_hosts
from braidtui.formats.braid_page.labels import folded, heading
from braidtui.formats.braid_page.transcript import (
    Entry,
    Heard,
    first_timed_turn,
    read_entries,
    read_turns,
)
from braidtui.formats.reading.order import in_order
from braidtui.formats.reading.page.lines import Line
from braidtui.formats.reading.page.paragraphs import read_paragraphs
from braidtui.formats.reading.page.source_lines import part_sources

_SEGMENTS, _TRANSCRIPT = "segments", "transcript"
_HOSTS = ("hosts on this episode", "host on this episode")
_HEADINGS = (_SEGMENTS, _TRANSCRIPT, *_HOSTS)


class Spoken(NamedTuple):
    """A turn. `clock` is its time as the page has it, `start` what it means in milliseconds: None
    where it cannot be read or runs backwards. One that names nobody goes on with the speaker of
    the turn above it."""

    line: int
    speaker: str
    is_named: bool
    clock: str
    start: int | None
    text: str
    sources: tuple[Source, ...]
    mended: tuple[int, ...]


class Page(NamedTuple):
    """All that the page holds. A name has one spelling throughout; `silent` are turns without a
    word, and `strays` the lines, by the part they stand in, that have no place in an episode."""

    head: Head
    entries: Sequence[Entry]
    turns: Sequence[Spoken]
    hosts: Sequence[Host]
    silent: Sequence[Heard]
    strays: Mapping[str, Sequence[Line]]

    @property
    def duration(self) -> int | None:
        """The duration in milliseconds, None where it is not told or something starts after it."""
        starts = [*(turn.start or 0 for turn in self.turns), *(item.start for item in self.entries)]
        told = self.head.duration
        return None if told is None or told < max(starts, default=0) else told


class _Parts(NamedTuple):
    head: Sequence[Line]
    segments: Sequence[Line]
    transcript: Sequence[Line]
    hosts: Sequence[Line]


def read_page(lines: Sequence[Line]) -> Page:
    """The page that the lines make; where it has no turns it is none."""
    parts = _parts(lines)
    head = read_head(parts.head)
    entries, no_entries = read_entries(parts.segments)
    shown = {folded(name) for name in head.names}
    heard, before_turns = read_turns(parts.transcript, shown)
    hosts, no_hosts = read_hosts(parts.hosts, shown | {folded(turn.name) for turn in heard})
    known = {folded(host.name) for host in hosts}
    if not known <= shown:
        heard, before_turns = read_turns(parts.transcript, shown | known)
    spellings: dict[str, str] = {}
    for name in (*(host.name for host in hosts), *(turn.name for turn in heard)):
        spellings.setdefault(folded(name), name)
    rest = [line for line in head.rest if folded(line.text) not in spellings]
    strays = {"the head": rest, "the segment list": no_entries}
    strays |= {"the transcript": before_turns, "the hosts": no_hosts}
    silent = [turn for turn in heard if not turn.words]
    turns = list(_spoken(heard, spellings))
    return Page(head, entries, turns, _once(hosts, spellings), silent, strays)


def _parts(lines: Sequence[Line]) -> _Parts:
    """The lines below each heading, up to the next; of equal headings the last is meant, as links
    may stand above the page. Without its heading the transcript starts with its first turn."""
    headings = [heading(line) for line in lines]
    titled = [index for index, words in enumerate(headings) if words == _TRANSCRIPT]
    first_turn = first_timed_turn(lines, titled[0] if titled else 0)
    if not titled:
        transcript = begin = len(lines) if first_turn is None else first_turn
    else:
        transcript = max(i for i in titled if first_turn is None or i <= first_turn)
        begin = transcript + 1
    segments = max((i for i in range(transcript) if headings[i] == _SEGMENTS), default=transcript)
    hosts = max((i for i, words in enumerate(headings) if words in _HOSTS), default=len(lines))
    marks = sorted({segments, transcript, hosts, len(lines)})

    def below(mark: int, begin: int) -> Sequence[Line]:
        return lines[begin : next((other for other in marks if other > mark), mark)]

    return _Parts(
        [line for line in lines[: marks[0]] if heading(line) not in _HEADINGS],
        below(segments, segments + 1) if segments < transcript else (),
        below(transcript, begin),
        below(hosts, hosts + 1),
    )


def _spoken(heard: Sequence[Heard], spellings: dict[str, str]) -> Iterator[Spoken]:
    """The turns that have words, each with a speaker."""
    speaker = ""
    starts = in_order([parse_time(turn.clock) for turn in heard])
    for turn, start in zip(heard, starts, strict=True):
        speaker = spellings[folded(turn.name)] if turn.name else speaker
        if turn.words:
            words, sources = part_sources(turn.words)
            text, mended = read_paragraphs(words)
            named = bool(turn.name)
            yield Spoken(turn.line, speaker, named, turn.clock, start, text, sources, mended)


def _once(hosts: Sequence[Host], spellings: dict[str, str]) -> list[Host]:
    """The hosts, each once, spelled as everywhere."""
    cards: dict[str, Host] = {}
    for host in hosts:
        cards.setdefault(folded(host.name), host._replace(name=spellings[folded(host.name)]))
    return list(cards.values())
