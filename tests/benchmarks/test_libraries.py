from pathlib import Path

from braidtui.episode.yaml_reader import read_episode
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from tests.benchmarks.libraries import library, made, plans, small_files
from tests.benchmarks.questions import Questions


def test_a_library_has_as_many_turns_as_are_asked_for(tmp_path: Path) -> None:
    generated = library(tmp_path, 1_000)
    entries = Library([generated.root], EpisodeStore(None)).entries()
    assert sum(entry.turns for entry in entries) == 1_000
    assert not any(entry.broken for entry in entries)


def test_a_library_is_the_same_each_time(tmp_path: Path) -> None:
    one, other = (library(tmp_path / name, 1_000) for name in ("one", "other"))
    assert [it.read_bytes() for it in sorted(one.root.rglob("*.yaml"))] == [
        it.read_bytes() for it in sorted(other.root.rglob("*.yaml"))
    ]
    assert one.size == other.size


def test_a_library_that_was_kept_is_taken(tmp_path: Path) -> None:
    generated = library(tmp_path, 1_000)
    (generated.root / "show00" / "added.yaml").touch()
    assert library(tmp_path, 1_000) == generated
    assert (generated.root / "show00" / "added.yaml").exists()


def test_generated_turns_are_as_long_as_those_of_a_real_episode() -> None:
    texts = [turn.text for plan in plans(10_000) for turn in made(plan).turns]
    assert abs(sum(map(len, texts)) / len(texts) - 330) < 15


def test_a_generated_file_reads_back_without_a_warning(tmp_path: Path) -> None:
    generated = library(tmp_path, 3_000)
    for path in generated.root.rglob("*.yaml"):
        episode, problems, _ = read_episode(path.read_bytes())
        assert episode == made(next(it for it in plans(3_000) if path.name in it.path))
        assert not problems


def test_small_files_are_as_many_as_are_asked_for(tmp_path: Path) -> None:
    assert len(list(small_files(tmp_path, 12).glob("*.yaml"))) == 12


def test_queries_differ_and_are_as_many_as_are_asked_for() -> None:
    kinds = Questions(20_000).kinds(40)
    assert len(kinds) == 10
    for kind, typed in kinds.items():
        assert len(set(typed)) == len(typed) == 40 or kind == "prefix of one letter"
