"""HTML comments of a Markdown text: for its writers, and so no words of it."""

from collections.abc import Iterator

from braidtui.formats.given import Given
from braidtui.formats.reading.tally import Tally

_OPEN, _CLOSE = "<!--", "-->"
_MOST_BLANKS = 41


def without_comments(given: Given, tally: Tally) -> list[str]:
    """The lines without their comments, at the numbers they had; one never closed is text."""
    if _OPEN not in given.text:
        return given.lines
    return "".join(_kept(given.text, tally)).split("\n")


def _kept(text: str, tally: Tally) -> Iterator[str]:
    at, line = 0, 1
    for opening, end in _comments(text):
        line += text.count("\n", at, opening)
        tally.count(line, "a comment is left out")
        breaks = text.count("\n", opening, end)
        yield text[at:opening]
        yield "\n" * breaks
        line += breaks
        at = end
    yield text[at:]


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends: one within a line ends before the next blank line, and
    one between backticks is code that is talked of."""
    at, closing, blank = 0, 0, 0
    while (opening := text.find(_OPEN, at)) >= 0:
        at = opening + len(_OPEN)
        if closing < at and (closing := text.find(_CLOSE, at)) < 0:
            return
        if blank < at and (blank := text.find("\n\n", at)) < 0:
            blank = len(text)
        is_whole = blank > closing or _begins_a_line(text, opening)
        if is_whole and text[opening - 1 : opening] != "`":
            at = closing + len(_CLOSE)
            yield opening, at


def _begins_a_line(text: str, at: int) -> bool:
    line = text[max(0, at - _MOST_BLANKS) : at].rpartition("\n")
    return not line[2].strip() and (bool(line[1]) or at < _MOST_BLANKS)
