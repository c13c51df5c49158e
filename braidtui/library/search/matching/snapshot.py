"""One query over the index as it is at one moment: which turns it finds, newest first."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import chain
from typing import NamedTuple

from braidtui.library.search.matching.plan import Task
from braidtui.library.search.matching.shelf import Placed, Scope, Stretch
from braidtui.library.search.results import Count

_MANY = 512  # rows that are fetched at once

_ROWS = "SELECT rowid FROM turns WHERE turns MATCH ? AND rowid BETWEEN ? AND ?"


class Found(NamedTuple):
    """An episode, and turns of it that were found, in order."""

    placed: Placed
    turns: Sequence[int]


class Newest(NamedTuple):
    """The newest that was found, and what is older: nothing where all was counted."""

    found: Sequence[Found]
    counted: Count
    older: Iterator[Found]


class Snapshot:
    """Asks the index. The tasks have no episode in common."""

    def __init__(self, index: sqlite3.Connection, tasks: Sequence[Task]) -> None:
        self._index = index
        self._tasks = tasks
        self.is_exact = all(task.matching.is_exact for task in tasks)
        self.is_quick = all(task.matching.is_quick for task in tasks)
        self.scopes = [task.scope for task in tasks]
        self.episodes = max(1, sum(map(len, self.scopes)))

    def newest(self, most: int) -> Newest:
        """The newest `most` turns (0: all), by episode; of one with more only the first `most`."""
        streams = [self._found(task, most if self.is_exact else 0) for task in self._tasks]
        all_found = merge(*streams, key=lambda found: found.placed.rank)
        found: list[Found] = []
        count = 0
        for one in all_found:
            count += len(one.turns)
            if most and count > most:
                return Newest(found, Count(most, True), chain([one], all_found))
            found.append(one)
        return Newest(found, Count(count, False), iter(()))

    def within(self, placed: Placed, most: int) -> Sequence[int]:
        """The first `most` turns (0: all) found in an episode, in order."""
        tasks = (task for task in self._tasks if task.scope.has(placed))
        return next((self._first_turns(task, placed, most) for task in tasks), ())

    def _first_turns(self, task: Task, placed: Placed, most: int) -> Sequence[int]:
        rows = self._index.execute(
            f"{_ROWS} ORDER BY rowid LIMIT ?",
            (task.matching.expression, placed.first, placed.last, most or -1),
        )
        return [row - placed.first for (row,) in rows]

    def _found(self, task: Task, most: int) -> Iterator[Found]:
        """What a task finds, newest episode first; of one with more only the first `most` turns."""
        for stretch in task.scope.stretches:
            high = stretch.high
            while high >= stretch.low:
                asked = (task.matching.expression, stretch.low, high)
                rows = self._index.execute(f"{_ROWS} ORDER BY rowid DESC", asked)
                high = stretch.low - 1
                left: list[int] = []
                while some := rows.fetchmany(_MANY):
                    left = [row for (row,) in reversed(some)] + left
                    yield from _taken(left, task.scope, stretch, is_whole=False)
                    if most and len(left) > most:
                        break
                else:
                    yield from _taken(left, task.scope, stretch, is_whole=True)
                    continue
                if owner := task.scope.owner(left[-1], stretch):
                    yield Found(owner, self._first_turns(task, owner, most + 1))
                    high = owner.first - 1


def _taken(rows: list[int], scope: Scope, stretch: Stretch, *, is_whole: bool) -> Iterator[Found]:
    """Takes from rising rows the episodes, newest first; leaves the oldest if it may have more."""
    while rows:
        owner = scope.owner(rows[-1], stretch)
        begin = bisect_left(rows, owner.first) if owner else len(rows) - 1
        if begin == 0 and owner and not is_whole:
            return
        if owner:
            yield Found(owner, [row - owner.first for row in rows[begin:]])
        del rows[begin:]
