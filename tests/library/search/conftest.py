"""Searchers over the library of a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.searcher import Searcher


class Search:
    """A searcher, asked in words."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.searcher = Searcher(library)

    def found(self, typed: str, **wanted: object) -> list[str]:
        """The targets of the hits, newest first."""
        results = self.searcher.find(parse(typed), order="date", **wanted)  # type: ignore[arg-type]
        return [hit.target for hit in results.hits]


@pytest.fixture
def search_in(open_library: Callable[..., Library]) -> Iterator[Callable[..., Search]]:
    """A search over some folders of the test's, its index brought in step."""
    made: list[Search] = []

    def search(*roots: str) -> Search:
        made.append(Search(open_library(*roots)))
        made[-1].searcher.update()
        return made[-1]

    yield search
    for one in made:
        one.searcher.close()
        one.library.close()


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    """Where the index of such a search is."""
    return tmp_path / "cache-index.sqlite"
