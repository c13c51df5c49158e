"""The short lines of Braid's page: headings, names with and without a glyph, times."""

import re
from typing import Final

from braidtui.episode.safe_text import clean_line
from braidtui.formats.reading.page.lines import Line

LONGEST_LABEL: Final = 300  # code points of a line that is no running text
TIME: Final = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:\.\d{1,3})?"
DAY: Final = r"\d{4}-\d{2}-\d{2}"

_CLOCK = re.compile(rf"[\[(]?({TIME})[\])]?", re.ASCII)
_GLYPHS = re.compile(  # geometric shapes, stars, suits: the signs that stand before a name
    "[\u25a0-\u25ff\u2605\u2606\u2660-\u2667\u2b00-\u2bff\U0001f534-\U0001f53d\U0001f780-\U0001f7ff]+\ufe0f?\\s*"
)
_BOLD = re.compile(r"\*\*(.+)\*\*|__(.+)__")


def heading(line: Line) -> str:
    """A line as headings are compared: in small letters, without Markdown's marks."""
    return line.text.strip("#*_: ").casefold() if len(line.text) <= LONGEST_LABEL else ""


def folded(name: str) -> str:
    """A name as names are compared."""
    return " ".join(name.split()).casefold()


def bare_name(text: str) -> tuple[str, bool]:
    """A name without its glyph and Markdown's `**`, and whether it bore a glyph."""
    bare = _GLYPHS.sub("", text, count=1) if _GLYPHS.match(text) else text
    bold = _BOLD.fullmatch(bare)
    return clean_line(" ".join((bold[1] or bold[2] if bold else bare).split())), bare != text


def name_with_glyph(text: str) -> str:
    """The name of a line that bears a glyph; else nothing."""
    name, has_glyph = bare_name(text) if len(text) <= LONGEST_LABEL else ("", False)
    return name if has_glyph else ""


def clock(line: Line) -> str:
    """The time that is all a line holds, as it stands there; else nothing."""
    found = _CLOCK.fullmatch(line.text)
    return found[1] if found else ""
