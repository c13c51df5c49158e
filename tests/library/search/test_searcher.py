"""The index finds what reading all of the library would find."""

import random
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, islice
from pathlib import Path

import pytest

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.search.matching import shelf, snapshot, vocabulary
from braidtui.library.search.ranking import page
from braidtui.library.search.searcher import Searcher
from tests.library.search.libraries import Asking, episode, put, write

Turns = Sequence[tuple[Entry, int]]


@pytest.mark.parametrize("seed", range(8))
def test_the_index_finds_what_reading_everything_finds(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    library = Library([write(tmp_path / "lib", chance, 12)], EpisodeStore(tmp_path / "c.sqlite"))
    searcher = Searcher(library)
    searcher.update()
    asking = Asking(library, chance)
    for _ in range(250):
        query = asking.query()
        expected = asking.expected(query)
        by_date, best = (
            searcher.find(query, order=order, limit=0, per_episode=0, read=asking.read)
            for order in ("date", "best")
        )
        assert [(hit.entry, hit.turn) for hit in by_date.hits] == expected, query
        assert sorted((hit.entry.path, hit.turn) for hit in best.hits) == sorted(
            (entry.path, turn) for entry, turn in expected
        ), query
        assert by_date.count == best.count == (len(expected), False)
    assert searcher.notices == ()
    searcher.close()


@pytest.fixture
def is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is many in a large library, many in a small one."""
    monkeypatch.setattr(page, "MOST_COUNTED", 7)
    monkeypatch.setattr(page, "_SCORED", 1)
    monkeypatch.setattr(page, "_MOST_SCORED", 2)
    monkeypatch.setattr(snapshot, "_MANY", 3)
    monkeypatch.setattr(shelf, "_MOST_STRETCHES", 2)
    monkeypatch.setattr(vocabulary, "_MOST_BEGUN", 2)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.usefixtures("is_small")
def test_a_page_is_as_full_as_it_can_be_and_has_nothing_else(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = write(tmp_path / "lib", chance, 10)
    library = Library([folder], EpisodeStore(tmp_path / "c.sqlite"))
    searcher = Searcher(library)
    searcher.update()
    for number in chance.sample(range(10), 5):  # so that ranges of rows are interrupted
        put(folder / f"{number:03}.yaml", episode(chance, number), age=99)
        searcher.update()
    asking = Asking(library, chance)
    for _ in range(150):
        query = asking.query()
        expected = asking.expected(query)
        limit, per_episode = chance.choice((1, 4, 9, 30)), chance.choice((0, 1, 3))
        by_date, best = (
            searcher.find(
                query, order=order, limit=limit, per_episode=per_episode, read=asking.read
            )
            for order in ("date", "best")
        )
        fitting = at_most(expected, per_episode)
        assert [(hit.entry, hit.turn) for hit in by_date.hits] == fitting[:limit], query
        assert len(best.hits) == len(fitting[:limit]), query
        assert {(hit.entry, hit.turn) for hit in best.hits} <= set(expected), query
        taken = Counter(hit.entry.path for hit in best.hits)
        assert not per_episode or max(taken.values(), default=0) <= per_episode
        assert by_date.count.number <= len(expected)
        assert by_date.count.is_more or by_date.count.number == len(expected)
    assert searcher.notices == ()
    searcher.close()


def at_most(turns: Turns, per_episode: int) -> list[tuple[Entry, int]]:
    """The first few of each episode."""
    by_episode = groupby(turns, lambda found: found[0].path)
    return [it for _, those in by_episode for it in islice(those, per_episode or None)]
