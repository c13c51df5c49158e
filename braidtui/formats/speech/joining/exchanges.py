"""Exchanges in one caption: several people speak, each with a name before a colon."""

import re
from collections.abc import Collection, Iterator, Sequence

from braidtui.formats.reading.limits import require_few
from braidtui.formats.speech.columns import Columns
from braidtui.formats.speech.prefixes import bare, prefix_of

# Where a name may stand within a line: behind the end of a sentence, with a blank or without.
_WITHIN = re.compile(
    r"(?<=[.!?…\])\"”»])[ \xa0]{0,3}([^\s.!?…\])\"”»:][^.!?…\])\"”»:\n]{0,60}):(?!\S)"
)


def names_inside(text: str) -> Iterator[str]:
    """The names inside a caption that are as good as one at its beginning: those before its lines,
    where each line has one (a caption is broken anywhere, so any word may begin a line of it), and
    behind the end of a sentence those whose own line was lost ("Yes.Ann: No.", "Yes. Ann:")."""
    if "\n" in text and text.count("\n") < text.count(":"):
        names = [prefix_of(line.strip())[0] for line in text.split("\n")]
        if all(name and name[0] != "[" for name in names):
            yield from names[1:]
            return
    for found in _WITHIN.finditer(text):
        if found.start() == found.start(1) or found.end() == len(text):
            yield bare(found[1])


def parted_at_names(
    rows: Columns, free: Sequence[bool], names: Collection[str], is_by_hand: bool
) -> Columns:
    """The rows, those that are `free` (they tell no speaker) parted where one of the names begins
    a line, or, in what was written by hand, follows the end of a sentence."""
    pieces = [
        list(_pieces(text, names, is_by_hand)) if is_free and ":" in text[1:] else [text]
        for text, is_free in zip(rows.texts, free, strict=True)
    ]
    count = sum(map(len, pieces))
    if count == len(rows.texts):
        return rows
    require_few(count)
    made = [
        (piece, "" if number else name, *when)
        for parts, (_, name, *when) in zip(pieces, zip(*rows[:5], strict=True), strict=True)
        for number, piece in enumerate(parts)
    ]
    begins = [0]
    for parts in pieces:
        begins.append(begins[-1] + len(parts))
    columns = map(list, zip(*made, strict=True))
    return Columns._make((*columns, {begins[row] for row in rows.changes}))


def _pieces(text: str, names: Collection[str], is_by_hand: bool) -> Iterator[str]:
    at = 0
    for begin in sorted(_begins(text, names, is_by_hand)):
        if text[at:begin].strip():
            yield text[at:begin].rstrip()
            at = begin
    yield text[at:]


def _begins(text: str, names: Collection[str], is_by_hand: bool) -> Iterator[int]:
    """Where a line begins with one of the names, or the words behind a sentence do."""
    if "\n" in text:
        at = 0
        for line in text.split("\n"):
            words = line.lstrip()
            if at and ":" in words and prefix_of(words)[0] in names:
                yield at + len(line) - len(words)
            at += len(line) + 1
    if is_by_hand:
        yield from (found.start(1) for found in _WITHIN.finditer(text) if bare(found[1]) in names)
