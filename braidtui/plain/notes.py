"""What the reader kept, as plain lines: by episode and segment, each with the way back to it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from braidtui.episode.safe_text import as_body, clean_line
from braidtui.episode.timecode import format_clock
from braidtui.library.target_names import for_a_shell
from braidtui.notebook.attaching import Part
from braidtui.notebook.gathering import Gathered, OfEpisode
from braidtui.notebook.grouping import are_same_words, grouped
from braidtui.notebook.kept import Kind
from braidtui.plain.paragraphs import Page, Piece, body_lines, flowed, hanging_lines
from braidtui.typeset.cells import elided
from braidtui.typeset.heads import dispatch_from

NOT_THERE = "not in the text any more"
_INDENT = "  "
_TOLD = re.compile(r"@[\d:.]+$")  # a target that tells a time


def note_lines(gathered: OfEpisode, page: Page) -> Iterator[str]:
    """The lines of one episode, as wide as the page; only targets and troubles stay whole."""
    yield from _head(gathered, page)
    title = ""
    for segment, things in groupby(gathered.things, key=lambda one: one.segment):
        if segment != title:
            title = segment
            yield ""
            yield from map(page.ink.bold, hanging_lines(f"── {title}", page.width, "   "))
        for group in _in_order(grouped(things)):
            yield ""
            yield from _group_lines(group, page)


def _in_order(groups: list[list[Gathered]]) -> list[list[Gathered]]:
    """What is gone from the text ends its segment."""
    return sorted(groups, key=lambda group: group[0].is_attached is False and not group[0].spans)


def _group_lines(group: Sequence[Gathered], page: Page) -> Iterator[str]:
    """The words of the first, and below them what else is on them."""
    lead = group[0]
    same = [one for one in group if one.kept.kind is Kind.MARK or are_same_words(one, lead)]
    yield from flowed(_pieces(lead, same, page), page.width)
    there = [part for part in lead.parts if part.spans or not lead.spans]
    yield from body_lines(_words(lead, there), page.width, _INDENT)
    if gone := [part for part in lead.parts if part not in there]:
        yield from flowed(_gone_pieces(gone, page), page.width)
        yield from body_lines(_words(lead, gone), page.width, _INDENT)
    for one in group:
        if one not in same and one.kept.kind is not Kind.NOTE:
            words = f"{one.kept.kind.value.capitalize()}: {_words(one, one.parts)}"
            yield from body_lines(words, page.width, 2 * _INDENT)
        yield from _note(one.kept.note, page)


def _head(gathered: OfEpisode, page: Page) -> Iterator[str]:
    episode = gathered.episode
    if which := dispatch_from(episode.show, episode.number, episode.date):
        yield from hanging_lines(which, page.width, _INDENT)
    yield from map(page.ink.bold, hanging_lines(episode.title, page.width))
    if gathered.trouble:
        yield page.ink.styled("31", gathered.trouble)


def _pieces(one: Gathered, same: Sequence[Gathered], page: Page) -> Iterator[Piece]:
    """Where it stands, who says it, and what it is, with what else is on the same words."""
    ink, room = page.ink, page.width - len(_INDENT)
    parts = [part for part in one.parts if part.spans] or one.parts
    if one.target:
        yield Piece(clean_line(for_a_shell(one.target)), ink.bold)
    if one.start is not None and not _TOLD.search(one.target):
        yield Piece(format_clock(one.start), ink.dim)
    yield Piece(elided(_names(parts), room), str)
    kinds = dict.fromkeys(_kind(it) for it in same)
    yield Piece(", ".join(kinds), ink.dim)
    if one.is_attached is False and not one.spans:
        yield Piece(NOT_THERE, lambda text: ink.styled("31", text))


def _gone_pieces(gone: Sequence[Part], page: Page) -> Iterator[Piece]:
    """When the words that are gone were said, and by whom."""
    ink = page.ink
    if gone[0].anchor.start is not None:
        yield Piece(format_clock(gone[0].anchor.start), ink.dim)
    yield Piece(elided(_names(gone), page.width - len(_INDENT)), str)
    yield Piece(NOT_THERE, lambda text: ink.styled("31", text))


def _kind(one: Gathered) -> str:
    return f"mark {one.kept.mark}" if one.kept.kind is Kind.MARK else one.kept.kind.value


def _names(parts: Sequence[Part]) -> str:
    return ", ".join(dict.fromkeys(part.anchor.speaker for part in parts if part.anchor.speaker))


def _words(one: Gathered, parts: Sequence[Part]) -> str:
    """The words, each turn with its name where several speak; a mark has only its first ones."""
    several = len({part.anchor.speaker for part in parts}) > 1
    texts = (
        f"{part.anchor.speaker}: {part.anchor.text}" if several else part.anchor.text
        for part in parts
    )
    text = as_body("\n\n".join(texts))
    return f"{text} …" if one.kept.kind is Kind.MARK else text


def _note(note: str, page: Page) -> Iterator[str]:
    """A note with its line breaks, deeper than the words."""
    for line in f"Note: {note}".split("\n") if note else ():
        yield from body_lines(line, page.width, 2 * _INDENT) if line else [""]
