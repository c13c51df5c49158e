"""What is said on a page, by whom and when."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braidtui.episode.problem import Problem
from braidtui.formats.html_page.layout.pieces import laid_out
from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.reading.sentences import ends_sentence
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.draft import Grain, Heading, Utterance

_MOST = 0.9
_LONGEST_CAPTION = 250  # code points
_FEWEST = 5


class Said(NamedTuple):
    """The utterances and headings of a page; `has_names` where elements tell who speaks."""

    utterances: Sequence[Utterance]
    headings: Sequence[Heading]
    titles: Sequence[str]
    has_names: bool


def read_said(blocks: Sequence[Block], tally: Tally) -> Said:
    """A name and a time are those of the next words."""
    pieces = laid_out(blocks)
    utterances: list[Utterance] = []
    headings: list[Heading] = []
    name: Block | None = None
    time: Block | None = None
    for piece in _without_preface(pieces, tally):
        if piece.kind == "heading":
            if piece.tag != "h1":
                headings.append(Heading(len(utterances), piece.text, line=piece.line))
        elif piece.kind == "name":
            _tell_lost(name, tally)
            name = piece
        elif piece.kind == "time":
            _tell_lost(time, tally)
            time = piece
        elif piece.text:
            speaker = name.text.rstrip(": ") if name else ""
            start = time.start if time else piece.start
            utterances.append(
                Utterance(piece.text, speaker, start, None, piece.line, piece.sources)
            )
            name = time = None
        else:
            tally.count(piece.line, "a paragraph without words is left out")
    for lost in (name, time):
        _tell_lost(lost, tally)
    titles = [block.text for block in blocks if block.tag == "h1" and block.kind == "heading"]
    return Said(utterances, headings, titles, any(piece.kind == "name" for piece in pieces))


def grain_of(utterances: Sequence[Utterance]) -> Grain:
    """Captions put into a page have a time each, are short, and most of them end no sentence."""
    count = len(utterances)
    timed = sum(utterance.start is not None for utterance in utterances)
    short = sum(len(utterance.text) <= _LONGEST_CAPTION for utterance in utterances)
    if count < _FEWEST or min(timed, short) < _MOST * count:
        return Grain.PARAGRAPH
    whole = sum(ends_sentence(utterance.text) for utterance in utterances)
    return Grain.CAPTION if 2 * whole < count else Grain.PARAGRAPH


def departures(blocks: Sequence[Block]) -> tuple[Problem, ...]:
    """Where a page departs from the namespace's form: `<cite>`, `<time>`, `<p>`, again and again;
    who spoke goes on where a `<cite>` is missing."""
    tally = Tally()
    has_time = False
    for piece in laid_out(blocks):
        if piece.kind == "time":
            has_time = piece.tag == "time"
        elif piece.kind == "name":
            if piece.tag != "cite":
                tally.count(piece.line, "a name is in no <cite>")
        elif piece.kind == "words":
            if piece.tag != "p":
                tally.count(piece.line, "words are in no <p>")
            elif not has_time:
                tally.count(piece.line, "a <p> has no <time> of its own")
            has_time = False
    return tally.notices


def _without_preface(pieces: Sequence[Block], tally: Tally) -> Iterator[Block]:
    """The pieces; what stands before the first name or time is said only where it is a `<p>`, and
    where not all others have a time."""
    marks = [index for index, piece in enumerate(pieces) if piece.kind in ("name", "time")]
    first = marks[0] if len(marks) > 1 else 0
    are_timed = _are_timed(pieces[first:])
    for piece in pieces[:first]:
        if piece.kind != "words" or (piece.tag == "p" and not are_timed):
            yield piece
        else:
            tally.count(piece.line, "words before the first name or time are left out")
    yield from pieces[first:]


def _are_timed(pieces: Sequence[Block]) -> bool:
    words = sum(piece.kind == "words" and bool(piece.text) for piece in pieces)
    times = sum(piece.kind == "time" for piece in pieces)
    return times >= _FEWEST and times >= _MOST * words


def _tell_lost(mark: Block | None, tally: Tally) -> None:
    if mark is not None:
        tally.count(mark.line, f"a {mark.kind} without words after it is left out")
