"""The examples of every help."""

from pathlib import Path

import pytest

from braidtui.library.cache.summary import Summary
from braidtui.library.entry import Entry
from braidtui.library.reading import read_file
from braidtui.library.search.examples import EXAMPLES
from braidtui.library.search.fields import FIELDS
from braidtui.library.search.parsing import parse
from braidtui.library.search.scanning import scan

SHIPPED = sorted((Path(__file__).parents[3] / "episodes").glob("*.yaml"))


@pytest.mark.parametrize("query", [example.query for example in EXAMPLES])
def test_each_finds_something_in_the_episodes_shipped(query: str) -> None:
    parsed = parse(query)
    assert parsed.complaints == ()
    opened = [read_file(path) for path in SHIPPED]
    entries = [Entry(it.id, it.path, it.key, *Summary.of(it.episode)) for it in opened]
    found = [scan(parsed, entry, it.episode) for entry, it in zip(entries, opened, strict=True)]
    turns = sum(len(it.episode.turns) for it in opened)
    assert 0 < sum(map(len, found)) < turns or query.startswith("is:unread")


def test_every_field_has_one() -> None:
    queries = " ".join(example.query for example in EXAMPLES)
    assert [name for name in FIELDS if f"{name}:" not in queries] == []
