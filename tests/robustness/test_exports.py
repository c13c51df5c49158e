"""Whatever an episode holds, its export is a tame file in the chosen folder that says the same."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from braidtui.cli.program import run
from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused
from braidtui.library.reading import read_file
from tests.formats.markdown.rendering import COMMONMARK, GITHUB, comments, rendered
from tests.robustness.hostile import hostile_yaml
from tests.robustness.test_hostile_episodes import CORPUS, UNSAFE, row_texts

LONGEST_RENDERED = 200_000
SECONDS = 3.0
EXPORTS = (
    (),
    ("--all", "--flavor", "obsidian"),
    ("-s", "1", "--sources", "list", "--timestamps", "none", "--no-front-matter"),
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def exported(path: Path, home: Path, *options: str) -> Iterator[str]:
    """The files that an export writes; nothing is written anywhere else."""
    folder = home / "out"
    begin = time.process_time()
    assert run(["export", str(path), "-o", f"{folder}/", *options]) == 0
    assert time.process_time() - begin < SECONDS
    written = sorted(folder.iterdir())
    assert written
    for each in written:
        assert re.fullmatch(r"[a-z0-9-]{1,140}\.md", each.name)
        yield each.read_bytes().decode()
    assert run(["export", str(path), "-o", f"{folder}/", *options]) == 0
    assert sorted(folder.iterdir()) == written
    for each in written:
        each.unlink()
    assert list(Path.cwd().iterdir()) == []


def check(text: str, episode: Episode) -> None:
    """A document is safe text, its keys are YAML, and it has no markup but its own."""
    assert not UNSAFE.search(text.replace("\n", ""))
    if text.startswith("---\n"):
        keys = yaml.safe_load(text.split("\n---\n", maxsplit=1)[0].removeprefix("---\n"))
        assert keys["title"] == episode.title
        assert keys["generator"] == "braidtui"
    if len(text) < LONGEST_RENDERED:
        assert len(comments(text)) == 2
        for parser in (COMMONMARK, GITHUB):
            kinds = {part for said in rendered(text, parser) for part in said.within.split()}
            assert kinds <= {"h1", "h2", "p", "blockquote", "ul", "li"}


def check_turns(text: str, episode: Episode) -> None:
    """Every paragraph of every turn is read as it stands in the episode."""
    if len(text) < LONGEST_RENDERED:
        said = "\n".join(each.text for each in rendered(text, COMMONMARK))
        for line in (line for turn in episode.turns for line in turn.text.split("\n\n")):
            assert line.strip() in said


def hostile_files() -> list[Path]:
    rows = [
        row
        for row in row_texts()
        if {row["class"], *row["also"].split()} & {"INERT", "NORM", "WARN"}
    ]
    return [CORPUS / row["file"] for row in rows]


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside this repository")
@pytest.mark.parametrize("path", hostile_files(), ids=lambda path: path.name)
def test_every_file_of_the_corpus_that_can_be_read_is_exported(path: Path, home: Path) -> None:
    try:
        episode = read_file(path).episode
    except EpisodeRefused:
        return
    for options in EXPORTS:
        for text in exported(path, home, *options):
            check(text, episode)
    (whole,) = exported(path, home)
    check_turns(whole, episode)


def test_an_attack_in_every_field_is_exported_as_text(home: Path) -> None:
    path = home / "evil.yaml"
    path.write_text(hostile_yaml())
    episode = read_file(path).episode
    for options in EXPORTS:
        for text in exported(path, home, *options):
            check(text, episode)
    (first,) = exported(path, home, "-s", "1")
    assert first.count("zebrafinch") == len(episode.segments[0].turns)
    assert "<javascript:" not in first
