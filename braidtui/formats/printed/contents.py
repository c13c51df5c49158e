"""The contents of a print: what its parts say together."""

from collections.abc import Iterator, Sequence
from itertools import chain

from braidtui.episode.model import Source
from braidtui.formats.printed.cast import bare_name, people_of, read_cast
from braidtui.formats.printed.front import Front, quotes_of, read_front, which_of
from braidtui.formats.printed.parts import Parts, SegmentPart
from braidtui.formats.printed.seams import Seams
from braidtui.formats.printed.signs import RULE, marks_in, part_marks, part_span
from braidtui.formats.printed.sources import read_sources
from braidtui.formats.printed.turns import read_turns
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.draft import Draft, Grain, Heading, Utterance

_MOST_QUOTES = 1_000  # that anybody reads


class Contents:
    """Says what stands in a print; what cannot be kept is counted."""

    def __init__(self, parts: Parts, tally: Tally) -> None:
        self._parts, self._tally = parts, tally
        self._front = front = read_front(parts.head)
        self._seams = Seams(list(_wrapped(front, parts)))
        self._sources = read_sources(parts.sources, self._seams)
        self._unused = set(self._sources)
        people = people_of(front.cast) if front.cast else []
        turns = [turn for segment in parts.segments for turn in segment.turns]
        self._heard = read_turns(turns, people, self._seams)
        self._cast = read_cast(people, {turn.name for turn in self._heard}, self._seams)

    def draft(self) -> Draft:
        """All of it, but for the sources that segments cite themselves."""
        front, seams = self._front, self._seams
        which = which_of(seams.joined(front.dispatch))
        told = {label: self._whole_line(lines) for label, lines in front.addresses.items()}
        self._count_missing()
        left_out = max(0, len(front.quotes) - _MOST_QUOTES)
        self._tally.count(1, f"a pull quote beyond {_MOST_QUOTES:,} is left out", left_out)
        return Draft(
            list(self._utterances()),
            Grain.OWN,
            headings=list(self._headings()),
            cast=self._cast,
            quotes=list(quotes_of(front.quotes[:_MOST_QUOTES], seams)),
            sources=self._of_episode(),
            title=seams.joined(front.title),
            show=which.show,
            number=which.number,
            date=which.date,
            duration=front.extent.duration if front.extent else None,
            summary=seams.body(front.summary),
            url=told.get("Page", ""),
            audio=told.get("Audio", ""),
            language=told.get("Language", ""),
            note=seams.body(self._parts.note),
        )

    def own_sources(self, segment: SegmentPart) -> tuple[Source, ...]:
        """What a segment cites itself."""
        return self._cited(segment.rule.number, segment.citing)

    def _whole_line(self, lines: Sequence[str]) -> str:
        """An address, which is never wrapped."""
        strays = 0 if marks_in(lines[0]) else len(lines) - 1
        self._tally.count(1, "a line has no place among the addresses: left out", strays)
        return lines[0]

    def _utterances(self) -> Iterator[Utterance]:
        for turn in self._heard:
            text, numbers = part_marks(self._seams.body(turn.words), self._sources)
            self._unused.difference_update(numbers)
            sources = tuple(self._sources[number] for number in numbers)
            yield Utterance(text, bare_name(turn.name), turn.start, None, turn.number, sources)

    def _of_episode(self) -> tuple[Source, ...]:
        """What the episode cites itself, and what nobody cites."""
        own = self._cited(1, self._front.addresses.get("Sources", ()))
        for segment in self._parts.segments:
            self._unused.difference_update(marks_in(" ".join(segment.citing)))
        return (*own, *(self._sources[number] for number in sorted(self._unused)))

    def _headings(self) -> Iterator[Heading]:
        before = 0
        for segment in self._parts.segments:
            *lines, last = filter(None, segment.rule.lines)
            last, start = part_span(last)
            title = self._seams.joined([*lines, last])
            yield Heading(before, RULE.sub("", title, count=1), start, segment.rule.number)
            before += len(segment.turns)

    def _cited(self, number: int, lines: Sequence[str]) -> tuple[Source, ...]:
        """The sources whose marks stand in lines, of which the first has that number."""
        marks = list(dict.fromkeys(marks_in(" ".join(lines))))
        missing = sum(mark not in self._sources for mark in marks)
        self._tally.count(number, "a source is cited that is not in the list", missing)
        self._unused.difference_update(marks)
        return tuple(self._sources[mark] for mark in marks if mark in self._sources)

    def _count_missing(self) -> None:
        """Say so where the print tells of more than is here."""
        here = (len(self._parts.segments), len(self._heard))
        if (told := self._front.extent) and told[1:] != here:
            segments = f"{here[0]:,} of {told.segments:,} segments"
            self._tally.count(1, f"an excerpt: {segments}, {here[1]:,} of {told.turns:,} turns")


def _wrapped(front: Front, parts: Parts) -> Iterator[str]:
    """Every line that was wrapped to the page, which addresses are not."""
    cast = front.cast.lines if front.cast else ()
    yield from chain(front.dispatch, front.title, front.summary, *front.quotes, cast, parts.note)
    for segment in parts.segments:
        yield from chain(segment.rule.lines, segment.citing)
        yield from chain.from_iterable(turn.lines for turn in segment.turns)
