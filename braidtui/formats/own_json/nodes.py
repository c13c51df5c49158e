"""The nodes of a JSON text: those of an episode file, so that one reader of contents reads both.

One pass, in which every limit of the episode file is met. A number stays the text it is. A key with
null is a key that is not there. The grammar is that of RFC 8259.
"""

import re
from collections.abc import Callable
from json import JSONDecodeError, JSONDecoder
from typing import Any

from braidtui.episode.reading.nodes import (
    MAX_DEPTH,
    MAX_SCALAR_BYTES,
    MAX_VALUES,
    Mapping,
    Node,
    Scalar,
    Sequence,
)
from braidtui.episode.reading.places import Lines, quoted

_TOKEN = re.compile(
    r"[ \t\n\r]*([{}\[\]:,\"]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|)",
    re.ASCII,
)
_WORD = re.compile(r"[\w.+-]{1,20}")
_FINE_FRACTION = re.compile(r"(\d+\.\d{9})\d+", re.ASCII)  # sums of floats have one
_MEANINGS = {  # how the words of Python's decoder begin, what they mean
    "Unterminated string": "this quote is never closed",
    "Invalid control character": "inside a text, a line break or a control character is an escape",
    "Invalid \\escape": "unknown escape: a backslash is written \\\\",
    "Invalid \\u": "this escape lacks hexadecimal digits",
}


class UnreadableJsonError(Exception):
    """A text is no JSON, or passes a limit; tells the code point and why in words."""

    def __init__(self, index: int, words: str) -> None:
        self.index, self.words = index, words
        super().__init__(words)


def json_nodes(text: str, lines: Lines) -> Node:
    """The root of a JSON text; raises UnreadableJsonError."""
    return _Builder(text, lines).root()


class _Builder:
    """Makes nodes of tokens; `_at` is where the next token is sought."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text, self._lines = text, lines
        self._at = 0
        self._budget = MAX_VALUES
        self._decode: Callable[[str, int], tuple[str, int]] = JSONDecoder().raw_decode

    def root(self) -> Node:
        root = self._node(*self._next(), 0)
        token, index = self._next()
        if token or index < len(self._text):
            raise UnreadableJsonError(index, "JSON syntax: text after the end of the document")
        return root

    def _next(self) -> tuple[str, int]:
        """The next token and where it is; "" for what is none, and for the end."""
        match = _TOKEN.match(self._text, self._at)
        assert match is not None  # it matches the empty text too
        self._at = match.end()
        return match[1], match.start(1)

    def _node(self, token: str, index: int, depth: int) -> Node:
        self._budget -= 1
        if self._budget < 0:
            raise UnreadableJsonError(index, f"more than {MAX_VALUES:,} values in the file")
        if token == '"':
            return Scalar(index, self._string(index), plain=False)
        if token in {"{", "["}:
            if depth == MAX_DEPTH:
                raise UnreadableJsonError(index, f"nested deeper than {MAX_DEPTH} levels")
            return (self._mapping if token == "{" else self._sequence)(index, depth + 1)
        if not token or token in "}]:,":
            raise self._expected("a value", index)
        return Scalar(index, "" if token == "null" else _number(token), plain=True)

    def _sequence(self, index: int, depth: int) -> Sequence:
        items: list[Any] = []
        token, at = self._next()
        while token != "]" or items:
            items.append(self._node(token, at, depth))
            token, at = self._next()
            if token == "]":
                break
            if token != ",":
                raise self._expected("a comma or ]", at)
            token, at = self._next()
        return Sequence(index, items, flow=False)

    def _mapping(self, index: int, depth: int) -> Mapping:
        mapping = Mapping(index, {}, {}, [], flow=False)
        token, at = self._next()
        while token != "}" or mapping.key_indices:
            if token != '"':
                raise self._expected("a key in double quotes", at)
            self._pair(mapping, at, depth)
            token, at = self._next()
            if token == "}":
                break
            if token != ",":
                raise self._expected("a comma or }", at)
            token, at = self._next()
        return mapping

    def _pair(self, mapping: Mapping, index: int, depth: int) -> None:
        key = self._string(index)
        token, at = self._next()
        if token != ":":
            raise self._expected("a colon", at)
        node = self._node(*self._next(), depth)
        if key in mapping.key_indices:
            first = self._lines.line(mapping.key_indices[key])
            words = f"the key {quoted(key)} is given twice (first on line {first})"
            mapping.faults.append((index, words))
            return
        mapping.key_indices[key] = index
        if not (isinstance(node, Scalar) and node.plain and not node.value):
            mapping.nodes[key] = node

    def _string(self, index: int) -> str:
        try:
            text, self._at = self._decode(self._text, index)
        except JSONDecodeError as error:
            fitting = (it for start, it in _MEANINGS.items() if error.msg.startswith(start))
            words = next(fitting, error.msg)
            raise UnreadableJsonError(error.pos, f"JSON syntax: {words}") from None
        if len(text) > MAX_SCALAR_BYTES >> 2 and _size(text) > MAX_SCALAR_BYTES:
            words = f"a text longer than {MAX_SCALAR_BYTES >> 20} MiB"
            raise UnreadableJsonError(index, words)
        return text

    def _expected(self, what: str, index: int) -> UnreadableJsonError:
        if index == len(self._text):
            return UnreadableJsonError(index, "JSON syntax: the text ends here: is it whole?")
        word = _WORD.match(self._text, index)
        found = quoted(word[0] if word else self._text[index])
        return UnreadableJsonError(index, f"JSON syntax: {what} is expected here, not {found}")


def _number(token: str) -> str:
    """A number as the text of a scalar, with no more digits than a time may have."""
    fine = _FINE_FRACTION.fullmatch(token)
    return fine[1] if fine else token


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
