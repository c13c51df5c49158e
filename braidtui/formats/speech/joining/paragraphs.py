"""Captions joined into paragraphs: one speaker, no long pause, no more than can be read at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median_low
from typing import NamedTuple

from braidtui.formats.reading.sentences import ends_sentence, joined, sentence_ends
from braidtui.formats.speech.columns import Columns

_PAUSE = 2_000  # milliseconds of silence that end a paragraph where a sentence ends
_LONG_PAUSE = 4_000  # and wherever it falls
_ENOUGH_PAUSES = 20  # behind the ends of sentences: they tell how slowly somebody speaks
_USUAL = 3  # times the usual pause is a pause in slow speech, as where somebody translates it
_PER_WORD, _SHORTEST = 400, 1_000  # milliseconds of words whose end is not told
_DOUBT = 6_000
_ENOUGH = 500  # code points: from there on the end of a sentence ends the paragraph
_MUCH = 1_200  # from there on also the end of a sentence inside a cue
MOST = 3_000  # from there on the end of any cue


class Paragraph(NamedTuple):
    """Words of one speaker; `row` and `last` are the rows of the captions it begins and ends in."""

    row: int
    last: int
    text: str


def paragraphs_of(
    rows: Columns, glued: Sequence[bool] | None, borders: Collection[int]
) -> list[Paragraph]:
    """The captions as paragraphs; one begins at each row of the borders."""
    paragraphs: list[Paragraph] = []
    for begin, end in pairwise([*_cuts(rows, borders), len(rows.texts)]):
        texts = rows.texts[begin:end]
        glues = None if glued is None else glued[begin:end]
        text = joined(texts, glues)
        if len(text) > _MUCH:
            paragraphs += _divided(text, begin, texts, glues)
        else:
            paragraphs.append(Paragraph(begin, end - 1, text))
    return paragraphs


def divided(text: str) -> str:
    """The paragraphs of a turn, those of more than 3,000 divided where sentences end."""
    if len(text) <= MOST:
        return text
    parts: list[str] = []
    for paragraph in text.split("\n\n"):
        length = len(paragraph)
        ends = sentence_ends(paragraph) if length > MOST else ()
        for begin, end in pairwise([0, *_cuts_inside(length, ends, (0,)), length]):
            parts.append(paragraph[begin:end].strip(" "))
    return "\n\n".join(parts)


def _cuts(rows: Columns, borders: Collection[int]) -> Iterator[int]:
    """The rows where a paragraph begins, by speaker, border, pause and length."""
    ends = [ends_sentence(text) for text in rows.texts]
    silent_froms = _silent_froms(rows)
    pause = _pause(rows.starts, silent_froms, ends)
    long_pause = pause * _LONG_PAUSE // _PAUSE
    size, ended = 0, False
    speaker: str | None = None
    silent_from: int | None = None
    for row, (text, name, start, end) in enumerate(zip(*rows[:3], silent_froms, strict=True)):
        is_cut = name != speaker or row in borders or (ended and size >= _ENOUGH)
        if not is_cut and start is not None and silent_from is not None:
            silence = start - silent_from
            is_cut = silence >= pause and (ended or silence >= long_pause)
        if is_cut:
            yield row
            size, speaker = 0, name
        size += len(text) + 1
        ended = ends[row]
        silent_from = end


def _silent_froms(rows: Columns) -> list[int | None]:
    """Where each row falls silent: at its end; where none is told, after what its words may take,
    and a while, for nobody knows how slowly they are said."""
    if None not in rows.ends:
        return rows.ends
    return [
        start + max(_SHORTEST, _PER_WORD * (text.count(" ") + 1)) + _DOUBT
        if end is None and start is not None
        else end
        for text, start, end in zip(rows.texts, rows.starts, rows.ends, strict=True)
    ]


def _pause(
    starts: Sequence[int | None], silent_froms: Sequence[int | None], ends: Sequence[bool]
) -> int:
    """The milliseconds of silence behind a sentence that end a paragraph."""
    silences = [
        start - silent_from
        for is_end, silent_from, start in zip(ends, silent_froms, starts[1:], strict=False)
        if is_end and silent_from is not None and start is not None
    ]
    if len(silences) < _ENOUGH_PAUSES:
        return _PAUSE
    return max(_PAUSE, _USUAL * median_low(silences))


def _divided(
    text: str, first: int, texts: Sequence[str], glued: Sequence[bool] | None
) -> Iterator[Paragraph]:
    """A long text, divided where sentences end inside of captions, else between captions."""
    gaps = [1] * len(texts) if glued is None else [int(not is_glued) for is_glued in glued]
    ends = accumulate(gap + len(part) for gap, part in zip([0, *gaps[1:]], texts, strict=True))
    begins = [end - len(part) for end, part in zip(ends, texts, strict=True)]
    cuts = [0, *_cuts_inside(len(text), sentence_ends(text), begins), len(text)]
    for begin, end in pairwise(cuts):
        row, last = (first + bisect_right(begins, at) - 1 for at in (begin, end - 1))
        yield Paragraph(row, last, text[begin:end].strip(" "))


def _cuts_inside(length: int, ends: Sequence[int], begins: Sequence[int]) -> Iterator[int]:
    """The offsets to divide a text at, none of them further than there is need to."""
    at = 0
    while length - at > _MUCH and (at := _next_cut(at, ends, begins, length)) < length:
        yield at


def _next_cut(at: int, ends: Sequence[int], begins: Sequence[int], length: int) -> int:
    """The last end of a sentence that leaves no more than 1,200 above it, the next one where that
    leaves too little, and where there is none for 3,000 the last border of a caption."""
    near = bisect_left(ends, at + _ENOUGH)
    choice = max(near, bisect_right(ends, at + _MUCH) - 1)
    if choice < len(ends) and ends[choice] <= at + MOST:
        return ends[choice]
    border = bisect_right(begins, at + MOST) - 1
    if begins[border] > at:
        return begins[border]
    return min([*ends[near : near + 1], *begins[border + 1 : border + 2]], default=length)
