"""Titles and names: one safe line of sane length."""

from braidtui.episode.safe_text import clean_line

_LONGEST = 500


def title_line(text: str) -> str:
    """A title as one safe line of sane length."""
    line = " ".join(clean_line(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
