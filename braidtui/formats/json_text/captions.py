"""Captions in JSON that were captions of a player before."""

import re

from braidtui.formats.captions.entities import with_entities_decoded

_STYLING = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|span|c)(?=[\s.>])[^<>]*+>|\{\\[^{}\n]*+\}", re.IGNORECASE
)
_TWICE = re.compile(r"&amp;(?=#\d{1,5};|quot;|lt;|gt;|amp;)")


def unstyled(text: str) -> str:
    """A text without tags that style it and `{\\an8}`, its entities decoded, also where they were
    encoded twice (`&amp;#39;`)."""
    if "<" in text or "{\\" in text:
        text = _STYLING.sub("", text)
    return with_entities_decoded(_TWICE.sub("&", text)) if "&" in text else text
