"""Which hits are on the first page, where not all can be looked at."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.ranking import page
from braidtui.library.search.searcher import Searcher
from tests.library.search.libraries import put

Find = Callable[..., list[tuple[int | None, int]]]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Find]:
    """What a query finds first, as (number, turn): of thirty episodes with four turns each, that
    name a rocket once, the oldest of them nothing else.
    """
    monkeypatch.setattr(page, "MOST_COUNTED", 20)
    folder = tmp_path / "lib"
    folder.mkdir()
    for number in range(1, 31):
        rocket = "A rocket and a rocket, the company has rockets." if number == 1 else "A rocket."
        said = [f"{rocket} Nothing else in turn {turn} of many." for turn in range(4)]
        if number == 7:
            said[2] = "The rocket company " + said[2]
        put(folder / f"{number}.yaml", whole(number, said))
    library = Library([folder], EpisodeStore(tmp_path / "cache.sqlite"))
    searcher = Searcher(library)
    searcher.update()

    def find(typed: str, **wanted: object) -> list[tuple[int | None, int]]:
        hits = searcher.find(parse(typed), **wanted).hits  # type: ignore[arg-type]
        return [(hit.entry.number, hit.turn) for hit in hits]

    yield find
    searcher.close()
    library.close()


def whole(number: int, said: list[str]) -> Episode:
    """An episode of one day each, its third turn quoted."""
    turns = tuple(Turn("a", text) for text in said)
    return Episode(
        f"Day {number}",
        (Speaker("a", "Ann"),),
        (Segment("Part", None, turns),),
        number=number,
        date=datetime.date(2026, 1, number),
        quotes=(Quote(said[2]),),
    )


def test_an_old_episode_that_is_about_a_word_comes_first(found: Find) -> None:
    assert [number for number, _ in found("rocket", limit=4)] == [1, 1, 1, 30]


def test_by_date_the_newest_comes_first(found: Find) -> None:
    assert found("rocket", order="date", limit=4, per_episode=2) == [
        (30, 0),
        (30, 1),
        (29, 0),
        (29, 1),
    ]


def test_words_side_by_side_come_first(found: Find) -> None:
    assert found("rocket company", limit=1) == [(7, 2)]


def test_among_equals_the_quoted_comes_first(found: Find) -> None:
    assert found("nothing else", limit=1)[0][1] == 2


def test_a_letter_is_not_ranked(found: Find) -> None:
    assert found("r*", limit=4) == [(30, 0), (30, 1), (30, 2), (29, 0)]
