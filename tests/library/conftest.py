"""Small episode files, as if written an hour ago, and a library over folders of them."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library


@pytest.fixture
def write_episode(tmp_path: Path) -> Callable[..., Path]:
    """Writes an episode file in the test's folder; `age` is in seconds."""

    def write(
        name: str, *, words: str = "Good evening.", age: float = 3600, **fields: object
    ) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = "".join(f"{key}: {value}\n" for key, value in ({"title": "T"} | fields).items())
        path.write_text(
            f"{head}speakers:\n  ann: {{name: Ann}}\nsegments:\n"
            f"  - title: One\n    start: 0:00\n    turns:\n"
            f"      - {{speaker: ann, start: 0:01, text: {words}}}\n"
        )
        changed = time.time() - age
        os.utime(path, (changed, changed))
        return path

    return write


@pytest.fixture
def open_library(tmp_path: Path) -> Callable[..., Library]:
    """The library over some folders of the test's, with a cache there."""

    def library(*roots: str) -> Library:
        folders = [tmp_path / root for root in roots]
        return Library(folders, EpisodeStore(tmp_path / "cache.sqlite"))

    return library


@pytest.fixture
def yaml_readings(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The files that are parsed as YAML from here on."""
    from braidtui.episode import yaml_reader

    seen: list[bytes] = []
    read = yaml_reader.read_episode

    def noted(data: bytes) -> yaml_reader.Reading:
        seen.append(data)
        return read(data)

    monkeypatch.setattr(yaml_reader, "read_episode", noted)
    return seen
