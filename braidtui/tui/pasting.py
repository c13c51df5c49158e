"""Pasted text, as it may stand in a box."""

import re

from braidtui.episode.safe_text import as_line, clean

_COLORS = re.compile(r"[\x1b␛]\[[\d;:]*m")  # as they stand in text of a terminal


def pasted(text: str) -> str:
    """Safe text of lines without colours; terminals send a line break as a carriage return."""
    return clean(_COLORS.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))


def pasted_line(text: str) -> str:
    """Safe text with a blank for each line break, for a box of one line."""
    return as_line(pasted(text))
