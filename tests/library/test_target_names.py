"""The names that are printed lead back to their episodes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.episode_names import fitting
from braidtui.library.target import resolve
from braidtui.library.target_names import TargetNames


def entry(id: str, number: int | None = None, folder: str = "", title: str = "T") -> Entry:
    path = Path("/lib", folder, f"{id}.yaml")
    key = f"{folder}/{id}" if folder else id
    return Entry(id, path, key, number, None, title, "", None, (), 1, 1, None)


def names(*entries: Entry) -> list[str]:
    called = TargetNames(entries)
    return [called.name(entry) for entry in entries]


def test_a_number_is_the_first_choice_then_the_id_then_the_key() -> None:
    assert names(entry("dispatch-8", 8), entry("talk")) == ["008", "talk"]
    assert names(entry("eight", 8), entry("huit", 8)) == ["eight", "huit"]
    assert names(entry("8a", 8, "one"), entry("8a", 8, "two")) == ["one/8a", "two/8a"]


def test_a_name_that_another_episode_answers_to_is_not_taken() -> None:
    assert names(entry("007", folder="old"), entry("seven", 7)) == ["old/007", "007"]
    assert names(entry("Talk"), entry("talk")) == ["Talk", "talk"]


@pytest.mark.parametrize("id", ["-n", " ", "a\x1bb"])
def test_what_cannot_be_typed_is_named_by_its_path(id: str) -> None:
    assert names(entry(id)) == [f"/lib/{id}.yaml"]


ids = st.sampled_from(
    ["7", "07", "007", "8", "a", "A", "a b", "-a", "a@5", "", " ", "é", "ß", "SS"]
)
entries = st.lists(
    st.builds(entry, ids, st.sampled_from([None, 7, 8]), st.sampled_from(["", "x", "y"])),
    max_size=6,
    unique_by=lambda it: it.path,
)


@given(entries)
def test_every_name_but_a_path_is_that_of_one_episode(entries: list[Entry]) -> None:
    called = TargetNames(entries)
    for each in entries:
        name = called.name(each)
        assert name == str(each.path) or fitting(entries, name) == [each]


def test_a_printed_name_with_a_place_opens_the_file(
    write_episode: Callable[..., Path],
    open_library: Callable[..., Library],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("lib/-n.yaml", "lib/a b@5.yaml", "lib/x/talk.yaml", "lib/y/talk.yaml"):
        write_episode(path)
    library = open_library("lib")
    called = TargetNames(library.entries())
    for each in library.entries():
        target = resolve(library, f"{called.name(each)}@t1")
        assert (target.path, target.place) == (each.path, "t1")
