"""An excerpt as text to be pasted, in one of four styles."""

from collections.abc import Callable
from types import MappingProxyType

from braidtui.config import Style
from braidtui.episode.model import Episode
from braidtui.formats.citing.apa import cite_in_apa
from braidtui.formats.citing.chicago import cite_in_chicago
from braidtui.formats.citing.excerpt import Excerpt, said, spans_of_segment
from braidtui.formats.citing.markdown import cite_in_markdown
from braidtui.formats.citing.plain import cite_plainly

_CITE: MappingProxyType[Style, Callable[..., str]] = MappingProxyType(
    {
        "plain": cite_plainly,
        "markdown": cite_in_markdown,
        "apa": cite_in_apa,
        "chicago": cite_in_chicago,
    }
)


def cite(excerpt: Excerpt, style: Style = "plain", timestamps: bool = True) -> str:
    """The words with their attribution; paragraphs stay, and no other line breaks are in it.

    Without `timestamps` there is no time in it but the day. Empty where there are no words.
    """
    words = said(excerpt)
    return _CITE[style](excerpt.episode, words, timestamps=timestamps) if words else ""


def segment_text(
    episode: Episode, segment: int, style: Style = "plain", timestamps: bool = True
) -> str:
    """All that is said in a segment, as `cite` gives it."""
    return cite(Excerpt(episode, spans_of_segment(episode, segment)), style, timestamps)
