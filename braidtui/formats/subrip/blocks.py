"""The subtitles of a text as they stand in it: index, times, and the lines below."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from braidtui.formats.given import Given
from braidtui.formats.subrip.heads import Head, heads_of

_CUT_OFF = re.compile(
    r"\n[ \t]*+\n[ \t]*+(\d{1,9})[ \t]*+(?:\n[ \t]*+[\d:.,]*+[ \t]*+-*+>?[ \t]*+)?\n*+\Z", re.ASCII
)


class Block(NamedTuple):
    """A subtitle: `body` are the lines below its times as they are, `line` is that of its times."""

    head: Head
    body: str
    line: int


class Blocks(NamedTuple):
    """The subtitles of a text; what stands above the first; the index, and half the times, that
    stand at the end where the text was cut off."""

    all: list[Block]
    above: str = ""
    cut_off: str = ""


def blocks_of(given: Given) -> Blocks:
    """Every subtitle, in the order of the text; a BOM within it is no content."""
    text = given.text.replace("\ufeff", "")
    heads = heads_of(text)
    if not heads:
        return Blocks([], text)
    blocks = list(_blocks(text, heads))
    body, cut_off = _parted(blocks[-1])
    blocks[-1] = blocks[-1]._replace(body=body)
    return Blocks(blocks, text[: heads[0].at], cut_off)


def _blocks(text: str, heads: list[Head]) -> Iterator[Block]:
    line, counted = 1, 0
    end = Head("", 0, 0, len(text), len(text))
    for head, below in pairwise((*heads, end)):
        line += text.count("\n", counted, head.body)
        counted = head.body
        yield Block(head, text[counted : below.at], line)


def _parted(last: Block) -> tuple[str, str]:
    """The lines of the last subtitle, and the index that begins one more: the next number."""
    cut = _CUT_OFF.search(last.body)
    if cut is None or not last.head.id.isdecimal() or int(cut[1]) != int(last.head.id) + 1:
        return last.body, ""
    return last.body[: cut.start()], cut[0]
