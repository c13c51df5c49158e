"""Names in paragraphs of their own, each beside a paragraph that is a time."""

from collections import Counter
from collections.abc import Sequence

from braidtui.formats.html_page.parsed.block import Block
from braidtui.formats.html_page.stamps import clock_of

_ENOUGH = 3
_MOST = 0.6  # of the times
_LONGEST_NAME = 60
_ENDS = (".", "!", "?", "…", ",", ";")


def named_beside_times(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, such paragraphs as names: those above the times, else those below them."""
    times = [_is_time(block) for block in blocks]
    if not sum(times) >= _ENOUGH:
        return blocks
    for found in (_above(blocks, times), _below(blocks, times)):
        names = Counter(blocks[at].text for at in found)
        if len(found) >= max(_ENOUGH, _MOST * sum(times)) and 3 * len(names) <= 2 * len(found):
            named = set(found)
            return [
                block._replace(kind="name") if at in named else block
                for at, block in enumerate(blocks)
            ]
    return blocks


def _above(blocks: Sequence[Block], times: Sequence[bool]) -> list[int]:
    """What stands between words and a time."""
    return [
        at
        for at in range(len(blocks) - 2)
        if times[at + 1]
        and not (times[at + 2] or (at and times[at - 1]))
        and _may_be_name(blocks[at])
    ]


def _below(blocks: Sequence[Block], times: Sequence[bool]) -> list[int]:
    """What stands between a time and words."""
    return [
        at
        for at in range(1, len(blocks) - 1)
        if times[at - 1]
        and not times[at + 1]
        and blocks[at + 1].kind == "words"
        and _may_be_name(blocks[at])
    ]


def _is_time(block: Block) -> bool:
    return block.kind == "time" or (
        block.kind == "words" and ":" in block.text and clock_of(block.text) is not None
    )


def _may_be_name(block: Block) -> bool:
    text = block.text
    return (
        block.kind == "words"
        and 0 < len(text) <= _LONGEST_NAME
        and not text.endswith(_ENDS)
        and any(map(str.isalpha, text))
        and text[0] not in "[("
    )
