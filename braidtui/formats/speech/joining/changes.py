"""Changes of speaker that captions show by a sign: `>>`, or a dash before who speaks next."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from braidtui.formats.reading.limits import require_few
from braidtui.formats.reading.sentences import ends_sentence
from braidtui.formats.speech.columns import Columns
from braidtui.formats.speech.naming import NOBODY_NAME

_Row = tuple[Any, ...]

_ENOUGH = 3  # cues that begin with a dash and a blank: from there on one such line is a change
_SIGNS = (">>", *(f"\n{blank}{dash}" for blank in ("", " ", "\xa0") for dash in "-–—"))
_ARROWS = re.compile(r"(?:^|(?<=\s))>{2,3}(?!>)\s*")
_DASHED = re.compile(r"^[ \t\xa0]*[-–—](?![-–—>])[ \t\xa0]*(?=\S)", re.MULTILINE)
_BEGUN = re.compile(r"\s*([-–—])\s+(\S)")
_SAID = re.compile(r"(?:^[ \t\xa0]*|(?<=[.!?…\])\"”’]) )[-–—][ \t\xa0]+(?=(\S))", re.MULTILINE)


def with_changes(rows: Columns) -> Columns:
    """The rows, with one for each who speaks in a cue; who begins at a sign is nobody known.

    A cue shows dialogue where two of its lines or more begin with a dash; a line without one goes
    on with the line above. Where cues often begin so, one line is enough, and a dash behind the
    end of a sentence. A row that names its speaker is left alone. Raises FormatRefused where that
    makes too many.
    """
    whole = "\n".join(["", *rows.texts])
    if not any(sign in whole for sign in _SIGNS):
        return rows
    begun = [_is_begun(text, above) for above, text in pairwise(["", *rows.texts])]
    is_frequent = sum(begun) >= _ENOUGH
    made: list[_Row] = []
    changes: set[int] = set()
    for is_begun, text, name, *when in zip(begun, *rows[:5], strict=True):
        before, *parts = [text] if name else _parts(text, is_frequent and is_begun)
        require_few(len(made) + len(parts))
        if not parts or before.strip():
            made.append((before, name, *when))
        changes.update(range(len(made), len(made) + len(parts)))
        made += ((part, NOBODY_NAME, *when) for part in parts)
    return Columns._make((*map(list, zip(*made, strict=True)), changes)) if changes else rows


def _is_begun(text: str, above: str) -> bool:
    """Whether a cue begins with the dash of dialogue. A longer one than a hyphen is mostly one in
    the midst of a sentence: small letters follow it, or no stop is above it."""
    begun = _BEGUN.match(text)
    if begun is None or begun[1] == "-":
        return begun is not None
    return not begun[2].islower() and (not above or ends_sentence(above.rstrip()))


def _parts(text: str, is_begun: bool) -> list[str]:
    """What stands before the first sign, then what stands behind each."""
    if "\n" in text and len(parts := _DASHED.split(text)) > 2:
        return parts
    if is_begun:
        cuts = [0, *chain.from_iterable(map(re.Match.span, _said(text))), len(text)]
        return [text[begin:end] for begin, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return _ARROWS.split(text) if ">>" in text else [text]


def _said(text: str) -> Iterator[re.Match[str]]:
    """The dashes of dialogue in a cue that begins with one."""
    found = _SAID.finditer(text)
    return (dash for dash in found if "-" in dash[0] or not dash[1].islower())
