"""The header of a file of WebVTT: a title behind the signature, lines like `Language: en`."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from braidtui.episode.web_address import refusal

_URL = re.compile(r"https?://[^\s<>\"']++", re.IGNORECASE)
_FIELD = re.compile(r"(kind|language|title|x-timestamp-map)[ \t]*+[:=][ \t]*+(.*)", re.IGNORECASE)
_AROUND = " \t-–—:|·"


class Header(NamedTuple):
    """What a header tells, each "" where it does not; `unread` are its other lines, by number."""

    title: str
    url: str
    language: str
    unread: Sequence[int]


def read_header(lines: Sequence[str]) -> Header:
    """The header of its lines, the first without the signature.

    `WEBVTT - Episode 8 - Dead parrot https://...` has a title and a URL, one that may be opened;
    `FILE` was once a part of the signature. What YouTube writes from `Style:` on is looks alone.
    """
    fields: dict[str, str] = {}
    unread = []
    below = takewhile(lambda line: line.strip() != "Style:", lines[1:])
    for number, line in enumerate(below, start=2):
        if field := _FIELD.fullmatch(line.strip()):
            fields.setdefault(field[1].lower(), field[2])
        elif line.strip():
            unread.append(number)
    behind = "" if lines[0].strip() == "FILE" else lines[0]
    found = _URL.search(behind)
    url = found[0] if found and not refusal(found[0]) else ""
    title = (behind.replace(url, " ", 1) if url else behind).strip(_AROUND)
    return Header(title or fields.get("title", ""), url, fields.get("language", ""), unread)
