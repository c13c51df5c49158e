"""Who was there: a list `Ada Moor (AMR), …` or a table of names and initials."""

import re
from collections.abc import Sequence

from braidtui.formats.prose.markup.inline import plain
from braidtui.formats.prose.script import Role, ScriptLine, role_of, text_of

_IN_LIST = re.compile(r"([^\W\d_][^(),:;|\n]{1,60}?)[ ]*\(([A-Z][A-Za-z]{1,4})\)[ ]*(?=[,;.]|$)")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{1,4}")
_FEWEST = 3


def initials_in(script: Sequence[ScriptLine]) -> tuple[dict[str, str], frozenset[int]]:
    """Names by their initials, and the numbers of the lines that tell nothing but them."""
    names: dict[str, str] = {}
    numbers: set[int] = set()
    if "(" not in "\n".join(map(text_of, script)) and Role.ROW not in map(role_of, script):
        return {}, frozenset()
    for index, line in enumerate(script):
        if line.role is Role.ROW:
            met = _of_row(line.text)
        elif line.role is Role.TEXT and line.text.count("(") >= _FEWEST:
            pairs = [(found[2], found[1].strip()) for found in _IN_LIST.finditer(line.text)]
            met = dict(pairs) if len(pairs) >= _FEWEST else {}
        else:
            continue
        if met:
            numbers.add(line.number)
            numbers |= _head_above(script, index)
            names.update(
                (initials, name) for initials, name in met.items() if initials not in names
            )
    return (names, frozenset(numbers)) if len(names) >= _FEWEST else ({}, frozenset())


def _head_above(script: Sequence[ScriptLine], index: int) -> set[int]:
    """The row of titles above a row, the label (`Remote:`) right above a list, where there is
    one."""
    above = script[index - 1] if index else None
    if above is None:
        return set()
    is_label = above.role is Role.TEXT and above.text.endswith(":") and not script[index].opens
    is_head = above.role is Role.ROW and "name" in above.text.casefold()
    return {above.number} if is_head or is_label else set()


def _of_row(row: str) -> dict[str, str]:
    """The name in the first cell of a row by the initials in the second."""
    cells = [plain(cell.strip()).text for cell in row.strip("|").split("|", 3)[:3]]
    if len(cells) < 2 or not _INITIALS.fullmatch(cells[1]) or not cells[0][:1].isalpha():
        return {}
    return {cells[1]: cells[0]}
