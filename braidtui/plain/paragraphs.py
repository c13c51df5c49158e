"""Texts as wrapped lines on a page: so many cells wide, in colour or without."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from braidtui.plain.ink import Ink
from braidtui.typeset.cells import cell_len
from braidtui.typeset.wrap import wrap, wrap_body

_INDENT = _GAP = "  "


class Page(NamedTuple):
    """Where lines go: how many cells they may have, and the ink."""

    width: int
    ink: Ink


class Piece(NamedTuple):
    """A part of a line that is never broken, and what colours it."""

    text: str
    paint: Callable[[str], str]


def hanging_lines(text: str, width: int, indent: str = "") -> list[str]:
    """One paragraph in `width` cells; the lines after the first start with `indent`."""
    if not indent:
        return [text[begin:end] for begin, end in wrap(text, width)]
    begin, end = wrap(text, width)[0]
    rest = text[end:].lstrip(" ")
    further = hanging_lines(rest, width - len(indent)) if rest else []
    return [text[begin:end], *(indent + line for line in further)]


def body_lines(text: str, width: int, indent: str) -> Iterator[str]:
    """A text of paragraphs in `width` cells, every line indented, with blank lines between."""
    for span in wrap_body(text, width - len(indent)):
        yield "" if span is None else indent + text[span[0] : span[1]]


def flowed(pieces: Iterable[Piece], width: int) -> Iterator[str]:
    """The pieces side by side, those for which there is no room on lines below, indented."""
    line, cells = "", 0
    for text, paint in pieces:
        if line and cells + len(_GAP) + cell_len(text) > width:
            yield line
            line, cells = _INDENT + paint(text), len(_INDENT) + cell_len(text)
        else:
            cells += cell_len(text) + (len(_GAP) if line else 0)
            line = joined(_GAP, line, paint(text))
    yield line


def joined(blank: str, *texts: str) -> str:
    """The texts that are not empty, with `blank` between them."""
    return blank.join(text for text in texts if text)
