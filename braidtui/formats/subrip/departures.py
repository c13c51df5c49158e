"""How subtitles depart from what every player writes and reads.

No standard tells it. What is held here is what the program SubRip wrote, and all players since: an
index from 1, `HH:MM:SS,mmm --> HH:MM:SS,mmm`, lines of words, a blank line.
"""

import re

from braidtui.formats.reading.tally import Tally
from braidtui.formats.subrip.blocks import Block
from braidtui.formats.subrip.timing import Timing

_PLAIN = re.compile(r"\d{2,9}:\d\d:\d\d,\d{3} --> \d{2,9}:\d\d:\d\d,\d{3}", re.ASCII)


def departures(blocks: list[Block]) -> Tally:
    """A tally of them, each said as what is done about it."""
    tally = Tally()
    number = 0
    for block in blocks:
        head = block.head
        number += 1
        if head.id != str(number):
            number = _count_index(head.id, number, block.line, tally)
        if head.timing is not None:
            _count_timing(head.timing, block.line, tally)
        if block.body.find("\n\n") != len(block.body) - 2:
            _count_blank_lines(block, block is blocks[-1], tally)
    return tally


def _count_index(id: str, number: int, line: int, tally: Tally) -> int:
    """The number that the index stands for, having told what is wrong with it."""
    if not id:
        tally.count(line, "a subtitle without an index")
    elif not (id.isascii() and id.isdecimal()):
        tally.count(line, "an index that is no number")
    elif int(id) != number:
        tally.count(line, "an index that is not the next number")
        return int(id)
    else:
        tally.count(line, "an index with zeros in front")
    return number


def _count_timing(timing: Timing, line: int, tally: Tally) -> None:
    if not _PLAIN.fullmatch(timing.written):
        tally.count(line, "times that are not written 00:00:00,000 --> 00:00:00,000")
    if timing.start.sign or timing.end.sign:
        tally.count(line, "a time below zero is read as zero")
    if timing.end.seconds is None:
        tally.count(line, "a start without an end")
    if timing.words:
        tally.count(line, "words behind the times are read as words of the subtitle")


def _count_blank_lines(block: Block, is_last: bool, tally: Tally) -> None:
    words = block.body.strip()
    if "\n\n" in words:
        tally.count(block.line, "a blank line within a subtitle is taken out")
    if is_last or block.body == "\n\n":
        return
    below = block.body[block.body.rfind(words[-1:]) + 1 :] if words else block.body
    gap = below.count("\n")
    if gap < 2:
        tally.count(block.line, "no blank line below a subtitle")
    elif gap > 2:
        tally.count(block.line, "more than one blank line below a subtitle")
