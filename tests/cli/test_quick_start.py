"""What has no screen starts without what only a screen needs."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook
from tests.cli.conftest import EPISODE

_RUN = """\
import sys
from braidtui.__main__ import main
sys.argv[1:] = {arguments!r}
code = main()
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def episode(tmp_path: Path) -> Path:
    path = tmp_path / "007.yaml"
    path.write_text(EPISODE)
    return path


def loaded(*arguments: object) -> set[str]:
    """The top names of all that a command line has imported."""
    return {name.partition(".")[0] for name in modules(*arguments)}


def modules(*arguments: object) -> set[str]:
    """All that a command line has imported."""
    code = _RUN.format(arguments=[str(argument) for argument in arguments])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True
    )
    return set(done.stderr.split())


def keep_its_first_words(path: Path) -> None:
    library = Library([path.parent], EpisodeStore(None))
    Notebook.default().keepsakes.keep(library.open(path), Kind.HIGHLIGHT, [TurnSpan(0, 0, 4)])


@pytest.mark.parametrize(
    "line",
    ["--help", "--version", "list", "list --json", "schema", "show FILE", "FILE", "check FILE"]
    + [f"show FILE --format {form}" for form in ("md", "json", "vtt", "srt")]
    + ["import FILE --into FOLDER", "index", "search evening --library HERE"]
    + [f"search evening --library HERE --{form}" for form in ("json", "vimgrep")]
    + ["notes", "notes FILE", "notes --json", "notes --md"],
)
def test_no_command_without_a_screen_imports_textual(
    episode: Path, tmp_path: Path, line: str
) -> None:
    line = line.replace("FILE", str(episode)).replace("FOLDER", str(tmp_path / "new"))
    line = line.replace("HERE", str(tmp_path))
    names = loaded(*line.split())
    assert "braidtui" in names
    assert not names & {"textual", "asyncio", "markdown_it"}


@pytest.mark.parametrize("line", ["show FILE", "check FILE", "FILE", "show FILE --format vtt"])
def test_an_episode_file_loads_no_reader_of_other_formats(episode: Path, line: str) -> None:
    names = modules(*line.replace("FILE", str(episode)).split())
    assert "braidtui.episode.yaml_reader" in names
    assert "braidtui.formats.registry" not in names


def test_an_episode_that_was_read_before_needs_no_yaml(episode: Path, tmp_path: Path) -> None:
    changed = time.time() - 3600
    os.utime(episode, (changed, changed))
    library = ["--library", tmp_path]
    keep_its_first_words(episode)
    lines = (
        ["show", episode],
        [*library, "list"],
        [*library, "search", "evening"],
        [*library, "notes", "--md"],
    )
    for line in lines:
        loaded(*line)
    assert [bool(loaded(*line) & {"yaml"}) for line in lines] == [False] * 4
