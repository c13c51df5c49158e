"""Where things live, also where there is no home."""

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from braidtui.library import folders
from braidtui.library.catalog import Library

Write = Callable[..., Path]


def test_each_kind_has_its_folder() -> None:
    home = Path(os.environ["HOME"])
    assert folders.cache_folder() == home / "cache/braidtui"
    assert folders.data_folder() == home / "data/braidtui"
    assert folders.user_library() == home / "data/braidtui/library"
    assert not (home / "data").exists()


def test_the_bundled_episodes_are_there() -> None:
    assert (folders.bundled_episodes() / "008.yaml").is_file()


def test_the_library_is_bundled_then_own_then_named_then_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRAIDTUI_LIBRARY", f"{tmp_path}/a::{tmp_path}/b")
    roots = Library.default([tmp_path / "c"]).roots
    assert roots == (
        folders.bundled_episodes(),
        folders.user_library(),
        *(tmp_path / name for name in "abc"),
    )


@pytest.mark.parametrize("answer", ["refuses", "relative"])
def test_without_a_home_episodes_are_read_and_nothing_is_written(
    tmp_path: Path, write_episode: Write, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    path = write_episode("lib/000.yaml", number=123456)

    def without_home(*_: object, **__: object) -> Path:
        if answer == "refuses":
            raise RuntimeError("could not determine the home directory")
        return Path("~/.cache")

    for kind in ("cache", "data", "config"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", without_home)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    library = Library.default([tmp_path / "lib"])
    assert folders.user_library() is None
    assert path in {entry.path for entry in library.entries()}
    assert library.open(path).episode.number == 123456
    assert list((tmp_path / "here").iterdir()) == []
