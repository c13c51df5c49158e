"""Markdown inside a line as plain text: emphasis, code, links, footnotes and escapes undone.

One pass over the signs of a text, by hand: what a text of a megabyte of one sign costs is linear.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from html import unescape
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.episode.web_address import refusal

_SIGNS = "\\*_[<`&"
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_LONG = 1000
_SIGN_BUT_ESCAPE = re.compile(r"[*_<`&]|(?<!\\)\[")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PIECE = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|<[^<>\n]{1,2100}>|!?\[|\]|\*+|_+|&#?\w{1,31};|https?://[^\s<>\"`]+"
)
_DESTINATION = re.compile(
    r"\([ ]?<?((?:[^\s()<>]|\([^\s()<>]{0,300}\)){0,2100}+)>?"
    r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?[ ]?\)"
)
_LABEL = re.compile(r"\[([^\[\]\n]{0,100})\]")
_WEB = re.compile(r"https?://[^\s<>\"`]+", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|audio|b|big|blockquote|br|center|cite|code|del|details|dd|div|dl|dt|em|figure"
    r"|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub|summary"
    r"|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|video|wbr)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:br|p|div|hr)\b", re.IGNORECASE)
_TRAILING = ".,;:!?'*_]"
_LONGEST = 2048


class Plain(NamedTuple):
    """A text without its markup, what it links to, and how many pictures it showed."""

    text: str
    sources: tuple[Source, ...] = ()
    images: int = 0


References = Mapping[str, Sequence[Source]]
"""What a label in brackets leads to: `^1` of a footnote, `name` of a link."""


def is_plain(text: str) -> bool:
    """Whether a text is the same read as Markdown and as plain text, and has no address."""
    if len(text) > _LONG:  # where looking for one sign after the other is much faster
        return "://" not in text and not any(sign in text for sign in _SIGNS)
    return not _SIGN.search(text) and "://" not in text


def plain(text: str, references: References | None = None) -> Plain:
    """A text of Markdown as it is read; bare addresses stay in it and are sources too."""
    if not _SIGN.search(text):
        return Plain(text, web_sources(text)) if "://" in text else Plain(text)
    if "\\" in text and "://" not in text and not _SIGN_BUT_ESCAPE.search(text):
        return Plain(_ESCAPE.sub(r"\1", text))
    return _Reading(text, references or {}).whole()


def web_sources(text: str) -> tuple[Source, ...]:
    """The web addresses that stand in a text, each once, where they may be opened."""
    found = (Source(url=trimmed(match[0])) for match in _WEB.finditer(text))
    return tuple(dict.fromkeys(source for source in found if not refusal(source.url)))


def trimmed(address: str) -> str:
    """An address in running text, without the punctuation that ends its sentence."""
    if len(address) > _LONGEST:
        return address
    bare = address.rstrip(_TRAILING)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(_TRAILING)
    return bare


class _Reading:
    """The signs of one text, read from its beginning to its end."""

    def __init__(self, text: str, references: References) -> None:
        self._text = text
        self._references = references
        self._out: list[str] = []
        self._brackets: list[tuple[int, bool]] = []  # pieces of `[`, and whether a picture's
        self._openers: dict[str, list[list[int]]] = {"*": [], "_": []}  # piece, signs not met yet
        self._ticks: dict[int, list[int]] | None = None
        self._sources: dict[Source, None] = {}
        self._images = 0

    def whole(self) -> Plain:
        text, at = self._text, 0
        while piece := _PIECE.search(text, at):
            if piece.start() > at:
                self._out.append(text[at : piece.start()])
            at = self._read(piece[0], piece.start(), piece.end())
        self._out.append(text[at:])
        for sign, openers in self._openers.items():
            for index, left in openers:
                self._out[index] = sign * left
        return Plain("".join(self._out), tuple(self._sources), self._images)

    def _read(self, piece: str, start: int, end: int) -> int:
        """Where the text goes on after a piece."""
        first = piece[0]
        if first in "*_":
            self._emphasis(piece, start, end)
        elif first == "\\":
            self._out.append(piece[1])
        elif first == "`":
            return self._code(piece, end)
        elif piece == "]":
            return self._closing(end)
        elif first in "![":
            return self._opening(piece, end)
        elif first == "<":
            self._angled(piece)
        elif first == "&":
            self._out.append(unescape(piece))
        else:
            return self._address(piece, start)
        return end

    def _address(self, piece: str, start: int) -> int:
        """An address in the text; where it stands in brackets it ends with them."""
        inside = piece.partition("](")[0] if self._brackets else piece
        shown = trimmed(inside)
        url = _ESCAPE.sub(r"\1", shown)
        self._cite(url)
        self._out.append(url)
        return start + len(shown)

    def _cite(self, url: str) -> None:
        if not refusal(url):
            self._sources[Source(url=url)] = None

    def _angled(self, piece: str) -> None:
        if _WEB.fullmatch(piece[1:-1]):
            self._cite(piece[1:-1])
            self._out.append(piece[1:-1])
        elif not _TAG.fullmatch(piece):
            self._out.append(piece)
        elif _BREAK.match(piece):
            self._out.append(" ")

    def _code(self, ticks: str, end: int) -> int:
        """Code between as many backticks as opened it stays as it is."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        places = self._ticks.get(len(ticks), [])
        index = bisect_left(places, end)
        if index == len(places):
            self._out.append(ticks)
            return end
        self._out.append(self._text[end : places[index]].strip())
        return places[index] + len(ticks)

    def _opening(self, piece: str, end: int) -> int:
        label = _LABEL.match(self._text, end - 1)
        if label and label[1].startswith("^") and label[1] in self._references:
            self._sources.update(dict.fromkeys(self._references[label[1]]))
            return label.end()
        self._brackets.append((len(self._out), piece[0] == "!"))
        self._out.append(piece)
        return end

    def _closing(self, end: int) -> int:
        """A closed bracket is a link where an address or a known label follows."""
        if not self._brackets:
            self._out.append("]")
            return end
        opened, is_image = self._brackets.pop()
        destination = _DESTINATION.match(self._text, end)
        if destination is not None:
            self._link(opened, is_image, _ESCAPE.sub(r"\1", destination[1]))
            return destination.end()
        label = _LABEL.match(self._text, end)
        name = label[1] if label and label[1] else self._tail(opened)
        if not is_image and name.casefold() in self._references:
            self._out[opened] = ""
            self._sources.update(dict.fromkeys(self._references[name.casefold()]))
            return label.end() if label else end
        self._out.append("]")
        return end

    def _tail(self, opened: int) -> str:
        """What stands in brackets, where that is short enough to be a label."""
        return "".join(self._out[opened + 1 :]) if len(self._out) - opened < 10 else ""

    def _link(self, opened: int, is_image: bool, url: str) -> None:
        self._out[opened] = ""
        if is_image:
            del self._out[opened:]
            self._images += 1
            for pieces in self._openers.values():
                while pieces and pieces[-1][0] >= opened:
                    pieces.pop()
        else:
            self._cite(url)

    def _emphasis(self, run: str, start: int, end: int) -> None:
        """Signs that open and signs that close go, as many as meet; others are text."""
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        opens, closes = not after.isspace(), not before.isspace()
        if run[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        left, openers = len(run), self._openers[run[0]]
        while closes and left and openers:
            met = min(left, openers[-1][1])
            left -= met
            openers[-1][1] -= met
            if not openers[-1][1]:
                self._out[openers.pop()[0]] = ""
        if left and opens:
            openers.append([len(self._out), left])
        self._out.append(run[:left])
