"""The wheel, installed in a new environment: its program runs and its episodes are there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EPISODES = sorted(path.name for path in (ROOT / "episodes").glob("*.yaml"))


def run(*command: str | Path) -> str:
    """Run a command away from the checkout; gives what it prints."""
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_episodes_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = sorted(name for name in names if name.startswith("braidtui/episodes/"))
    assert shipped == [f"braidtui/episodes/{name}" for name in EPISODES]
    assert not [name for name in names if name.startswith("tests")]


def test_a_new_environment_lists_and_shows_the_episodes(wheel: Path, tmp_path: Path) -> None:
    os.environ.pop("PYTHONPATH", None)
    run(sys.executable, "-m", "venv", tmp_path / "new")
    python = tmp_path / "new" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    program = tmp_path / "new" / "bin" / "braidtui"
    listed = run(program, "list")
    assert [line.split()[0] for line in listed.splitlines()] == ["000", "001", "008"]
    assert "How to Read Here" in run(program, "show", "0")
    assert "braidtui" in run(python, "-m", "braidtui", "--version")
