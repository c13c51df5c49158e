"""Turns and pull quotes as blocks of Markdown."""

import re
from collections.abc import Iterator, Sequence

from braidtui.episode.model import Quote, Turn
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.sources import source_marks
from braidtui.formats.markdown.text import markdown_paragraphs, markdown_text

_PARENTHESIS = re.compile(r"(\\.)|([()])")  # of a name; a bare one holds the role


def turn_blocks(manuscript: Manuscript, index: int) -> Iterator[str]:
    """The paragraphs of a turn: time, name and role before the first, footnotes after the last."""
    turn = manuscript.episode.turns[index]
    first, *others = map(_no_note, markdown_paragraphs(turn.text) or [""])
    *before, last = [f"**{_head(manuscript, turn)}:** {first}".rstrip(" "), *others]
    yield from before
    marks = source_marks(manuscript, manuscript.numbers.of_turn(index))
    yield last + marks + (f" ^{manuscript.block_ids[index]}" if manuscript.is_for_obsidian else "")


def quote_block(manuscript: Manuscript, quote: Quote, said: Turn | None) -> str:
    """A pull quote with its attribution: who said it, and when."""
    speaker, start = (said.speaker, said.start) if said else (quote.speaker, quote.start)
    name = markdown_text(manuscript.name(speaker))
    attribution = ", ".join(part for part in (name, manuscript.clock(start)) if part)
    return quoted(manuscript, markdown_paragraphs(quote.text), attribution)


def quoted(manuscript: Manuscript, paragraphs: Sequence[str], attribution: str) -> str:
    """Paragraphs (already Markdown) as a quotation, for Obsidian as a callout."""
    if manuscript.is_for_obsidian:
        return "> [!quote] " + "\n>\n> ".join([attribution or "Quote", *paragraphs])
    return "> " + "\n>\n> ".join([*paragraphs, *([f"— {attribution}"] if attribution else [])])


def _no_note(paragraph: str) -> str:
    """A paragraph that is not taken for the note on the words, which ends a document."""
    return paragraph.replace(":", "\\:", 1) if paragraph.startswith("Note: ") else paragraph


def _head(manuscript: Manuscript, turn: Turn) -> str:
    speaker = manuscript.episode.speakers_by_id.get(turn.speaker)
    time = manuscript.clock(turn.start)
    # emphasis begins at no blank of any kind
    shown = markdown_text(manuscript.name(turn.speaker).strip())
    name = _PARENTHESIS.sub(lambda sign: sign[1] or f"\\{sign[2]}", shown)
    role = f" ({markdown_text(speaker.role)})" if speaker and speaker.role else ""
    return f"{f'[{time}] ' if time else ''}{name}{role}"
