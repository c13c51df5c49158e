"""A text as the lines of a script: what each line is, before anybody knows which layouts count."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from braidtui.formats.prose.layouts import BULLETS, Kind, Mark, mark_of

_SIGNS_OF_RULES = frozenset("=-*_")
_SIGNS_OF_MARKDOWN = "#>|["
_FENCES = ("```", "~~~")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}[^`\n]*|~{3,}.*)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_RULE = re.compile(r"(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}|={3,}")
_DELIMITER_ROW = re.compile(r"[|:\- \t]+")
_DEFINITION = re.compile(r"\[(?:\^[^\[\]\n]{1,100}\]:|[^\[\]\n]{1,100}\]:[ \t]*<?https?://)")
_LONGEST_TITLE = 300
_SHORT = 16  # code points; only a text of shorter lines has so many that each is dear
_mark_of_short = lru_cache(1 << 10)(mark_of)
_SAYS = frozenset((Kind.BOLD, Kind.STAMP, Kind.CHAT))
_FEWEST_ATTENDEES = 3


class Role(Enum):
    """What a line is."""

    TEXT = "words"
    TITLE = "the title of the whole"
    HEADING = "the title of a segment"
    CODE = "a line between fences"
    QUOTED = "a line of a quotation"
    ROW = "a row of a table"
    DEFINITION = "what a footnote or a label leads to"


class ScriptLine(NamedTuple):
    """A line that is not blank, without the blanks around it: `number` counts from 1, `opens` says
    that no line of the same block stands right above."""

    number: int
    text: str
    opens: bool
    role: Role = Role.TEXT
    mark: Mark | None = None


number_of, text_of, role_of = map(attrgetter, ("number", "text", "role"))


def script_of(lines: Sequence[str], first: int, is_markdown: bool) -> list[ScriptLine]:
    """The lines that hold something, of which the one at index `first` is the first.

    Plain text has titles that are underlined; all else is Markdown's alone.
    """
    fenced = _fenced(lines, first) if is_markdown else frozenset[int]()
    signs = _SIGNS_OF_MARKDOWN if is_markdown else ""
    script: list[ScriptLine] = []
    append, new, text_role = script.append, tuple.__new__, Role.TEXT  # for every line
    opens = True
    for number, text in enumerate(map(str.strip, islice(lines, first, None)), start=first + 1):
        if not text:
            opens = True
            continue
        sign = text[0]
        if fenced and number in fenced:
            line = _code(number, text, opens)
        elif sign in _SIGNS_OF_RULES and sign == text[-1] and _is_rule(text):
            if title := _underlined(text, script, opens):
                script[-1] = title
            line = None
        elif sign in signs:
            line = _line(number, text, opens)
        else:
            mark = _mark_of(text) if ":" in text or sign in BULLETS else None
            append(new(ScriptLine, (number, text, opens, text_role, mark)))
            opens = False
            continue
        opens = line is None or line.role is Role.HEADING
        if line is not None:
            script.append(line)
    return script


def _is_rule(text: str) -> bool:
    return _RULE.fullmatch(text, 0, _LONGEST_TITLE) is not None


def _mark_of(text: str) -> Mark | None:
    return mark_of(text) if len(text) > _SHORT else _mark_of_short(text)


def _line(number: int, text: str, opens: bool) -> ScriptLine | None:
    """A line of Markdown by its first sign; None where there is nothing in it."""
    if text[0] == "#" and (title := _heading(text)) is not None:
        level = len(text) - len(text.lstrip("#"))
        role = Role.TITLE if level == 1 else Role.HEADING
        return ScriptLine(number, title, True, role) if title else None
    if text[0] == ">":
        bare = text.lstrip("> \t")
        return ScriptLine(number, bare, opens, Role.QUOTED) if bare else None
    if text[0] == "|":
        is_empty = len(text) < _LONGEST_TITLE and _DELIMITER_ROW.fullmatch(text)
        return None if is_empty else ScriptLine(number, text, True, Role.ROW)
    if text[0] == "[" and _DEFINITION.match(text):
        return ScriptLine(number, text, True, Role.DEFINITION)
    return ScriptLine(number, text, opens, Role.TEXT, _mark_of(text))


def _heading(text: str) -> str | None:
    """The title behind `#` signs; None where it is other text (`#1`)."""
    bare = text.lstrip("#")
    if len(text) - len(bare) > 6 or not bare.startswith((" ", "\t", "")) or bare[:1] not in " \t":
        return None
    title = bare.strip()
    closed = title.rstrip("#")
    return closed.rstrip() if closed.endswith((" ", "\t")) or not closed else title


def _underlined(text: str, script: Sequence[ScriptLine], is_parted: bool) -> ScriptLine | None:
    """The line above as a title, where a line of `===` or `---` stands right under it alone."""
    if is_parted or not script or not _UNDERLINE.fullmatch(text, 0, _LONGEST_TITLE + 1):
        return None
    above = script[-1]
    if not above.opens or above.role is not Role.TEXT or len(above.text) > _LONGEST_TITLE:
        return None
    if above.mark is not None and above.mark.kind in _SAYS:
        return None
    if above.text.count("(") >= _FEWEST_ATTENDEES:
        return None
    role = Role.TITLE if text[0] == "=" else Role.HEADING
    return ScriptLine(above.number, above.text, True, role)


def _code(number: int, text: str, opens: bool) -> ScriptLine | None:
    if text.startswith(_FENCES):
        return None
    return ScriptLine(number, text, opens, Role.CODE)


def _fenced(lines: Sequence[str], first: int) -> frozenset[int]:
    """The numbers of lines between fences, and of the fences; one never closed is text."""
    whole = "\n".join(lines)
    signs = [sign for sign in _FENCES if sign in whole]
    return frozenset(number for sign in signs for number in _between(lines, first, sign))


def _between(lines: Sequence[str], first: int, sign: str) -> Iterator[int]:
    fences = [
        number
        for number, line in enumerate(islice(lines, first, None), start=first + 1)
        if sign in line[:6] and _FENCE.fullmatch(line)
    ]
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        yield from range(opening, closing + 1)
