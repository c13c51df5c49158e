"""Finding by a regular expression, which cannot hang: RE2 needs time in line with the text."""

import re
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import re2

from braidtui.episode.problem import shortened
from braidtui.find.finder import InvalidPattern, Span, TooSlow
from braidtui.find.searched import Form, searched

_MEMORY = 4 << 20  # bytes that an expression may take, compiled and at work
_LARGEST = 5_000  # instructions: where RE2 runs out of memory, each costs 7 ns a byte
_PIECE = 8_192  # code points: all hits together may need time in line with the square of these
_PATIENCE = 0.25  # seconds in one text
_EVERY_LINE = "(?m)"  # ^ and $ are its ends
_ESCAPED = re.compile(r"\\[pP]\{[^}]*\}?|\\[pP]?.|\(\?P?<[^>]*>|\(\?[a-zA-Z-]+|\[:\^?\w+:\]")
_TELLS_CASE = re.compile(r"\\[pP]\{?\^?L[ult]|\[:\^?(?:upper|lower):\]")
_TELLS_SIGNS = re.compile(r"[^\x00-\x7f]|\\[xpP]")


class Expression:
    """Finds what a regular expression matches, within one paragraph or over several.

    Case counts where a capital was typed. Accents and forms of quotes don't, unless the expression
    itself tells such signs. `^` and `$` are the ends of the whole text.
    """

    def __init__(self, typed: str) -> None:
        """`typed` is a line of safe text; raises InvalidPattern."""
        is_cased = bool(_TELLS_CASE.search(typed))
        is_cased = is_cased or any(sign.isupper() for sign in _ESCAPED.sub("", typed))
        self.form = Form.CASED if is_cased else Form.FOLDED
        if _TELLS_SIGNS.search(typed):
            self.form = Form.AS_IS
        self._compiled = _compiled(typed, is_cased)

    def spans(self, text: str) -> list[Span]:
        """Every match that is not empty; those found in time, where it takes too long."""
        within = searched(text, self.form)
        found = []
        try:
            for span in self.spans_in(within.text):
                found.append(within.origin(*span))
        except TooSlow:
            pass
        return found

    def spans_in(self, text: str, begin: int = 0) -> Iterator[Span]:
        """The matches in a text that is in this finder's form; raises TooSlow.

        Of texts joined by NUL none matches over the end of one; `begin` is that of a text.
        """
        end = perf_counter() + _PATIENCE
        text = text.replace("\0", "\n")
        for first, last in _pieces(text, begin):
            for match in self._compiled.finditer(text[first:last]):
                if match.end() > match.start():
                    yield first + match.start(), first + match.end()
                if perf_counter() > end:
                    raise TooSlow

    def count_in(self, text: str) -> int:
        """How many matches a text in this finder's form has; raises TooSlow."""
        return sum(1 for _ in self.spans_in(text))


def _pieces(text: str, begin: int) -> Iterator[Span]:
    """Stretches of whole lines, of a line that is too long whole words if possible."""
    while begin < len(text):
        end = begin + _PIECE
        if end < len(text):
            end = text.rfind("\n", begin, end) + 1 or text.rfind(" ", begin, end) + 1 or end
        yield begin, end
        begin = end


def _compiled(typed: str, is_cased: bool) -> Any:
    re2.purge()  # it keeps many, and each may take that memory
    options = re2.Options()
    options.max_mem = _MEMORY
    options.never_nl = True  # a line is a text of its own
    options.log_errors = False  # would go to the terminal
    options.case_sensitive = is_cased
    try:
        compiled = re2.compile(_EVERY_LINE + typed, options)
    except re2.error as error:
        raise InvalidPattern(_reason(error)) from None
    if compiled.programsize > _LARGEST:
        raise InvalidPattern("too large an expression")
    return compiled


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else b""
    words = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
    return shortened(words.replace(_EVERY_LINE, "", 1))
