"""The reader of SubRip: an episode of subtitles."""

import re
from collections.abc import Iterator

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.limits import limited, require_few
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance
from braidtui.formats.subrip.blocks import Block, blocks_of
from braidtui.formats.subrip.departures import departures
from braidtui.formats.subrip.heads import heads_of
from braidtui.formats.subrip.wording import said_in

_BEGINNING = 4_000  # characters in which the first times stand
_LINES_ABOVE = 3  # with words, above the first subtitle
_OF_OTHERS = re.compile(r"WEBVTT(?!\S)|<")
_BLANK_LINES = re.compile(r"\n\s*\n")


def claims(given: Given) -> bool:
    """Whether a text looks like SubRip: times with an arrow stand among its first lines, below no
    signature of WebVTT and no tag."""
    beginning = given.text[:_BEGINNING].replace("\ufeff", "").lstrip()
    if not beginning:
        beginning = given.text.replace("\ufeff", "").lstrip()[:_BEGINNING]
    first = next(iter(heads_of(beginning)), None)
    if first is None or _OF_OTHERS.match(beginning):
        return False
    above = [line for line in beginning[: first.at].split("\n") if line.strip()]
    return len(above) <= _LINES_ABOVE


def read_subrip(given: Given, options: ReadOptions) -> Imported:
    """The episode of a text of subtitles, each an utterance; raises FormatRefused where there is
    none, and under `options.strict` for what no player writes (see `departures`)."""
    require_few(given.text.count("-->"))
    blocks, above, cut_off = blocks_of(given)
    if not blocks:
        raise refused("no subtitle in it (a line like 00:00:01,000 --> 00:00:02,000)")
    told = Tally()
    if above.strip():
        told.count(1, "words above the first subtitle are left out")
    utterances = limited(_utterances(blocks, told))
    if cut_off:
        told.count(blocks[-1].line, "the text ends within a subtitle, which is left out")
    repairs = departures(blocks).notices
    draft = Draft(utterances, has_prefixes=True, notices=told.notices, repairs=repairs)
    return imported_from(draft, options)


def _utterances(blocks: list[Block], told: Tally) -> Iterator[Utterance]:
    for head, body, line in blocks:
        is_empty = True
        for voice, words in said_in(body):
            if words and not words.isspace():
                is_empty = False
                text = _BLANK_LINES.sub("\n", words) if "\n" in words else words
                yield Utterance(text, voice, head.start, head.end, line)
        if is_empty:
            told.count(line, "a subtitle without words is left out")
