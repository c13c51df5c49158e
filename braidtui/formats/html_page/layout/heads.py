"""Lines that hold a name, and a time or a colon, and nothing else: a head of the words below."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import CLOCK, NAME
from braidtui.formats.reading.clock import read_clock
from braidtui.formats.speech.prefixes import accepted_names, prefix_of

_ENOUGH = 3
_LONGEST = 120
_ANY_CLOCK = rf"(?<!\d)[\[(]?+\s?+({CLOCK})\s?+[\])]?+"
_HEAD = re.compile(
    rf"(?:{_ANY_CLOCK}\s*+(?:[-–—|·•]\s*+)?+)?+"
    rf"(?P<name>{NAME})\s*+(?P<colon>:(?!\d))?+\s*+(?:[-–—|·•]\s*+)?+(?:{_ANY_CLOCK})?+\s*+(?P<last>:)?+",
    re.ASCII,
)
_STAMPED = re.compile(rf"[\[(]?{CLOCK}", re.ASCII)


class _Head(NamedTuple):
    """A name, and the time it has; `words` stand behind it."""

    name: str
    start: int | None
    words: str = ""


def parted_at_heads(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, such heads as names and times; the words before and below them on their own."""
    heads = [head for block in blocks for line in _lines(block) if (head := _head(line))]
    if len(heads) < _ENOUGH:
        return blocks
    candidates = [head.name for head in heads]
    names = accepted_names(candidates, (), sum(block.kind == "words" for block in blocks))
    uses = sum(name in names for name in candidates)
    if uses < _ENOUGH or uses == len(names.intersection(candidates)):
        return blocks
    return [piece for block in blocks for piece in _pieces(block, names)]


def parted_at_lines(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, each line on its own that begins with a time, or with a name and a colon."""
    lines = [line for block in blocks for line in _lines(block)]
    if len(lines) == sum(block.kind == "words" for block in blocks):
        return blocks
    candidates = [name for line in lines if ":" in line and (name := prefix_of(line)[0])]
    names = accepted_names(candidates, (), len(lines))
    return [piece for block in blocks for piece in _in_lines(block, names)]


def _lines(block: Block) -> Sequence[str]:
    return block.text.split("\n") if block.kind == "words" else ()


def _head(line: str) -> _Head | None:
    """The name in a line, and the time if one is there."""
    found = _HEAD.fullmatch(line) if ":" in line and len(line) <= _LONGEST else None
    if found is None:
        return None
    time = found[1] or found[4]
    if not (time or found["colon"] or found["last"]):
        return None
    name = found["name"].strip(" \xa0,-–—|·•")
    return _Head(name, read_clock(time) if time else None) if name else None


def _named(line: str, names: Collection[str]) -> _Head | None:
    """The head in a line of one of the names, which may have its words behind its colon."""
    head = _head(line)
    if head is None and ":" in line:
        name, at = prefix_of(line)
        head = _Head(name, None, line[at:])
    return head if head and head.name in names else None


def _pieces(block: Block, names: Collection[str]) -> Iterator[Block]:
    if block.kind != "words":
        yield block
        return
    words: list[str] = []
    said = block
    for line in _lines(block):
        head = _named(line, names)
        if head is None:
            words.append(line)
            continue
        if words:
            yield _said(said, words)
            said = said._replace(sources=(), lead="")
        said = said._replace(lead="")
        bare = block._replace(sources=(), lead="")
        yield bare._replace(kind="name", text=head.name)
        if head.start is not None:
            yield bare._replace(kind="time", text="", start=head.start)
        words = [head.words] if head.words else []
    if words:
        yield _said(said, words)


def _said(block: Block, words: Sequence[str]) -> Block:
    return block._replace(text="\n".join(words))


def _in_lines(block: Block, names: Collection[str]) -> Iterator[Block]:
    words: list[str] = []
    for line in _lines(block):
        if words and (_STAMPED.match(line) or prefix_of(line)[0] in names):
            yield _said(block, words)
            block = block._replace(sources=(), lead="")
            words = []
        words.append(line)
    yield _said(block, words) if words else block
