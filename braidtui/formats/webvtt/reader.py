"""The reader of WebVTT: an episode of the captions of others, or of those that we wrote."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from braidtui.episode.problem import Problem
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, notice, refused
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import NOBODY, imported_from
from braidtui.formats.speech.draft import Draft, Grain, Heading, Utterance
from braidtui.formats.webvtt.blocks import Blocks, Note, RawCue
from braidtui.formats.webvtt.cue_text import decoded, spans_of
from braidtui.formats.webvtt.cues import read_blocks
from braidtui.formats.webvtt.header import read_header
from braidtui.formats.webvtt.rolling import is_rolling, unrolled
from braidtui.formats.webvtt.tolerant import SIGNATURE
from braidtui.formats.webvtt.writer import MARK

_STRANGE_TAG = re.compile(
    r"<(?![/]?(?:[cibuv]|ruby|rt|lang|font|em|strong|br|s)(?:[\s./>]|\Z)|\d|\s|[-=>]|\Z)",
    re.IGNORECASE,
)


def claims(given: Given) -> bool:
    """Whether the signature `WEBVTT` stands first, behind nothing but blanks."""
    return SIGNATURE.match(given.text) is not None


def read_webvtt(given: Given, options: ReadOptions) -> Imported:
    """The episode of a file of WebVTT: a cue is an utterance, or each voice in it is one.

    Of what we wrote ourselves each cue is a turn and each NOTE begins a segment. Raises
    FormatRefused where no cue has words, and in a strict reading where the signature is missing.
    """
    blocks = read_blocks(given, options.strict)
    if not blocks.cues:
        raise refused("no WebVTT: no line of times (00:01.000 --> 00:02.500) in it")
    if blocks.notes and f"NOTE {blocks.notes[0].text}".startswith(MARK):
        return imported_from(_own_draft(blocks), options)
    return imported_from(_draft(blocks, options), options)


def _draft(blocks: Blocks, options: ReadOptions) -> Draft:
    header, told = read_header(blocks.header), Tally()
    for number in header.unread:
        told.count(number, "a line of the header is left out")
    utterances = _utterances(blocks.cues, options, told)
    return Draft(
        utterances,
        has_prefixes=not any(said.speaker for said in utterances),
        title=header.title,
        url=header.url,
        language=header.language,
        notices=(*told.notices, *_told_notes(blocks.notes), *blocks.left_out),
        repairs=blocks.repairs,
    )


def _told_notes(notes: Sequence[Note]) -> Iterator[Problem]:
    """One notice for all comments, with the words of the first."""
    if notes:
        what = "a NOTE is" if len(notes) == 1 else f"{len(notes):,} NOTEs are"
        first = " ".join(notes[0].text.split())
        yield notice(notes[0].line, f"{what} left out: {first}")


def _utterances(cues: Sequence[RawCue], options: ReadOptions, told: Tally) -> list[Utterance]:
    if not (options.join and is_rolling(cues)):
        return list(_said(cues, options.strict, told))
    lines = list(unrolled(cues))
    told.count(cues[0].line, f"rolling captions: {len(cues):,} cues are {len(lines):,} lines")
    return lines


def _said(cues: Sequence[RawCue], strict: bool, told: Tally) -> Iterator[Utterance]:
    """What each voice says in each cue; a cue without a word says nothing. The standard's algorithm
    has no objection to an end before its start."""
    for _, start, told_end, raw, line in cues:
        end = None if strict and told_end < start else told_end
        if not raw or raw.isspace():
            told.count(line, "a cue without words is left out")
        elif "<" not in raw:
            yield Utterance(decoded(raw), "", start, end, line)
        else:
            if strict and _STRANGE_TAG.search(raw):
                told.count(line, "a tag that WebVTT does not have is left out")
            heard = ""
            for voice, text in spans_of(raw, strict):
                if text and not text.isspace():
                    is_free = heard and not voice and any(map(str.isalnum, text))
                    yield Utterance(text, NOBODY.name if is_free else voice, start, end, line)
                heard = heard or voice


def _own_draft(blocks: Blocks) -> Draft:
    """What we wrote: each line of a cue is a paragraph, each NOTE but the first a title."""
    mark, *titles = blocks.notes
    _, _, estimates = mark.text.partition("\n")
    turns = [list(_turns(cue)) for cue in blocks.cues]
    before = [0, *accumulate(map(len, turns))]
    told = [notice(mark.line + 1, estimates)] if estimates else []
    return Draft(
        list(chain.from_iterable(turns)),
        Grain.OWN,
        headings=[Heading(before[note.before], note.text, None, note.line) for note in titles],
        title=blocks.header[0].strip(),
        notices=(*told, *blocks.left_out),
        repairs=blocks.repairs,
    )


def _turns(cue: RawCue) -> Iterator[Utterance]:
    for voice, text in spans_of(cue.raw):
        yield Utterance(text.replace("\n", "\n\n"), voice, cue.start, cue.end, cue.line)
