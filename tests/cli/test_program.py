from pathlib import Path

import click
import pytest

from braidtui import __version__
from braidtui.cli.program import _HELP, program
from tests.cli.conftest import EPISODE, Braidtui


@pytest.mark.parametrize(
    "line", ["-h", "--help", "7 --help", "list -h", "show --help", "import -h", "check -h"]
)
def test_help_is_everywhere(braidtui: Braidtui, line: str) -> None:
    code, out, err = braidtui(*line.split())
    assert (code, err) == (0, "")
    assert out.startswith("Usage: braidtui")


@pytest.mark.parametrize("line", ["--version", "list --version", "7 --version"])
def test_the_version_is_everywhere(braidtui: Braidtui, line: str) -> None:
    assert braidtui(*line.split()) == (0, f"braidtui {__version__}\n", "")


def test_the_short_helps_are_those_of_the_commands() -> None:
    context = click.Context(program)
    names = program.list_commands(context)
    commands = [program.get_command(context, name) for name in names]
    helps = [command.get_short_help_str(80) for command in commands if command]
    assert tuple(zip(names, helps, strict=True)) == _HELP


@pytest.mark.parametrize(
    "line",
    ["--bogus", "7 --bogus", "list --bogus", "list extra", "show", "import", "show 7 --format x"],
)
def test_bad_usage_is_one_line_that_leads_on(braidtui: Braidtui, library: Path, line: str) -> None:
    code, out, err = braidtui(*line.split())
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "--help`" in err


@pytest.mark.parametrize("before", [True, False])
def test_a_library_may_be_named_before_and_after_the_command(
    braidtui: Braidtui, library: Path, tmp_path: Path, before: bool
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text(EPISODE.replace("Seven", "Nine").replace(": 7", ": 9"))
    option = ["--library", other]
    line = [*option, "list"] if before else ["list", *option]
    assert ["Nine" in braidtui(*line).out, "Seven" in braidtui(*line).out] == [True, True]
    line = [*option, "9"] if before else ["9", *option]
    assert "Nine Ways" in braidtui(*line).out


def test_a_library_that_is_missing_is_one_line(braidtui: Braidtui, tmp_path: Path) -> None:
    code, out, err = braidtui("list", "--library", tmp_path / "gone")
    assert (code, out) == (2, "")
    assert err == f"braidtui: {tmp_path / 'gone'}: no such folder\n"


def test_a_bad_configuration_is_told_and_hides_nothing(braidtui: Braidtui, library: Path) -> None:
    from braidtui.config import config_path

    path = config_path()
    assert path
    path.parent.mkdir(parents=True)
    path.write_text("width = 'wide'\n")
    code, out, err = braidtui("list")
    assert code == 0
    assert "Seven" in out
    assert err.startswith("config.toml:1: ")
