"""What is said in a draft, by whom and when: from utterances to paragraphs."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from braidtui.episode.problem import Problem
from braidtui.episode.safe_text import as_body
from braidtui.formats.given import ReadOptions
from braidtui.formats.reading.order import in_order
from braidtui.formats.reading.sentences import ends_sentence, glues
from braidtui.formats.reading.tally import Tally
from braidtui.formats.reading.titles import title_line
from braidtui.formats.speech.columns import Columns, columns_of, sane
from braidtui.formats.speech.draft import Draft, Grain
from braidtui.formats.speech.joining.changes import with_changes
from braidtui.formats.speech.joining.loops import without_loops
from braidtui.formats.speech.joining.paragraphs import MOST, Paragraph, divided, paragraphs_of
from braidtui.formats.speech.naming import NOBODY_NAME, carried_on, named
from braidtui.formats.speech.parting import Border, borders_of_chapters

_DIRECTION = re.compile(r"\[[^\[\]]{1,80}\]\s*\Z")
_LONG = 250  # code points that no caption has and a turn may have
_LONGEST = 200_000  # code points of a turn that is put together: an episode file holds 1 MiB


class Said(NamedTuple):
    """Rows, each with its speaker and in the order of time, the paragraphs they make, the borders
    of the segments, what is to be said of it all, and what no format allows."""

    rows: Columns
    paragraphs: Sequence[Paragraph]
    borders: Sequence[Border]
    notices: Sequence[Problem]
    repairs: Sequence[Problem]


def said_in(draft: Draft, options: ReadOptions) -> Said:
    """What is said in a draft; nothing of it is lost but what the notices tell."""
    tally, repairs = Tally(), Tally()
    rows = columns_of(draft.utterances, tally, repairs)
    are_captions = draft.grain is Grain.CAPTION
    are_joined = are_captions and options.join
    rows = named(with_changes(rows) if are_joined else rows, draft, options, are_joined)
    told = [bool(name) for name in rows.names]
    are_joined = are_joined and not _are_turns(rows)
    rows = rows._replace(names=carried_on(rows.names))
    kept = _with_words(rows, draft, tally)
    rows, told = rows.only(kept), list(compress(told, kept))
    are_words = are_joined and _are_words(rows.texts)
    loops: list[Problem] = []
    if are_joined and not are_words:
        rows, loops = without_loops(rows, [said.line for said in draft.utterances])
    rows = _in_time(rows, draft, tally)
    borders = _borders(draft, options, rows, tally)
    begins = {border.row for border in borders}
    if are_joined:
        paragraphs = _joined(rows, begins | set(rows.changes), are_words)
    else:
        paragraphs = _written(rows, told, begins, draft.grain, options.join)
    return Said(rows, paragraphs, borders, (*tally.notices, *loops), repairs.notices)


def _written(
    rows: Columns, told: Sequence[bool], begins: Collection[int], grain: Grain, join: bool
) -> list[Paragraph]:
    """Turns as they were written, joined or not: what an author left without a name goes on with
    the turn above. Joined, paragraphs that are too long to read are divided."""
    if grain is Grain.PARAGRAPH:
        paragraphs = _continued(rows, told, begins)
    else:
        paragraphs = list(_whole(rows, grain is Grain.CAPTION and not join))
    if not join or grain not in (Grain.PARAGRAPH, Grain.TURN):
        return paragraphs
    return [it._replace(text=divided(it.text)) if len(it.text) > MOST else it for it in paragraphs]


def _with_words(rows: Columns, draft: Draft, tally: Tally) -> list[bool]:
    """For each row whether it has words. One that has only a name names who speaks next."""
    kept = [_has_words(text) for text in rows.texts]
    if not all(kept):
        for row in compress(rows.origins, (not has_words for has_words in kept)):
            if not _has_words(draft.utterances[row].text):
                line = draft.utterances[row].line
                tally.count(line, "a stretch of speech without words is left out")
    return kept


def _has_words(text: str) -> bool:
    return bool(text) and not text.isspace()


def _are_words(texts: Sequence[str]) -> bool:
    """Whether most rows are one word each; a word said in a loop counts once."""
    words = [text for text in texts if " " not in text.strip()]
    if 2 * len(words) <= len(texts):
        return False
    return 2 * len({text.strip() for text in words}) > len({text.strip() for text in texts})


def _are_turns(rows: Columns) -> bool:
    """Whether captions are turns already, as where an episode was written as captions: each names
    its speaker and lasts until a later one begins, nine of ten end a sentence (or with a stage
    direction), and one is long."""
    if not all(rows.names) or NOBODY_NAME in rows.names:
        return False
    if not any(len(text) > _LONG for text in rows.texts) or None in rows.starts:
        return False
    times = list(zip(rows.starts, rows.ends, strict=True))
    are_adjoined = all(here[1] == next[0] or here == next for here, next in pairwise(times))
    whole = sum(ends_sentence(_DIRECTION.sub("", text).rstrip()) for text in rows.texts)
    return are_adjoined and 10 * whole >= 9 * len(times)


def _in_time(rows: Columns, draft: Draft, tally: Tally) -> Columns:
    """The rows in their order, without the starts that run backwards."""
    told = [start for start in rows.starts if start is not None]
    if all(map(int.__le__, told, told[1:])):
        return rows
    starts = in_order(rows.starts)
    for row, (before, after) in enumerate(zip(rows.starts, starts, strict=True)):
        if before != after:
            line = draft.utterances[rows.origins[row]].line
            tally.count(line, "a time that runs backwards is left out")
    return rows._replace(starts=starts)


def _borders(draft: Draft, options: ReadOptions, rows: Columns, tally: Tally) -> list[Border]:
    """Where segments begin: at the headings of the text, else at the chapters from elsewhere."""
    if draft.headings:
        if options.chapters:
            what = "a chapter from elsewhere is left out: the text has headings"
            tally.count(1, what, len(options.chapters))
        return list(_borders_of_headings(draft, rows))
    if options.chapters and not any(start is not None for start in rows.starts):
        tally.count(1, "a chapter is left out: no words tell their time", len(options.chapters))
        return []
    return borders_of_chapters(options.chapters, rows.starts) if options.chapters else []


def _borders_of_headings(draft: Draft, rows: Columns) -> Iterator[Border]:
    row = 0
    for heading in sorted(draft.headings, key=lambda heading: heading.before):
        while row < len(rows.origins) and rows.origins[row] < heading.before:
            row += 1
        yield Border(row, title_line(heading.title), sane(heading.start))


def _joined(rows: Columns, begins: Collection[int], are_words: bool) -> list[Paragraph]:
    """Captions as paragraphs; of single words with the blank before each, one without a blank goes
    on with the word above."""
    bare = sum(text[:1] not in " \xa0" for text in rows.texts) if are_words else 0
    are_parts = are_words and 2 * bare < len(rows.texts)
    glued = glues(rows.texts, are_parts) if are_parts else None
    flat = [" ".join(text.split()) for text in rows.texts]
    return paragraphs_of(
        rows._replace(texts=flat), glued if are_parts else glues(flat, are_parts), begins
    )


def _continued(rows: Columns, told: Sequence[bool], begins: Collection[int]) -> list[Paragraph]:
    """Paragraphs of an author: one without a name and a time of its own goes on with the turn above
    it, which has named somebody."""
    heads = [
        row
        for row, (is_told, name, start) in enumerate(
            zip(told, rows.names, rows.starts, strict=True)
        )
        if is_told or start is not None or name == NOBODY_NAME or row in begins or not row
    ]
    paragraphs: list[Paragraph] = []
    for begin, end in pairwise([*heads, len(told)]):
        text = rows.texts[begin]
        if end - begin == 1 and len(text) < _LONGEST:
            paragraphs.append(Paragraph(begin, begin, _body(text)))
        else:
            paragraphs += _put_together(rows.texts[begin:end], begin)
    return paragraphs


def _whole(rows: Columns, are_lines: bool) -> Iterator[Paragraph]:
    """Each row by itself: in one line, or with its paragraphs."""
    for row, text in enumerate(rows.texts):
        if are_lines:
            yield Paragraph(row, row, " ".join(text.split()))
        else:
            yield from _put_together([text], row)


def _put_together(texts: Sequence[str], first: int) -> Iterator[Paragraph]:
    """Texts as the paragraphs of one, of several where that would be longer than a turn can be."""
    bodies = [_body(text) for text in texts]
    if sum(map(len, bodies)) < _LONGEST:
        yield Paragraph(first, first + len(texts) - 1, "\n\n".join(bodies))
        return
    rows: list[int] = []
    parts: list[str] = []
    size = 0
    for row, body in enumerate(bodies, start=first):
        for part in body.split("\n\n"):
            if parts and size + len(part) > _LONGEST:
                yield Paragraph(rows[0], rows[-1], "\n\n".join(parts))
                rows, parts, size = [], [], 0
            rows.append(row)
            parts.append(part)
            size += len(part) + 2
    yield Paragraph(rows[0], rows[-1], "\n\n".join(parts))


def _body(text: str) -> str:
    """Paragraphs as a turn has them; the lines of an author are kept apart."""
    if "\n" not in text:
        return text.strip()
    return "\n\n".join([line.strip() for line in as_body(text).split("\n\n")])
