"""Kept words that were corrected themselves: found by what stands around them, if much stayed."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.anchors.flow import Flow
from braidtui.notebook.anchors.seeking import Sought, common_begin, common_end, find_all

_BESIDE = 24  # letters on each side that must stand unchanged, at least
_ALIKE = 0.8  # of the letters, that must have stayed
_ALIKE_TURN = 0.6  # of the letters of a turn, for it to be one of those that hold the words
_LARGEST = 4_000_000  # pairs of letters that are compared
_NUMBER = re.compile(r"\d+")


def resembling(sought: Sought) -> tuple[TurnSpan, ...]:
    """Where words stand that can only be these, corrected or parted by an interjection; or ()."""
    if not sought.words or not _is_framed(sought):
        return ()
    region = _region(sought)
    if region is None:
        return ()
    begin, end = region
    text = sought.flow.letters[begin:end]
    if text.find(sought.words) != text.rfind(sought.words):  # there are two of them now
        return ()
    if not (sought.is_same_turn(begin) or _is_no_other(sought, text)):
        return ()
    stayed = _stayed(sought.words, text)
    if sum(stayed) < _ALIKE * len(sought.words):
        return ()
    return tuple(
        span
        for left, right in _parts(sought.flow, begin, end)
        if sum(stayed[left - begin : right - begin]) >= _ALIKE_TURN * (right - left)
        for span in sought.flow.spans(left, right, sought.anchor.text)
    )


def _is_framed(sought: Sought) -> bool:
    """Whether both sides told the words, as far as there is one: the episode may begin or end."""
    anchor = sought.anchor
    return bool(anchor.left or not sought.before) and bool(anchor.right or not sought.after)


def _is_no_other(sought: Sought, text: str) -> bool:
    """Whether the letters of a region can't well be other words than the kept ones.

    Words that stood elsewhere too may have been put there, another number says another thing.
    """
    words = sought.words
    if not sought.anchor.is_alone and abs(len(text) - len(words)) > max(2, len(words) // 5):
        return False
    return _NUMBER.findall(words) == _NUMBER.findall(text)


def _region(sought: Sought) -> tuple[int, int] | None:
    """The letters between what stood before and after the words, if these are near each other."""
    text = sought.flow.letters
    before = sought.before[-max(_BESIDE, sought.anchor.left) :]
    after = sought.after[: max(_BESIDE, sought.anchor.right)]
    lefts = [at + len(before) for at in find_all(text, before)] if before else [0]
    rights = find_all(text, after) if after else [len(text)]
    longest = 2 * len(sought.words) + 200
    regions = [(left, right) for left in lefts for right in rights if 0 < right - left <= longest]
    return regions[0] if len(regions) == 1 else None


def _stayed(words: str, text: str) -> bytes:
    """For each letter of a text 1 where it is one of the words', in their order, else 0."""
    if (at := text.find(words)) >= 0:
        return bytes(at) + b"\1" * len(words) + bytes(len(text) - at - len(words))
    begin = common_begin(words, text)
    end = min(common_end(words, text), min(len(words), len(text)) - begin)
    words, between = words[begin : len(words) - end], text[begin : len(text) - end]
    stayed = bytearray(len(between))
    if len(words) * len(between) <= _LARGEST:
        matcher = SequenceMatcher(None, words, between, autojunk=False)
        for _, at, size in matcher.get_matching_blocks():
            stayed[at : at + size] = b"\1" * size
    return b"\1" * begin + bytes(stayed) + b"\1" * end


def _parts(flow: Flow, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Some letters, parted where turns begin."""
    inner = range(flow.turn_at(begin) + 1, flow.turn_at(end - 1) + 1)
    borders = sorted({begin, end, *(flow.begins[turn] for turn in inner)})
    return pairwise(borders)
