"""Headings that tell who speaks: `Ann Lee 4:34` above each turn, or a few names again and again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import Stamped, stamped

_ENOUGH = 3
_ENOUGH_BARE = 6  # without a time: no title of a segment comes back that often
_LONGEST_NAME = 60


def named_by_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, such headings as names and times."""
    texts = [block.text for block in blocks if _is_inner(block)]
    if len(texts) < _ENOUGH:
        return blocks
    timed = Counter(found.name for found in map(_headed, texts) if found)
    if timed.total() >= _ENOUGH and len(timed) < timed.total():
        return [piece for block in blocks for piece in _pieces(block)]
    bare = Counter(texts)
    if len(texts) >= _ENOUGH_BARE and 2 * len(bare) <= len(texts):
        return [
            block._replace(kind="name") if _is_inner(block) and bare[block.text] > 1 else block
            for block in blocks
        ]
    return blocks


def _is_inner(block: Block) -> bool:
    return block.kind == "heading" and block.tag != "h1" and len(block.text) <= _LONGEST_NAME


def _headed(text: str) -> Stamped | None:
    found = stamped(text)
    return found if found and found.name and not found.words else None


def _pieces(block: Block) -> Iterator[Block]:
    found = _headed(block.text) if _is_inner(block) else None
    if found is None:
        yield block
        return
    yield block._replace(kind="name", text=found.name)
    yield block._replace(kind="time", text="", start=found.start)
