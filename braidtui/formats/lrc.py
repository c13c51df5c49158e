"""LRC, the format of lyrics, in which whisper.cpp writes speech: `[mm:ss.xx]` before each line."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.clock import milliseconds, read_told_clock
from braidtui.formats.reading.limits import limited
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance

_BEGINNING = 4_000  # characters in which the first stamp stands
_LONGEST_REFRAIN = 120  # characters; a line that is longer is not said at several times
_STAMP = re.compile(r"\s*+\[(\d{1,6}):(\d{1,2})(?:([.,:])(\d{1,3}))?\]", re.ASCII)
_WORD_STAMP = re.compile(
    r"<\d{1,6}:\d{1,2}[.,:]\d{1,3}>[ \t]?|\[\d{1,6}:\d{1,2}[.,]\d{1,3}\][ \t]?", re.ASCII
)
_TAG = re.compile(r"\s*+\[(?:#|([a-zA-Z]{2,10})):([^\[\]]*)\]\s*+")
_OFFSET = re.compile(r"[+-]?\d{1,9}", re.ASCII)


class _Line(NamedTuple):
    """A line of words; an empty one ends the line before it. `start` is milliseconds."""

    start: int
    text: str
    number: int


def claims(given: Given) -> bool:
    """Whether a text begins with tags of LRC, if any, and then a stamp with a fraction.

    `[00:12] Name: words` and `[00:12:34] words` are layouts of plain text: they are LRC below a
    tag alone.
    """
    has_tag = False
    for line in given.text[:_BEGINNING].replace("\ufeff", "").split("\n"):
        if stamp := _STAMP.match(line):
            return has_tag or stamp[3] in (".", ",")
        if _TAG.fullmatch(line):
            has_tag = True
        elif line.strip():
            return False
    return False


def read_lrc(given: Given, options: ReadOptions) -> Imported:
    """The episode of the lines, in the order of time where a line has several stamps; raises
    FormatRefused where there is none. A positive `[offset:]` shifts all to an earlier time."""
    told, repairs = Tally(), Tally()
    tags: dict[str, str] = {}
    lines = limited(_lines(given.text.replace("\ufeff", "").split("\n"), tags, told, repairs))
    if not any(line.text for line in lines):
        raise refused("no line of LRC in it (a line like [00:01.00]words)")
    if len({line.number for line in lines}) < len(lines):
        lines.sort(key=lambda line: line.start)
    utterances = list(_utterances(lines, _offset(tags, told)))
    return imported_from(_draft(utterances, tags, told, repairs), options)


def _draft(
    utterances: list[Utterance], tags: Mapping[str, str], told: Tally, repairs: Tally
) -> Draft:
    return Draft(
        utterances,
        has_prefixes=True,
        title=tags.get("ti", ""),
        show=tags.get("ar") or tags.get("al", ""),
        duration=read_told_clock(tags.get("length", "")),
        language=tags.get("la", ""),
        notices=told.notices,
        repairs=repairs.notices,
    )


def _lines(
    raw_lines: list[str], tags: dict[str, str], told: Tally, repairs: Tally
) -> Iterator[_Line]:
    """Every line of words, once a stamp; the tags are put into `tags`. Words without a stamp go on
    the line above."""
    starts: list[int] = []
    above: list[str] = []
    line = 1
    for number, raw in enumerate(raw_lines, start=1):
        stamps, words = _stamped(raw)
        if stamps:
            yield from _repeated(starts, above, line, told)
            starts, above, line = stamps, [words], number
        elif tag := _TAG.fullmatch(raw):
            tags.setdefault((tag[1] or "").lower(), tag[2].strip())
        elif words and starts:
            repairs.count(number, "a line without a stamp goes on the line above")
            above.append(words)
        elif words:
            told.count(number, "a line above the first stamp is left out")
    yield from _repeated(starts, above, line, told)


def _repeated(starts: list[int], words: list[str], number: int, told: Tally) -> Iterator[_Line]:
    text = "\n".join(filter(None, words))
    if len(text) > _LONGEST_REFRAIN and len(starts) > 1:
        told.count(number, "a long line with several stamps is read at its first alone")
        starts = starts[:1]
    for start in starts:
        yield _Line(start, text, number)


def _stamped(raw: str) -> tuple[list[int], str]:
    """The starts of a line, in the order of the text, and its words."""
    starts, at = [], 0
    while stamp := _STAMP.match(raw, at):
        starts.append(milliseconds(None, stamp[1], stamp[2], stamp[4]))
        at = stamp.end()
    words = raw[at:]
    if "<" in words or "[" in words:
        words = _WORD_STAMP.sub("", words)
    return starts, words.rstrip() if words.strip() else ""


def _offset(tags: Mapping[str, str], told: Tally) -> int:
    offset = tags.get("offset", "0")
    if _OFFSET.fullmatch(offset):
        return int(offset)
    told.count(1, "an offset that is no number is ignored")
    return 0


def _utterances(lines: list[_Line], offset: int) -> Iterator[Utterance]:
    for line, below in zip(lines, chain(lines[1:], (None,)), strict=True):
        if line.text:
            start = max(0, line.start - offset)
            is_ended = below is not None and not below.text and below.start >= line.start
            end = max(start, below.start - offset) if below is not None and is_ended else None
            yield Utterance(line.text, "", start, end, line.number)
