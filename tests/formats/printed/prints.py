"""Episodes as the plain lines that `show` prints."""

from collections.abc import Collection

from braidtui.episode.model import Episode
from braidtui.plain.excerpt import excerpt_parts
from braidtui.plain.ink import Ink
from braidtui.plain.paragraphs import Page
from braidtui.plain.transcript import transcript_lines

WIDTHS = (20, 31, 40, 80, 120)


def print_of(episode: Episode, width: int = 80, segments: Collection[int] | None = None) -> str:
    """What is printed of some segments of an episode, or of all of it, in so many cells."""
    lines = transcript_lines(episode, excerpt_parts(episode, segments), Page(width, Ink()))
    return "".join(f"{line}\n" for line in lines)
