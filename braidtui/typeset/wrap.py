"""Line wrap by one regular expression in cell space, where every character is one cell wide.

A line breaks at a blank (never at a no-break one), after a dash or a hyphen inside a word, and on
either side of a wide character, as CJK text is set; a word longer than the line is cut.
"""

import re
from functools import cache, lru_cache

from braidtui.typeset.cells import split_graphemes
from braidtui.typeset.glyphs import GLYPHS

# Two supersets of what may not be one cell wide (marks, wide letters, emoji, joiners): one that is
# compiled in no time and lets Latin text pass, and one that lets most scripts pass.
_PERHAPS_ODD = re.compile("[^\x00-\u02ff\u2010-\u2027]")
_NARROW_SIGNS = frozenset(f"{GLYPHS}♦─▎▸")
_ODD_CHARACTERS = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u08ff\u0900-\u109f\u1100-\u11ff\u135d-\u1fff\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u231a-\u231b\u23e9-\u23f3\u25fd-\u25fe\u2600-\u27ff"
    "\u2b1b-\u2b55\u2cef-\u2d7f\u2de0-\u2dff\u2e80-\ua4cf\ua66f-\ua6ff\ua800-\uabff\uac00-\ud7ff"
    "\uf900-\ufaff\ufe00-\ufe6f\uff00-\uff60\uffe0-\uffef\U00010000-\U0010ffff]"
)
_BLANK = " \u3000"  # the blanks of fixed width keep together what they part
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ～％"
)
_NEVER_LAST = frozenset("（［｛〈《「『【〔“‘￥＄")

# Stand-ins in cell space for the two halves of a wide character (private use, never in a text).
_LEFT, _LEFT_BOUND, _RIGHT, _RIGHT_BOUND = "\ue000", "\ue001", "\ue002", "\ue003"


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of one paragraph in `width` cells: (begin, end) code points; at least one line.

    Blanks at line ends belong to no line. A wide character in a single column keeps its line.
    """
    width = max(1, width)
    if not _may_be_odd(text) or _odd().search(text) is None:
        if 0 < len(text) <= width and text[0] not in _BLANK and text[-1] not in _BLANK:
            return [(0, len(text))]  # it fits: no pattern for this width need be compiled
        return [match.span() for match in _line(width).finditer(text)] or [(0, 0)]
    return _wrap_in_cell_space(text, width)


def wrap_body(text: str, width: int) -> list[tuple[int, int] | None]:
    """The lines of a text of paragraphs; None is the blank line between two of them."""
    if "\n" not in text:
        return list(wrap(text, width))
    lines: list[tuple[int, int] | None] = []
    begin = 0
    for paragraph in text.split("\n\n"):
        lines += [None] if begin else []
        lines += [(begin + first, begin + last) for first, last in wrap(paragraph, width)]
        begin += len(paragraph) + 2
    return lines


def _may_be_odd(text: str) -> bool:
    return any(character not in _NARROW_SIGNS for character in _PERHAPS_ODD.findall(text))


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(_ODD_CHARACTERS)


@lru_cache(64)
def _line(width: int) -> re.Pattern[str]:
    """As much as fits and ends where a line may break; else a cut of a word that is too long."""
    ink = f"[^{_BLANK}]"
    if width == 1:
        return re.compile(ink)
    may_end = (
        rf"(?:(?=[{_BLANK}]|\Z)"
        rf"|(?<![{_RIGHT_BOUND}“‘«(\[])(?={_LEFT})"
        rf"|(?<=[—{_RIGHT}])(?![{_LEFT_BOUND}—.,;:!?)\]”’…])"
        r"|(?<=\w-)(?=[^\W\d_]))"
    )
    return re.compile(rf"{ink}(?:.{{0,{width - 2}}}{ink})?{may_end}|{ink}{{1,{width}}}", re.DOTALL)


def _wrap_in_cell_space(text: str, width: int) -> list[tuple[int, int]]:
    cells, offsets = _cell_space(text)
    lines = []
    begin, pattern = 0, _line(width)
    while match := pattern.search(cells, begin):
        begin, end = match.span()
        if cells[end : end + 1] in {_RIGHT, _RIGHT_BOUND}:  # a cut through a wide character
            end += -1 if end - begin > 1 else 1
        lines.append((offsets[begin], offsets[end]))
        begin = end
    return lines or [(0, 0)]


def _cell_space(text: str) -> tuple[str, list[int]]:
    """One character a cell, and the code point at which each cell's grapheme begins."""
    cells: list[str] = []
    offsets: list[int] = []
    for begin, end, width in split_graphemes(text)[0]:
        first = text[begin]
        if width == 2:
            cells.append(_LEFT_BOUND if first in _NEVER_FIRST else _LEFT)
            cells.append(_RIGHT_BOUND if first in _NEVER_LAST else _RIGHT)
        else:  # a blank with a mark on it, and a mark with no letter before it, are ink
            cells.append(first if width and end == begin + 1 else "x")
        offsets += [begin] * (width or 1)
    offsets.append(len(text))
    return "".join(cells), offsets
