"""Escapes in pasted text, which Textual's parser takes for keys.

What came before them would be lost, and what follows would be typed: words as commands, a line
break as enter. Most terminals paste no escape; tmux and some others do.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast
from weakref import WeakKeyDictionary

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_STAND_IN = "␛"  # as in all safe text


class PastedEscapes:
    """Makes a stand-in of every escape in pasted text, as it comes from a terminal in pieces."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._before = ""  # the last that was typed: a paste may begin in it
        self._held = ""  # the last that was pasted, where that may be the beginning of its end

    def replaced(self, data: str) -> str:
        """What is to be parsed of a piece; less where the next one has to tell, perhaps nothing."""
        return "".join(self._parts(data))

    def _parts(self, data: str) -> Iterator[str]:
        while data:
            part, data = (self._pasted if self._is_pasting else self._typed)(data)
            yield part

    def _typed(self, data: str) -> tuple[str, str]:
        """All up to a paste, and what is left."""
        seen = self._before + data
        at = seen.find(_BEGIN)
        self._is_pasting = at >= 0
        if not self._is_pasting:
            self._before = seen[1 - len(_BEGIN) :]
            return data, ""
        begin = at + len(_BEGIN) - len(self._before)
        self._before = ""
        return data[:begin], data[begin:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """All up to the end of a paste, and what is left."""
        text, end, rest = (self._held + data).partition(_END)
        self._is_pasting = not end
        self._held = "" if end else _beginning_of_end(text)
        return text.removesuffix(self._held).replace("\x1b", _STAND_IN) + end, rest


def _beginning_of_end(text: str) -> str:
    lengths = range(len(_END) - 1, 0, -1)
    return next((_END[:length] for length in lengths if text.endswith(_END[:length])), "")


def keep_escapes_from_keys() -> None:
    """Have every parser of a terminal's input see no escape in pasted text."""
    cast(Any, XTermParser).feed = _feed


_parse = XTermParser.feed
_pastes: WeakKeyDictionary[XTermParser, PastedEscapes] = WeakKeyDictionary()


def _feed(parser: XTermParser, data: str) -> Iterable[Message]:
    replaced = _pastes.setdefault(parser, PastedEscapes()).replaced(data)
    # to the parser, nothing is the end of all input
    return _parse(parser, replaced) if replaced or not data else ()
