"""Hits as plain lines: where each is and who says it, and the sentence with the words found."""

from collections.abc import Iterator
from typing import NamedTuple

from braidtui.find.finder import Finder, Span
from braidtui.library.search.results import Hit
from braidtui.library.search.snippets import Snippet
from braidtui.plain.ink import Ink
from braidtui.plain.links import linked
from braidtui.plain.paragraphs import Page, Piece, flowed
from braidtui.typeset.cells import elided
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.wrap import wrap

_INDENT = "  "


class ShownHit(NamedTuple):
    """A hit as it is printed.

    `finder` finds the words in its titles; `style` is that of its speaker, `url` the page of its
    episode.
    """

    hit: Hit
    target: str
    snippet: Snippet
    finder: Finder
    style: str = ""
    url: str = ""


def hit_lines(shown: ShownHit, page: Page) -> Iterator[str]:
    """A head and the snippet below it, no wider than the page but for the target: that is whole."""
    yield from flowed(_head(shown, page), page.width)
    for line in wrap(shown.snippet.text, page.width - len(_INDENT)):
        yield _INDENT + _marked(shown.snippet, line, page.ink)


def _head(shown: ShownHit, page: Page) -> Iterator[Piece]:
    hit, ink, room = shown.hit, page.ink, page.width - len(_INDENT)
    yield Piece(shown.target, lambda text: linked(ink.bold(text), shown.url))
    if hit.entry.date:
        yield Piece(hit.entry.date.isoformat(), ink.dim)
    name = f"{glyph(hit.cast_index)} {hit.speaker.name}"
    yield Piece(elided(name, room), lambda text: ink.styled(shown.style, text))
    for title in _titles(shown):
        yield _title(elided(title, room), shown.finder, ink)


def _titles(shown: ShownHit) -> Iterator[str]:
    """That of the segment, and of the episode where a word found above its first turn is in it."""
    hit, title = shown.hit, shown.hit.entry.title
    if hit.turn == 0 and shown.finder.spans(title) and hit.segment_title:
        yield title
    yield hit.segment_title or title


def _title(text: str, finder: Finder, ink: Ink) -> Piece:
    snippet = Snippet(text, tuple(finder.spans(text)))
    return Piece(text, lambda text: _marked(snippet, (0, len(text)), ink))


def _marked(snippet: Snippet, line: Span, ink: Ink) -> str:
    """A line of a snippet, what of the spans stands on it marked."""
    begin, end = line
    parts = []
    for first, last in snippet.spans:
        if first < end and last > begin:
            parts.append(snippet.text[begin : max(begin, first)])
            parts.append(ink.marked(snippet.text[max(begin, first) : min(last, end)]))
            begin = min(last, end)
    return "".join([*parts, snippet.text[begin:end]])
