"""The definitions of footnotes and labels in a Markdown text, and who cites them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from braidtui.episode.model import Source
from braidtui.episode.safe_text import clean_line
from braidtui.formats.prose.markup.inline import References, plain
from braidtui.formats.prose.script import Role, ScriptLine, role_of

_DEFINITION = re.compile(r"\[([^\[\]\n]{1,101})\]:[ \t]*")
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\[\]\n]{1,100}\]:")
_INDENTS = ("  ", "\t")
_AROUND_AN_ADDRESS = " \t,;:<>()\"'–—-"
_LONGEST = 1000


def references_in(script: Sequence[ScriptLine]) -> References:
    """What each label leads to: the addresses in its definition, or where there are none its
    words."""
    references: dict[str, Sequence[Source]] = {}
    if Role.DEFINITION not in map(role_of, script):
        return references
    for line in script:
        if line.role is Role.DEFINITION and (found := _DEFINITION.match(line.text)):
            label = found[1] if found[1].startswith("^") else found[1].casefold()
            references.setdefault(label, _sources(line.text[found.end() :]))
    return references


def with_whole_notes(lines: Sequence[str]) -> Sequence[str]:
    """The lines with each footnote on one: what is indented below it, blank lines between or not,
    goes on with it."""
    if not any(map(_NOTE.match, lines)):
        return lines
    whole = list(lines)
    note, more = -1, list[str]()
    for at, line in enumerate(lines):
        if note >= 0 and line.strip() and line.startswith(_INDENTS):
            more.append(line.strip())
            whole[at] = ""
        elif line.strip():
            _join(whole, note, more)
            note, more = (at if _NOTE.match(line) else -1), []
    _join(whole, note, more)
    return whole


def _join(lines: list[str], at: int, more: Sequence[str]) -> None:
    if more:
        lines[at] = " ".join((lines[at].rstrip(), *more))


def _sources(definition: str) -> tuple[Source, ...]:
    told = plain(definition)
    words = clean_line(told.text).strip()[:_LONGEST].rstrip()
    if not told.sources:
        return (Source(site=words),) if words else ()
    first, *others = told.sources
    title = " ".join(words.replace(first.url, "").split()).strip(_AROUND_AN_ADDRESS)
    return (replace(first, title=title), *others) if title else told.sources
