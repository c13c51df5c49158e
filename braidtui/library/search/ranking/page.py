"""The first page of hits: newest first, or those first that answer best."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

from braidtui.library.search.matching.shelf import Placed
from braidtui.library.search.matching.snapshot import Found, Newest, Snapshot
from braidtui.library.search.ranking.hits import HitMaker
from braidtui.library.search.ranking.scoring import Scorer
from braidtui.library.search.ranking.topics import Topics
from braidtui.library.search.results import MOST_COUNTED, Check, Count, Hit, Results, Wanted

_SCORED = 6  # turns of an episode; of the first ones, four times as many
_FIRST_ONES = 5
_USUAL = 50  # hits: to have some choice, at least so many are looked for, and a quarter more
_CHOICE = 1.25
_MOST_SCORED = 240  # turns in all, where there are few episodes


class _Scored(NamedTuple):
    score: float
    placed: Placed
    turn: int
    text: str


class PageMaker:
    """Makes the page of one query."""

    def __init__(self, snapshot: Snapshot, hits: HitMaker, wanted: Wanted, check: Check) -> None:
        self._snapshot = snapshot
        self._hits = hits
        self._limit, self._per_episode = wanted
        self._check = check

    def by_date(self) -> Results:
        """Newest episode first, the turns of one in their order."""
        newest = self._newest()
        page: list[Hit] = []
        for placed, turns in chain(newest.found, newest.older):
            self._check()
            page += islice(self._right(placed, turns), self._per_episode or None)
            if self._is_full(len(page)):
                break
        return Results(tuple(page[: self._limit or None]), newest.counted)

    def by_worth(self, topics: Topics) -> Results:
        """Best first."""
        newest = self._newest()
        scorer = Scorer(topics.weights)
        scored: list[_Scored] = []
        enough = 0
        for placed, turns in self._by_topic(newest, topics):
            self._check()
            scored += self._scored(placed, turns, scorer)
            enough += min(len(turns), self._per_episode or len(turns))
            if self._limit and enough >= _CHOICE * max(self._limit, _USUAL):
                break
        scored.sort(key=lambda it: (-it.score, it.placed.rank, it.turn))
        return Results(tuple(islice(self._best(scored), self._limit or None)), newest.counted)

    def _newest(self) -> Newest:
        most = max(MOST_COUNTED, self._limit) if self._limit else 0
        newest = self._snapshot.newest(most)
        if self._snapshot.is_exact:
            return newest
        found = list(self._true(newest.found))
        count = Count(sum(len(turns) for _, turns in found), newest.counted.is_more)
        return Newest(found, count, self._true(newest.older))

    def _by_topic(self, newest: Newest, topics: Topics) -> Iterator[Found]:
        """Those with most hits, or where there are too many, those most about the words."""
        if not newest.counted.is_more:
            shares = self._shares(len(newest.found))
            for placed, turns in sorted(newest.found, key=lambda it: -len(it.turns)):
                yield Found(placed, turns[: next(shares)])
            return
        known = set()
        shares = self._shares(self._snapshot.episodes)
        for placed in topics.best(self._snapshot.scopes) if self._snapshot.is_quick else ():
            known.add(placed.rank)
            turns = self._snapshot.within(placed, next(shares) or 0)
            yield from self._true([Found(placed, turns)])
        for placed, turns in chain(newest.found, newest.older):
            if placed.rank not in known:
                yield Found(placed, turns[: next(shares)])

    def _shares(self, episodes: int) -> Iterator[int | None]:
        """How many turns are scored of each of so many episodes; None: all."""
        if not self._limit or not self._per_episode:
            return repeat(None)
        share = max(_SCORED, self._per_episode, _MOST_SCORED // max(1, episodes))
        return chain(repeat(4 * share, _FIRST_ONES), repeat(share))

    def _true(self, found: Iterable[Found]) -> Iterator[Found]:
        """What the index cannot tell for sure is read."""
        for placed, turns in found:
            right = turns if self._snapshot.is_exact else self._hits.right(placed, turns)
            if right:
                yield Found(placed, list(right))

    def _right(self, placed: Placed, turns: Sequence[int]) -> Iterator[Hit]:
        """Hits of an episode; as many are read at once as are mostly wanted."""
        left = iter(turns)
        while some := list(islice(left, self._per_episode or None)):
            for turn, text in self._hits.right(placed, some).items():
                if hit := self._hits.hit(placed, turn, text):
                    yield hit

    def _scored(self, placed: Placed, turns: Sequence[int], scorer: Scorer) -> Iterator[_Scored]:
        quoted = placed.quoted
        for turn, text in self._hits.texts(placed, turns).items():
            yield _Scored(scorer.score(text, turn in quoted), placed, turn, text)

    def _best(self, scored: Iterable[_Scored]) -> Iterator[Hit]:
        taken: Counter[int] = Counter()
        for _, placed, turn, text in scored:
            if self._per_episode and taken[placed.rank] >= self._per_episode:
                continue
            if self._hits.is_right(placed, turn, text) and (
                hit := self._hits.hit(placed, turn, text)
            ):
                taken[placed.rank] += 1
                yield hit

    def _is_full(self, hits: int) -> bool:
        return 0 < self._limit <= hits
