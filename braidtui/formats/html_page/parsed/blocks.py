"""The blocks of a page, in order: names, times, headings, and paragraphs with their links."""

import re
from typing import TYPE_CHECKING, NamedTuple

from braidtui.episode.model import Source
from braidtui.episode.web_address import refusal
from braidtui.formats.html_page.parsed.block import Block, Cell, Kind
from braidtui.formats.html_page.stamps import (
    Attributes,
    clock_of,
    mark_of,
    start_of,
    told_start,
)
from braidtui.formats.html_page.whereabouts import is_beside, is_transcript_box
from braidtui.formats.reading.titles import title_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE = frozenset({"p", "li", "dd", "blockquote", *_HEADINGS})
_LEFT_OUT = frozenset({"nav", "footer", "aside"})
_BLOCKS = frozenset(
    {"body", "dt", "div", "section", "article", "main", "header", "hr", "ul", "ol", "dl", "pre"}
    | _PROSE
    | _LEFT_OUT
)
_CALLED = frozenset({"div", "section", "header", "ul", "ol", "dl", "li", "p"})
_BARE = frozenset({"b", "strong", "em", "i"})
_MOST_BESIDE = 20  # elements in each other
_LONGEST_NAME = 100
_LONGEST_MARK = 1000  # with the blanks of an indented page
_OTHER_BLANKS = "\n\t\f\r"
_BLANKS = re.compile(" {2,}+")
_AROUND_BREAK = re.compile(r" *+\v[ \v]*+")


def read_blocks(body: "LexborNode") -> list[Block]:
    """Every block of the body; the tree is walked without recursion."""
    return _Walk().blocks(body)


class _Open(NamedTuple):
    """An element that is not over: the mark it says to hold, and what it changes around it."""

    mark: Kind | None
    is_first: bool  # in its block
    is_transcript: bool
    is_out: bool
    beside: tuple[int, ...]  # of what is around it
    attributes: Attributes


class _Walk:
    """The block being gathered while the tree is walked."""

    def __init__(self) -> None:
        self._found: list[Block] = []
        self._texts: list[str] = []
        self._letters = 0  # how long the texts are that are no blanks
        self._sources: list[Source] = []
        self._links: list[tuple[str, int]] = []
        self._lead = ""
        self._begins_bold = False
        self._line = 1
        self._tag = "body"
        self._start: int | None = None  # of the next words, as an attribute tells it
        self._inside = 0
        self._out = 0
        self._beside: tuple[int, ...] = ()
        self._met_beside = 0
        self._open: list[_Open] = []
        self._after: Kind | None = None
        self._row = 0  # how many rows of tables, or rules, have begun
        self._column = -1
        self._cell: Cell | None = None

    def blocks(self, body: "LexborNode") -> list[Block]:
        node, depth = body, 0
        while True:
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag == "br":
                self._texts.append("\v")
            elif not tag.startswith(("-", "!")):
                self._enter(node, tag)
                if (child := node.child) is not None:
                    node, depth = child, depth + 1
                    continue
                self._leave(node, tag)
            while (following := node.next) is None or depth == 0:
                if depth == 0 or (parent := node.parent) is None:
                    return self._found
                node, depth = parent, depth - 1
                self._leave(node, node.tag or "")
            node = following

    def _enter(self, node: "LexborNode", tag: str) -> None:
        if tag in _BARE:
            self._begins_bold = tag not in ("em", "i") and not self._letters
            return
        attributes = node.attributes
        if tag in _BLOCKS:
            self._flush()
            self._tag = tag
            self._line = int(attributes.get("l") or self._line)
            self._count_cell(tag)
        is_transcript = is_transcript_box(attributes)
        is_out = tag in _LEFT_OUT and not (is_transcript and tag == "aside")
        self._inside += is_transcript
        self._out += is_out
        around = self._beside
        if is_transcript:
            self._beside = ()
        elif tag in _CALLED and is_beside(attributes):
            self._met_beside += 1
            self._beside = (*around, self._met_beside) if len(around) < _MOST_BESIDE else around
        if self._start is None and len(attributes) > 1:
            self._start = told_start(attributes)
        mark = mark_of(tag, attributes)
        if mark and self._tag not in _PROSE:
            self._flush()
        is_first = not self._letters
        if mark and is_first:
            self._line = int(attributes.get("l") or self._line)
        self._open.append(_Open(mark, is_first, is_transcript, is_out, around, attributes))
        if tag == "a":
            self._links.append((attributes.get("href") or "", len(self._texts)))

    def _leave(self, node: "LexborNode", tag: str) -> None:
        if tag in _BARE:
            if self._begins_bold and tag not in ("em", "i"):
                self._lead = self._shown()
            self._begins_bold = False
            return
        mark, is_first, is_transcript, is_out, around, attributes = self._open.pop()
        if tag == "a" and self._links:
            self._cite_link(*self._links.pop())
        if mark and is_first:
            self._take_mark(node, mark, tag, attributes)
        if tag in _BLOCKS:
            self._flush(ends=tag == "p")
            self._tag = "body"
            if tag == "li":
                self._cell = None
        self._inside -= is_transcript
        self._out -= is_out
        self._beside = around

    def _count_cell(self, tag: str) -> None:
        if tag == "hr":
            self._row += 1
            self._column = -1
        elif tag == "li":
            self._column += 1
            self._cell = Cell(self._row, self._column)

    def _take_mark(self, node: "LexborNode", kind: Kind, tag: str, attributes: Attributes) -> None:
        """A name or a time that begins a block; where it is words like others, nothing."""
        if self._letters > _LONGEST_MARK:
            return
        text, start = self._shown(), None
        if kind == "time":
            fits = (start := start_of(text, attributes)) is not None
        else:
            fits = 0 < len(text) <= _LONGEST_NAME and "\n" not in text
            fits = fits and self._is_name(node, tag, text)
        if fits:
            if text:
                self._keep(kind, text, tag, start)
            self._start_anew(after=kind)

    def _is_name(self, node: "LexborNode", tag: str, text: str) -> bool:
        """In a paragraph a work may be cited as well: only a colon tells a name from its title."""
        if tag != "cite" or self._tag not in _PROSE or text.endswith(":"):
            return True
        following = node.next
        return following is not None and (
            following.tag == "time" or (following.text_content or "").lstrip().startswith(":")
        )

    def _cite_link(self, address: str, begin: int) -> None:
        title = title_line(_plain("".join(self._texts[begin:])))
        is_web = address.lower().startswith(("http:", "https:")) and not refusal(address)
        if is_web and clock_of(title) is None:
            self._sources.append(Source(address, "" if title == address else title))

    def _add(self, text: str) -> None:
        self._texts.append(text)
        if text and not text.isspace() and not (self._after == "name" and text.strip() == ":"):
            self._letters += len(text)

    def _shown(self) -> str:
        if not self._letters:
            return ""
        text = _plain("".join(self._texts))
        return text.removeprefix(":").lstrip() if self._after == "name" else text

    def _flush(self, ends: bool = False) -> None:
        if not ends and not self._texts:
            self._after = None
            return
        text = self._shown()
        if text or (ends and not self._after):
            kind: Kind = "heading" if self._tag in _HEADINGS else "words"
            self._keep(kind, text, self._tag, self._start)
            self._start = None
        self._start_anew()

    def _keep(self, kind: Kind, text: str, tag: str, start: int | None = None) -> None:
        sources = tuple(dict.fromkeys(self._sources)) if self._sources else ()
        is_inside, is_out = self._inside > 0, self._out > 0
        self._found.append(
            Block(
                *(kind, text, tag, self._line, self._lead, sources),
                *(is_inside, is_out, start, self._cell, self._beside),
            )
        )

    def _start_anew(self, after: Kind | None = None) -> None:
        self._texts.clear()
        self._letters = 0
        self._lead = ""
        if self._sources:
            self._sources.clear()
        if self._links:
            self._links = [(address, 0) for address, _ in self._links]
        self._after = after


def _plain(text: str) -> str:
    """A text as a browser shows it: runs of blanks are one, and a line break is a line feed."""
    for blank in _OTHER_BLANKS:
        text = text.replace(blank, " ")
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    shown = text.strip(" \v")
    return _AROUND_BREAK.sub("\n", shown) if "\v" in shown else shown
