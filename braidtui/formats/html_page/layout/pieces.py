"""The blocks of a page as names, times and words, whichever way the page sets them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from braidtui.formats.html_page.layout.beside_times import named_beside_times
from braidtui.formats.html_page.layout.headings import named_by_headings
from braidtui.formats.html_page.layout.heads import parted_at_heads, parted_at_lines
from braidtui.formats.html_page.layout.tables import named_by_columns
from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import Stamped, clock_of, stamped

_ENOUGH = 3  # uses of a layout that make it one: a single bold word or time is nobody's
_LONGEST_NAME = 80
_FEWEST_ESCAPES = 2
_ESCAPED = re.compile(r"\\\[([^\[\]\\\n]{1,80})\\\]")


def laid_out(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what stands in the words (a bold name, a time) as blocks of its own."""
    blocks = named_by_columns(named_by_headings(_unescaped(blocks)))
    if all(block.kind != "name" for block in blocks):
        blocks = named_beside_times(blocks)
    if not _is_marked(blocks):
        blocks = parted_at_heads(blocks)
    if not _is_marked(blocks):
        blocks = parted_at_lines(blocks)
    parted = [_stamp(block) if block.kind == "words" else None for block in blocks]
    has_stamps = sum(stamp is not None for stamp in parted) >= _ENOUGH
    names = _bold_names(blocks)
    pieces: list[Block] = []
    is_timed = False  # by an element, and its words are still to come
    for block, stamp in zip(blocks, parted, strict=True):
        pieces += _pieces(block, stamp if has_stamps else None, names, is_timed)
        is_timed = block.kind == "time" or (is_timed and block.kind != "words")
    return pieces


def _unescaped(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, `\\[laughter\\]` as `[laughter]` where Markdown was put into a page as it was."""
    if sum(_ESCAPED.search(block.text) is not None for block in blocks) < _FEWEST_ESCAPES:
        return blocks
    return [
        block._replace(text=_ESCAPED.sub(r"[\1]", block.text)) if "\\[" in block.text else block
        for block in blocks
    ]


def _is_marked(blocks: Sequence[Block]) -> bool:
    return any(block.kind in ("name", "time") for block in blocks)


def _stamp(block: Block) -> Stamped | None:
    return stamped(block.text[len(block.lead) :].lstrip(" :") if block.lead else block.text)


def _bold_names(blocks: Sequence[Block]) -> frozenset[str]:
    """The bold words that are names: a colon tells that, or that they stand alone and return."""
    with_colon = [_name(block) for block in blocks if block.lead and _has_colon(block)]
    alone = Counter(_name(block) for block in blocks if block.lead and _is_alone(block))
    returning = sum(alone.values()) >= _ENOUGH and max(alone.values()) > 1
    found = [*(with_colon if len(with_colon) >= _ENOUGH else ()), *(alone if returning else ())]
    return frozenset(name for name in found if 0 < len(name) <= _LONGEST_NAME)


def _name(block: Block) -> str:
    return block.lead.rstrip(" :").strip()


def _has_colon(block: Block) -> bool:
    return block.lead.endswith(":") or block.text[len(block.lead) :].lstrip(" ").startswith(":")


def _is_alone(block: Block) -> bool:
    after = block.text[len(block.lead) :].partition("\n")[0].strip(" :")
    return not after or clock_of(after) is not None or _begins_with_time(after)


def _begins_with_time(after: str) -> bool:
    found = stamped(after)
    return found is not None and not found.name


def _pieces(
    block: Block, stamp: Stamped | None, names: frozenset[str], is_timed: bool
) -> Iterator[Block]:
    """The parts of a block; of words that an element has told the time of, a time is said."""
    if block.kind != "words":
        yield block
        return
    words, name = block.text, ""
    if block.lead and _name(block) in names and (_has_colon(block) or _is_alone(block)):
        name, words = _name(block), words[len(block.lead) :].lstrip(" :\n")
    if is_timed:
        pass
    elif stamp and (not block.lead or name):
        name, words = name or stamp.name, stamp.words
        yield block._replace(kind="time", text="", start=stamp.start)
    elif (start := clock_of(words)) is not None and (name or ":" in words):
        yield block._replace(kind="time", text=words, start=start)
        words = ""
    if name:
        yield block._replace(kind="name", text=name)
    if words or not block.text:
        yield block._replace(text=words)
