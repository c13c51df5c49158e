"""Loops of a speech recogniser: the same words over and over, folded to one with their count.

Measured: 229 of 1,317 files have such a run of five or more; the longest says one line 1,299 times.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from braidtui.episode.problem import Problem
from braidtui.formats.imported import notice
from braidtui.formats.speech.columns import Columns

SHORTEST = 5
_MOST_TOLD = 20
_AROUND = " .,;:!?…-–—\"'“”‘’()[]♪。、！？"


def without_loops(rows: Columns, lines: Sequence[int]) -> tuple[Columns, list[Problem]]:
    """The rows with each loop as its first row, the count behind the words; `lines` tells where
    each utterance of the draft stands."""
    loops = list(_loops(rows))
    if not loops:
        return rows, []
    kept = [True] * len(rows.texts)
    texts, ends = rows.texts.copy(), rows.ends.copy()
    for first, count in loops:
        texts[first] = f"{texts[first]} [×{count:,}]"
        ends[first] = ends[first + count - 1]
        kept[first + 1 : first + count] = [False] * (count - 1)
    told = [
        notice(lines[rows.origins[first]], f"said {count:,} times in a row: folded to one")
        for first, count in loops[:_MOST_TOLD]
    ]
    if rest := loops[_MOST_TOLD:]:
        words = f"{len(rest):,} more loops folded, of {sum(count for _, count in rest):,} lines"
        told.append(notice(lines[rows.origins[rest[0][0]]], words))
    return rows._replace(texts=texts, ends=ends).only(kept), told


def _loops(rows: Columns) -> Iterator[tuple[int, int]]:
    """The first row of each loop and how many rows it has."""
    keys = [text.casefold().strip(_AROUND) or text for text in rows.texts]
    if not any(map(str.__eq__, keys, keys[SHORTEST - 1 :])):
        return
    first = 0
    for _, run in groupby(zip(keys, rows.names, strict=True)):
        count = sum(1 for _ in run)
        if count >= SHORTEST:
            yield first, count
        first += count
