"""Text as it may stand in SVG, whatever it holds."""

import re
from xml.sax.saxutils import escape

# XML 1.0, section 2.2
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_text(text: str) -> str:
    """A text as the content of an element; what XML cannot hold is `\ufffd`."""
    return escape(_NO_XML.sub("\ufffd", text))
