"""Entities of HTML in captions that are no HTML."""

import re
from html import unescape
from html.entities import html5

_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));")


def with_entities_decoded(text: str) -> str:
    """`text` with `&amp;`, `&#39;` and `&#x27;` as the characters they stand for.

    Only what is surely one: it ends in a semicolon and HTML knows its name, so that `AT&T;` and
    `&copying;` stay.
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return unescape(entity[0]) if name is None or f"{name};" in html5 else entity[0]
