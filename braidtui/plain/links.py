"""Web links on a terminal that shows them (OSC 8), and nowhere else."""

import os
from typing import TextIO

from braidtui.plain.ink import has_escapes

_WITHOUT_LINKS = {"linux", "eterm", "eterm-color"}  # they print the address instead


def has_links(stream: TextIO) -> bool:
    """Whether a link that is written there can be clicked, or at least does no harm."""
    return stream.isatty() and has_escapes() and os.environ.get("TERM") not in _WITHOUT_LINKS


def linked(text: str, url: str) -> str:
    """`text` that leads to a web address; `text` alone where that must not be opened."""
    address = _address(url) if url else ""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text


def _address(url: str) -> str:
    """The address in printable ASCII, "" where it is not to be opened (see `refusal`)."""
    from string import punctuation
    from urllib.parse import quote, urlsplit

    from braidtui.episode.web_address import refusal

    if refusal(url) or not urlsplit(url).netloc.isascii():
        return ""
    return quote(url, safe=punctuation)
