"""The README is true: its commands are those of the program and of CI, its settings load."""

import re
import shlex
from pathlib import Path

import click

from braidtui.cli.program import program, run
from braidtui.config import load_config
from braidtui.formats.registry import READERS
from braidtui.formats.writers import WRITERS
from braidtui.library.search.examples import EXAMPLES
from braidtui.tui.keymap import checked_keys

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The README's code blocks in a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_ci_runs_the_very_line_that_the_readme_gives_for_the_tests() -> None:
    lines = [block.strip() for block in blocks("sh") if "pytest" in block]
    assert len(lines) == 1
    assert lines[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_stands_in_the_table() -> None:
    assert isinstance(program, click.Group)
    listed = set(re.findall(r"^\| `braidtui (\w+)", README, re.MULTILINE))
    assert listed == set(program.list_commands(click.Context(program)))


def test_the_examples_of_queries_are_those_of_the_program() -> None:
    table = README.partition("<!-- queries -->")[2].partition("<!-- /queries -->")[0]
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", table, re.MULTILINE)
    assert rows == [tuple(example) for example in EXAMPLES]


def test_every_search_of_the_examples_finds_something() -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if " search " in line]
    assert len(lines) == 4
    assert [line for line in lines if run(shlex.split(line, comments=True)[1:])] == []


def test_every_format_that_comes_in_and_goes_out_is_named() -> None:
    table = README.partition("| `--as` |")[2].partition("\n\n")[0]
    named = [
        name for row in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for name in row.split()
    ]
    assert {name.strip("`") for name in named} == set(READERS)
    assert set(WRITERS) <= set(re.findall(r"`(\w+)`", README.partition("\n| `braidtui export")[0]))


def test_the_settings_of_the_example_are_all_good(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(blocks("toml")[0], encoding="utf-8")
    config, complaints = load_config(path)
    assert complaints == ()
    assert config.theme == "braid-light"
    assert checked_keys(config.keys)[1] == []


def test_the_keys_of_the_json_are_told() -> None:
    told = set(re.findall(r"`(\w+)`", README.partition("## For scripts")[2].partition("\n## ")[0]))
    keys = "id number date title show duration speakers segments turns path read broken"
    of_hits = "target segment segment_number speaker turn start snippet text line"
    of_index = "of_episodes of_turns complete size"
    of_notes = "kind note mark created attached stated"
    of_stats = "timed_turns talk_time words words_per_minute shares_by share longest sites"
    of_import = "file format sources problems message"
    of_all = (keys, of_hits, of_index, of_notes, of_stats, of_import)
    assert {key for names in of_all for key in names.split()} <= told
