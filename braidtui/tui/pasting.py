"""Pasted text in a box of one line."""

from braidtui.episode.safe_text import clean_line


def pasted_line(text: str) -> str:
    """Safe text with a blank for each line break, which terminals send as a carriage return."""
    return clean_line(text.replace("\r\n", "\n").replace("\r", "\n"))
