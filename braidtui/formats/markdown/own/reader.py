"""The reader of our own Markdown: exports, and what `show --format md` prints."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.episode.model import Episode, Quote, Segment, Source, Turn
from braidtui.episode.safe_text import as_body, clean, clean_line
from braidtui.episode.timecode import parse_time
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.markdown.own.body import Body, Paragraph, SegmentPart, TurnPart, read_body
from braidtui.formats.markdown.own.cast import read_cast
from braidtui.formats.markdown.own.front import Front
from braidtui.formats.markdown.own.region import Region, read_region
from braidtui.formats.markdown.own.signs import plain
from braidtui.formats.reading.order import in_order
from braidtui.formats.reading.tally import Tally

_ENOUGH_LINES = 1000  # tell whose form it is
_TYPES = ("", "podcast-episode", "podcast-segment")
_DISPATCH = re.compile(r"dispatch (\d{1,9})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_OF_OTHERS = re.compile(r"(?<![\\*_])(?:[*_`]|\[(?!\^))|(?<!\\)\]\(|^(?:[-+] |\d{1,9}[.)] )")


def claims_own(given: Given) -> bool:
    """Whether a text says that braidtui wrote it, or has the form that it writes to the letter."""
    beginning = given.text[:20_000]
    if "braidtui" in beginning and read_region(given.lines).is_told:
        return True
    return given.text.startswith("# ") and "\n\n**" in given.text and _is_our_form(given.lines)


def read_own_markdown(given: Given, options: ReadOptions) -> Imported:
    """The episode of a document; what stands outside the block is left out, and said.

    Raises FormatRefused where it has no turn, or is no transcript but an export of notes.
    """
    region = read_region(given.lines)
    if region.front.text("type") not in _TYPES:
        raise refused(f"no transcript: this is an export of type {region.front.text('type')}")
    body = read_body(given.lines, region.begin, region.end)
    if not any(part.turns for part in body.segments):
        raise refused("no turn in it (**[00:00:00] Name:** words)")
    tally = Tally()
    if region.others:
        what = "a line outside the block of braidtui is the reader's own and left out"
        tally.count(region.others[0] + 1, what, len(region.others))
    return Imported(_Composer(body, region, tally).episode(options), tally.notices)


def _is_our_form(lines: Sequence[str]) -> bool:
    """Whether blank lines part all blocks, and no sign is left that we would have escaped."""
    if len(lines) < 4 or lines[1]:
        return False
    body = read_body(lines, 0, min(len(lines), _ENOUGH_LINES))
    turns = [turn for part in body.segments for turn in part.turns]
    texts = [it.text for turn in turns for it in turn.paragraphs]
    if not turns or any(part.loose for part in body.segments):
        return False
    return not any(_OF_OTHERS.search(text) for text in texts)


class _Facts(NamedTuple):
    show: str
    number: int | None
    date: datetime.date | None
    duration: int | None
    summary: str


class _Composer:
    """What the parts of a document make together; what cannot be kept is counted."""

    def __init__(self, body: Body, region: Region, tally: Tally) -> None:
        self._body = body
        self._front = region.front
        self._tally = tally
        heads = (turn.head.name for part in body.segments for turn in part.turns)
        self._cast = read_cast(heads, region.front)
        people = {it.id: it.name for it in self._cast.values()}
        shared = Counter(people.values())  # of two people of one name none is meant
        self._ids = {name: id for id, name in people.items() if shared[name] == 1}

    def episode(self, options: ReadOptions) -> Episode:
        body, facts = self._body, _facts(self._body.head, self._front)
        listed = map(_safe_source, body.listed)
        return Episode(
            title=_line(body.head.title)
            or _line(self._front.text("title"))
            or options.name
            or "Untitled",
            speakers=tuple({it.id: it for it in self._cast.values()}.values()),
            segments=tuple(self._segments()),
            show=facts.show,
            number=facts.number,
            date=facts.date,
            duration=facts.duration,
            summary=facts.summary,
            note=_text(body.note),
            quotes=tuple(self._quotes()),
            sources=(*self._sources(body.head.labels, body.head.line), *listed),
        )

    def _segments(self) -> Iterator[Segment]:
        starts = iter(self._starts())
        for part in self._body.segments:
            start = next(starts)
            turns = [turn for each in part.turns for turn in self._turn(each, next(starts))]
            for loose in part.loose:
                self._tally.count(loose.line, "a paragraph that is no turn's is left out")
            sources = self._sources(part.labels, part.line)
            yield Segment(_line(part.title) or "Untitled", start, tuple(turns), sources)

    def _turn(self, part: TurnPart, start: int | None) -> Iterator[Turn]:
        if text := _text(part.paragraphs):
            sources = self._sources(part.labels, part.line)
            yield Turn(self._cast[part.head.name].id, text, start, sources)
        else:
            self._tally.count(part.line, "a turn without words is left out")

    def _starts(self) -> list[int | None]:
        """The starts of each segment and its turns, those that run backwards as None."""
        told = [
            (line, start)
            for part in self._body.segments
            for line, start in (
                (part.line, part.start),
                *((turn.line, turn.start) for turn in part.turns),
            )
        ]
        kept = in_order([start for _, start in told])
        for (line, start), left in zip(told, kept, strict=True):
            if start is not None and left is None:
                self._tally.count(line, "a start before the one above it is left out")
        return kept

    def _sources(self, labels: Sequence[str], line: int) -> tuple[Source, ...]:
        known = self._body.footnotes
        if missing := sum(label not in known for label in labels):
            self._tally.count(line, "a footnote is defined nowhere", missing)
        return tuple(_safe_source(known[label]) for label in labels if label in known)

    def _quotes(self) -> Iterator[Quote]:
        for part in (self._body.head, *self._body.segments):
            for quotation in part.quotations:
                if text := as_body(clean(quotation.text)):
                    name = _line(quotation.name).strip()
                    yield Quote(text, self._ids.get(name, ""), quotation.start)


def _facts(head: SegmentPart, front: Front) -> _Facts:
    """What the line under the title tells, and the front matter, which has it more exactly."""
    first = head.loose[0].text if head.loose else ""
    show, number, date, duration = _head_line(first)
    has_facts = (number, date, duration) != (None, None, None)
    is_head = has_facts or (
        _line(plain(first)) == front.text("show").strip(" \t") if front.values else bool(first)
    )
    if not is_head:
        show = ""
    told = front.text("dispatch")
    length = parse_time(front.text("duration"))
    return _Facts(
        show=_line(front.text("show")) or show,
        number=int(told) if _WHOLE.fullmatch(told) else number,
        date=_day(front.text("date")) or date,
        duration=duration if length is None else length,
        summary=_text(head.loose[1:] if is_head else head.loose),
    )


def _head_line(line: str) -> tuple[str, int | None, datetime.date | None, int | None]:
    """`Show · dispatch 7 · 2026-01-31 · 00:13:05`, each part only where it is known."""
    parts = line.split(" · ")
    duration = parse_time(parts[-1]) if ":" in parts[-1] else None
    parts = parts if duration is None else parts[:-1]
    date = _day(parts[-1]) if parts else None
    parts = parts if date is None else parts[:-1]
    number = _DISPATCH.fullmatch(parts[-1]) if parts else None
    parts = parts[:-1] if number else parts
    return _line(plain(" · ".join(parts))), int(number[1]) if number else None, date, duration


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return as_body(clean("\n\n".join(plain(it.text) for it in paragraphs)))


def _line(text: str) -> str:
    return clean_line(text)


def _safe_source(source: Source) -> Source:
    url, title, site = map(clean_line, (source.url, source.title, source.site))
    return Source(url, title, site, source.date)
