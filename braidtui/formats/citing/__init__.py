"""Words taken out of an episode, and who said them when and where: as text to be pasted."""

from braidtui.formats.citing.citation import cite, segment_text
from braidtui.formats.citing.excerpt import Excerpt

__all__ = ["Excerpt", "cite", "segment_text"]
