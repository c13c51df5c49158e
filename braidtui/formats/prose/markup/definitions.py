"""The definitions of footnotes and labels in a Markdown text, and who cites them."""

import re
from collections.abc import Sequence

from braidtui.episode.model import Source
from braidtui.episode.safe_text import clean_line
from braidtui.formats.prose.markup.inline import References, plain
from braidtui.formats.prose.script import Role, ScriptLine, role_of

_DEFINITION = re.compile(r"\[([^\[\]\n]{1,101})\]:[ \t]*")
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


def _sources(definition: str) -> tuple[Source, ...]:
    told = plain(definition)
    words = clean_line(told.text).strip()[:_LONGEST].rstrip()
    return told.sources or ((Source(site=words),) if words else ())
