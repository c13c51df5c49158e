"""An unchanged file opens without YAML; a changed one never opens from the cache."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library

Write = Callable[..., Path]
Open = Callable[..., Library]


def words(library: Library, path: Path) -> str:
    return library.open(path).episode.turns[0].text


def test_an_unchanged_file_is_not_read_again(
    write_episode: Write, open_library: Open, yaml_readings: list[bytes]
) -> None:
    path = write_episode("lib/008.yaml", quotes="[{text: In no turn.}]")
    first = open_library("lib").open(path)
    again = open_library("lib").open(path)
    assert again == first
    assert first.warnings
    assert first.turn_lines == (9,)
    assert len(yaml_readings) == 1


def test_a_file_of_another_size_or_time_is_read_again(
    write_episode: Write, open_library: Open
) -> None:
    library = open_library("lib")
    assert words(library, write_episode("lib/008.yaml", words="First.")) == "First."
    assert words(library, write_episode("lib/008.yaml", words="Longer.")) == "Longer."
    assert words(library, write_episode("lib/008.yaml", words="Second.", age=99)) == "Second."


def test_a_touched_file_with_the_same_content_is_not_parsed_again(
    write_episode: Write, open_library: Open, yaml_readings: list[bytes]
) -> None:
    library = open_library("lib")
    library.open(write_episode("lib/008.yaml"))
    library.open(write_episode("lib/008.yaml", age=99))
    assert len(yaml_readings) == 1


def test_a_change_within_one_tick_of_the_clock_is_seen(
    write_episode: Write, open_library: Open
) -> None:
    library = open_library("lib")
    path = write_episode("lib/008.yaml", words="First.", age=0)
    stamp = path.stat().st_mtime_ns
    assert words(library, path) == "First."
    write_episode("lib/008.yaml", words="Other.", age=0)
    os.utime(path, ns=(stamp, stamp))
    assert words(library, path) == "Other."
    assert words(open_library("lib"), path) == "Other."


def test_a_file_read_right_after_its_change_settles_at_a_later_reading(
    write_episode: Write,
    open_library: Open,
    yaml_readings: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from braidtui.library import reading
    from braidtui.library.cache import reading as cache_reading

    library, path = open_library("lib"), write_episode("lib/008.yaml", age=0)
    library.open(path)
    later = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(reading.time, "time_ns", lambda: later)
    library.open(path)  # compares the bytes
    monkeypatch.setattr(cache_reading, "content_of", None)
    library.open(path)  # not even that
    assert len(yaml_readings) == 1


def test_a_file_from_the_future_is_never_trusted_by_its_time(
    write_episode: Write, open_library: Open
) -> None:
    library, path = open_library("lib"), write_episode("lib/008.yaml", words="First.", age=-9999)
    stamp = path.stat().st_mtime_ns
    assert words(library, path) == "First."
    write_episode("lib/008.yaml", words="Other.")
    os.utime(path, ns=(stamp, stamp))
    assert words(library, path) == "Other."


def test_a_broken_file_is_refused_with_all_its_problems_each_time(
    write_episode: Write, open_library: Open
) -> None:
    path = write_episode("lib/bad.yaml", number="x", date="y")
    for _ in range(2):
        with pytest.raises(EpisodeRefused) as refused:
            open_library("lib").open(path)
        assert [problem.line for problem in refused.value.problems] == [2, 3]


def test_a_list_reads_neither_good_nor_broken_files_again(
    write_episode: Write, open_library: Open, yaml_readings: list[bytes]
) -> None:
    write_episode("lib/008.yaml")
    write_episode("lib/bad.yaml", number="x")
    first = open_library("lib").entries()
    assert open_library("lib").entries() == first
    assert len(yaml_readings) == 2


def test_a_list_fills_the_cache_that_opening_reads(
    write_episode: Write, open_library: Open, yaml_readings: list[bytes]
) -> None:
    path = write_episode("lib/008.yaml")
    open_library("lib").entries()
    open_library("lib").open(path)
    assert len(yaml_readings) == 1
