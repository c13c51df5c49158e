"""What the reader kept, as plain lines: by episode and segment, each with the way back to it."""

from collections.abc import Iterator

from braidtui.episode.safe_text import as_body, clean_line
from braidtui.episode.timecode import format_clock, format_time
from braidtui.library.target_names import for_a_shell
from braidtui.notebook.gathering import Gathered, OfEpisode
from braidtui.notebook.kept import Kind
from braidtui.plain.paragraphs import Page, Piece, body_lines, flowed, hanging_lines
from braidtui.typeset.cells import elided
from braidtui.typeset.heads import dispatch_from

NOT_THERE = "not in the text any more"
_INDENT = "  "


def note_lines(gathered: OfEpisode, page: Page) -> Iterator[str]:
    """The lines of one episode, as wide as the page; only targets and troubles stay whole."""
    yield from _head(gathered, page)
    title = ""
    for one in gathered.things:
        if one.segment != title:
            title = one.segment
            yield ""
            yield from map(page.ink.bold, hanging_lines(f"── {title}", page.width, "   "))
        yield ""
        yield from flowed(_pieces(one, page), page.width)
        yield from body_lines(_words(one), page.width, _INDENT)
        yield from _note(one.kept.note, page)


def _head(gathered: OfEpisode, page: Page) -> Iterator[str]:
    episode = gathered.episode
    if which := dispatch_from(episode.show, episode.number, episode.date):
        yield from hanging_lines(which, page.width, _INDENT)
    yield from map(page.ink.bold, hanging_lines(episode.title, page.width))
    if gathered.trouble:
        yield page.ink.styled("31", gathered.trouble)


def _pieces(one: Gathered, page: Page) -> Iterator[Piece]:
    """Where it stands, who says it, and what it is."""
    ink, room = page.ink, page.width - len(_INDENT)
    if one.target:
        yield Piece(clean_line(for_a_shell(one.target)), ink.bold)
    if one.start is not None and not one.target.endswith(f"@{format_time(one.start)}"):
        yield Piece(format_clock(one.start), ink.dim)
    yield Piece(elided(one.speaker, room), str)
    what = f"mark {one.kept.mark}" if one.kept.kind is Kind.MARK else one.kept.kind.value
    yield Piece(what, ink.dim)
    if one.is_attached is False:
        yield Piece(NOT_THERE, lambda text: ink.styled("31", text))


def _words(one: Gathered) -> str:
    """The words; a mark has only the first ones of its place."""
    text = as_body(one.kept.text)
    return f"{text} …" if one.kept.kind is Kind.MARK else text


def _note(note: str, page: Page) -> Iterator[str]:
    """A note with its line breaks, deeper than the words."""
    for line in f"Note: {note}".split("\n") if note else ():
        yield from body_lines(line, page.width, 2 * _INDENT) if line else [""]
