"""Seams: where a print broke a line, and whether a blank stood there.

A print breaks a line at a blank, after a dash or a hyphen inside a word and beside a wide
character, never where more would have fitted; a word longer than a line is cut.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

_WIDE = (  # CJK, Hangul, kana, full-width forms and pictures
    "\u1100-\u115f\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
_ONE_WIDE = re.compile(f"[{_WIDE}]")
_SURELY_COUNTED = re.compile(
    "[ -\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u257f■◆●▲★▼✦◼♣♠♦"
    "\u2e80-\u3029\u3030-\u3098\u309b-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]*"
)
_GLUE = re.compile(r"\w-$|[^ \u3000]—$")
_NEVER_AFTER_DASH = tuple("—.,;:!?)]”’…")
_SUSPENDED = re.compile(r"(?:and|or|und|oder|bis|et|ou)(?= |$)")  # pre- and postwar
_WITHIN_WORD = re.compile(
    rf"(?:[^ \u3000—\-{_WIDE}]|(?<!\w)-|-(?![^\W\d_])|—(?=[—.,;:!?)\]”’…]))*+[—-]?"
)
_CLOSING = (
    "、。，．・：；？！）］｝〉》」』】〕”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ～％.,;:!?)]—"
)
_WIDE_UNIT = re.compile(f"[（［｛〈《「『【〔“‘￥＄]{{0,8}}.[{re.escape(_CLOSING)}]{{0,8}}")
_PARTED = re.compile(f"[{_WIDE}] [^\\W{_WIDE}]|[^\\W{_WIDE}] [{_WIDE}]")
_UNPARTED = re.compile(f"[{_WIDE}][^\\W{_WIDE}]|[^\\W{_WIDE}][{_WIDE}]")


class Seams:
    """Joins lines that were wrapped; `lines` are all that were, from which it learns how wide they
    were and whether the text sets blanks between wide and narrow letters."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.width = max(map(_width_told, lines), default=0)

    def joined(self, lines: Iterable[str]) -> str:
        """The lines of one paragraph, wherever they are indented, as one."""
        pieces: list[str] = []
        above = ""
        for line in lines:
            bare = line.strip(" ")
            if pieces and bare:
                pieces.append(self._between(above, bare))
            pieces.append(bare)
            above = line
        return "".join(pieces)

    def body(self, lines: Iterable[str]) -> str:
        """The lines as paragraphs, each from one blank line to the next."""
        return "\n\n".join(map(self.joined, paragraphs(lines)))

    def is_full(self, line: str, below: str) -> bool:
        """Whether what comes first in the line below had no place at the end of a line; a word
        that fills the line below may be longer than that."""
        unit = _first_unit(below.strip(" "))
        is_all = below.endswith(unit) and cells(below) == self.width
        return is_all or cells(line) + cells(unit) + 1 > self.width

    def _between(self, above: str, below: str) -> str:
        is_glued = self._may_be_glued(above, below)
        return "" if is_glued and cells(above) + cells(_first_unit(below)) > self.width else " "

    def _may_be_glued(self, above: str, below: str) -> bool:
        last, first = above[-1:], below[0]
        if last in {"-", "—"}:
            return _is_glue(above, below)
        if last.isascii() and first.isascii():
            return self._is_cut(above, below)
        are_wide = [_ONE_WIDE.match(letter) is not None for letter in (last, first)]
        if any(are_wide):
            return all(are_wide) or not self._parts_scripts
        return self._is_cut(above, below)

    def _is_cut(self, above: str, below: str) -> bool:
        """Whether a word was cut that is longer than a line, and did not just fill one."""
        if " " in above.lstrip(" ") or cells(above) != self.width:
            return False
        ends = above[-1] in ",;:!?" or (above[-1] == "." and not below[0].islower())
        return not ends and not below.startswith(("http", "·"))

    @cached_property
    def _parts_scripts(self) -> bool:
        parted = sum(len(_PARTED.findall(line)) for line in self._lines)
        return parted >= sum(len(_UNPARTED.findall(line)) for line in self._lines)


def paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines between blank ones."""
    paragraph: list[str] = []
    for line in lines:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def cells(text: str) -> int:
    """How many cells a text has on a terminal; it may be more for signs that join."""
    return len(text) if text.isascii() else len(text) + len(_ONE_WIDE.findall(text))


def _width_told(line: str) -> int:
    """The cells of a line; 0 where marks and joined signs make that uncertain."""
    if line.isascii():
        return len(line)
    return cells(line) if _SURELY_COUNTED.fullmatch(line) else 0


def _is_glue(above: str, below: str) -> bool:
    if not _GLUE.search(above[-2:]):
        return False
    if above[-1] == "—":
        return not below.startswith(_NEVER_AFTER_DASH)
    return below[0].isalpha() and not _SUSPENDED.match(below)


def _first_unit(line: str) -> str:
    """What a line begins with that no break may divide."""
    pattern = _WIDE_UNIT if _ONE_WIDE.match(line) else _WITHIN_WORD
    found = pattern.match(line)
    return found[0] if found else line[:1]
