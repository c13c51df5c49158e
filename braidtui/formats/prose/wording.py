"""The running text of a script as words: its markup undone, its addresses found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from braidtui.formats.prose.evidence import Evidence
from braidtui.formats.prose.layouts import CLOCK
from braidtui.formats.prose.markup.inline import Plain, References, is_plain, plain, web_sources
from braidtui.formats.prose.script import Role, ScriptLine, number_of, role_of, text_of
from braidtui.formats.reading.clock import read_clock
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.draft import Heading, Utterance

_TIME_IN_TITLE = re.compile(
    rf"\\?[\[(][ ]?({CLOCK})[ ]?\\?[\])]:?$|^\\?[\[(]?({CLOCK})\\?[\])]?[ :–—-]+"
)
_LABEL = re.compile(r"[ ]*\{[^{}]{0,200}\}$")
_LONGEST_TITLE = 300


class Reading(NamedTuple):
    """How a script is read: what counts, what its labels lead to, who stands behind initials."""

    evidence: Evidence
    is_markdown: bool
    references: References
    initials: Mapping[str, str]
    tally: Tally


def are_words(texts: Iterable[str], reading: Reading) -> bool:
    """Whether texts are words as they are: no markup, no address."""
    whole = "\n".join(texts)
    return is_plain(whole) if reading.is_markdown else "://" not in whole


def words_of(lines: Sequence[str], reading: Reading) -> Plain:
    """Lines of running text as one paragraph."""
    text = lines[0] if len(lines) == 1 else " ".join(lines)
    if reading.is_markdown:
        return plain(text, reading.references)
    return Plain(text, web_sources(text)) if "://" in text else Plain(text)


def heading_of(line: ScriptLine, before: int, reading: Reading) -> Heading:
    """A heading, with the time that stands in it."""
    title = line.text[:_LONGEST_TITLE]
    if title.endswith("}"):
        title = _LABEL.sub("", title)
    found = _TIME_IN_TITLE.search(title) if ":" in title else None
    start = read_clock(found[1] or found[2]) if found else None
    if found and start is not None:
        title = (title[: found.start()] + title[found.end() :]).strip() or title
    return Heading(before, words_of([title], reading).text.strip(), start, line.number)


def bare_cues(script: Sequence[ScriptLine], reading: Reading) -> list[Utterance]:
    """The lines as utterances of their own; none where some are more than words as they are."""
    roles = list(map(role_of, script))
    if roles.count(Role.TEXT) < len(roles) or not are_words(map(text_of, script), reading):
        return []
    nothing = map(repeat, ("", None, None))
    told = zip(map(text_of, script), *nothing, map(number_of, script), repeat(()), strict=False)
    return [tuple.__new__(Utterance, it) for it in told]
