"""Pasted text, as it may stand in a box."""

from braidtui.episode.safe_text import as_line, clean


def pasted(text: str) -> str:
    """Safe text of lines; terminals send a line break as a carriage return."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def pasted_line(text: str) -> str:
    """Safe text with a blank for each line break, for a box of one line."""
    return as_line(pasted(text))
