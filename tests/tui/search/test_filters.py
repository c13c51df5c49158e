"""Filters stand in the text of the query, where they can be seen and edited."""

import pytest

from braidtui.library.search.parsing import parse
from braidtui.tui.search.filters import filters_of, is_about_one_episode, switched, written


@pytest.mark.parametrize(
    ("typed", "filter", "then"),
    [
        ("tide", "speaker:ada", "speaker:ada tide"),
        ("", "speaker:ada", "speaker:ada "),
        ("speaker:ada tide", "speaker:ada", "tide"),
        ("tide speaker:ada low", "speaker:ada", "tide low"),
        ("tide speaker:ada", "speaker:ada", "tide "),
        ('speaker:"Ada Moor" tide', 'speaker:"Ada Moor"', "tide"),
        ("speaker:ada tide", "speaker:bo", "speaker:bo speaker:ada tide"),
        ("date:2025 tide", "date:2026-05", "date:2026-05 tide"),
        ("episode:7 tide", "episode:8", "episode:8 tide"),
        ("-speaker:ada tide", "speaker:ada", "speaker:ada -speaker:ada tide"),
        ("speaker:ada OR speaker:bo", "speaker:ada", "speaker:ada speaker:ada OR speaker:bo"),
    ],
)
def test_a_filter_is_put_in_front_or_taken_out(typed: str, filter: str, then: str) -> None:
    assert switched(parse(typed, as_you_type=True), filter) == then


def test_the_beginning_of_a_word_stays_one_when_a_filter_is_put_in() -> None:
    typed = switched(parse("chi", as_you_type=True), "speaker:ada")
    last = parse(typed, as_you_type=True).clauses[-1][0].what
    assert last.is_prefix


@pytest.mark.parametrize(
    "name",
    [
        "Ada Moor",
        'Ada "Tide" Moor',
        "林美玲",
        "O’Hara-Lee",
        "(x) OR -y",
        "a:b",
        "“Ada”",
        "x*",
        "Ada",
    ],
)
def test_any_name_makes_a_filter_that_is_read_as_one(name: str) -> None:
    query = parse(written("speaker", name) + " tide", as_you_type=True)
    assert [filter.field for filter in filters_of(query)] == ["speaker"]
    assert query.complaints == ()


def test_a_filter_that_was_put_in_can_be_taken_out_whatever_the_name() -> None:
    for name in ("Ada Moor", 'Ada "Tide" Moor', "林美玲 / Lin", "“Ada”", "a:b", "x*", "-y"):
        filter = written("show", name)
        narrowed = switched(parse("tide", as_you_type=True), filter)
        assert switched(parse(narrowed, as_you_type=True), filter) == "tide", name


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [("episode:8", True), ("episode:008-x", True), ("episode:3..8", False), ("-episode:8", False)],
)
def test_all_hits_are_wanted_of_one_episode(typed: str, is_one: bool) -> None:
    assert is_about_one_episode(parse(typed)) is is_one
