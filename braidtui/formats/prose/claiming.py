"""Whether a text is a transcript as people write it, and what it is instead."""

import re

from braidtui.formats.given import Given
from braidtui.formats.imported import refused
from braidtui.formats.prose.front_matter.values import read_front_matter
from braidtui.formats.prose.heads.own import is_own
from braidtui.formats.reading.hypertext import is_marked_up
from braidtui.formats.reading.tally import Tally

_HEAD = 1 << 16
_WORD = re.compile(r"[^\W\d_]")
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]+\S"
    r"|(?:\*\*|__)[^*_\s][^*\n]{0,100}(?:\*\*|__)"
    r"|\]\((?:https?://|/|#)"
    r"|^\*\*[^*:\n]{1,60}:[ ]",
    re.MULTILINE,
)
_JSON = re.compile(
    r"\s*(?:\{\s*(?:[\"}{\[]|$)"
    r"|\[\s*(?:[\"{\]]|\[\s*(?:[\"{\[\]\d-]|null|$)|-?\d+(?:\.\d+)?\s*[,\]]|$))"
)
_OTHERS = (
    (re.compile(r"\s*+\[Script Info\]", re.IGNORECASE), "ASS or SSA subtitles: save them as SRT"),
    (
        re.compile(r"\s*+\{[^\n]*\},?[ \t]*+\n\s*+\{[ ]?\""),
        "JSON Lines: make one list of them, [{…}, {…}]",
    ),
)
_BULLETS = 0.6


def claims_markdown(given: Given) -> bool:
    """Whether a text is Markdown: it has front matter, a heading, a name that stands out, a link,
    or a bullet before most of its lines."""
    if is_own(given.lines) or _other(given):
        return False
    if not claims(given) and not read_front_matter(given, Tally()).values:
        return False
    head = given.text[:_HEAD]
    if _MARKDOWN.search(head) or read_front_matter(given, Tally()).first:
        return True
    lines = [line for line in head.split("\n") if line.strip()]
    return sum(line.startswith("* ") for line in lines) >= max(3, _BULLETS * len(lines))


def claims(given: Given) -> bool:
    """Whether a text has words, and is not like JSON, XML or HTML; or is of a kind that
    `refuse_others` knows."""
    head = given.text[:_HEAD]
    if _other(given):
        return True
    if _JSON.match(head) or is_marked_up(given.text):
        return False
    return _WORD.search(given.text) is not None


def refuse_others(given: Given) -> None:
    """Raises FormatRefused where a text is of a kind that no reader knows, with what helps."""
    if words := _other(given):
        raise refused(words)


def _other(given: Given) -> str:
    head = given.text[:_HEAD]
    return next((words for pattern, words in _OTHERS if pattern.match(head)), "")
