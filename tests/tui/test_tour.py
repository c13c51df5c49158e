"""The tour, episode 000, held against the program: it names all there is, and nothing else."""

import re
import shlex
from pathlib import Path

import click
import pytest
from textual.binding import Binding

from braidtui.cli.program import program, run
from braidtui.config import Config, load_config
from braidtui.episode.model import Episode
from braidtui.episode.yaml_reader import read_episode
from braidtui.library.folders import bundled_episodes
from braidtui.library.place_names import is_place, turn_at
from braidtui.tui.app import BraidApp
from braidtui.tui.commands import BY_ID, COMMANDS, shown_keys
from braidtui.tui.editor import editor_command
from braidtui.tui.keymap import checked_keys

TOUR = bundled_episodes() / "000.yaml"
NTH_SEGMENT = "1 … 9"  # as the help shows the keys of the nine segments
IN_EVERY_LIST = {"Enter", "Esc"}
EDITORS = {"$VISUAL", "$EDITOR"}
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good evening.\n"


@pytest.fixture(scope="module")
def tour() -> Episode:
    episode = read_episode(TOUR.read_bytes()).episode
    assert episode is not None
    return episode


@pytest.fixture(scope="module")
def named(tour: Episode) -> set[str]:
    """All that stands between backticks in its turns."""
    return {span for turn in tour.turns for span in re.findall(r"`([^`]+)`", turn.text)}


@pytest.fixture(scope="module")
def lines(named: set[str]) -> set[str]:
    """The command lines among it."""
    return {span for span in named if span.split()[0] == "braidtui"}


def keys_of_commands() -> set[str]:
    """Each key of each command as the help shows it."""
    return {shown_keys(key) for command in COMMANDS for key in command.keys.split(",")}


def keys_of_app() -> set[str]:
    """The keys that work on every screen."""
    return {binding.key for binding in Binding.make_bindings(BraidApp.BINDINGS)}


def settings() -> set[str]:
    names = {"copying": "copy", "exporting": "export"}  # as the file names these tables
    return {names.get(field, field) for field in Config._fields}


def test_it_reads_without_a_problem_or_a_warning() -> None:
    assert read_episode(TOUR.read_bytes()).problems == ()


def test_every_backtick_has_its_partner(tour: Episode) -> None:
    assert [turn.text for turn in tour.turns if turn.text.count("`") % 2] == []


def test_every_key_of_every_command_is_named(named: set[str]) -> None:
    keys = keys_of_commands() - set("123456789") | {NTH_SEGMENT} | IN_EVERY_LIST
    assert keys - named == set()


def test_every_command_of_the_command_line_is_named(lines: set[str]) -> None:
    begun = {" ".join(line.split()[:2]) for line in lines}
    names = program.list_commands(click.Context(program))
    assert {"braidtui", *(f"braidtui {name}" for name in names)} - begun == set()


def test_every_setting_is_named(named: set[str]) -> None:
    assert settings() - named == set()


def test_nothing_else_is_named(named: set[str], lines: set[str]) -> None:
    keys = keys_of_commands() | keys_of_app() | {NTH_SEGMENT} | IN_EVERY_LIST
    rest = named - lines - keys - settings() - EDITORS - {"config.toml"}
    assert {span for span in rest if not is_place(span) and " = " not in span} == set()


def test_every_command_line_works(
    lines: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")  # the reader itself does not open
    Path("talk.vtt").write_text(CAPTIONS, encoding="utf-8")
    outcomes = {line: run(shlex.split(line)[1:]) for line in sorted(lines)}
    assert {line for line, code in outcomes.items() if code} == set(), capsys.readouterr().err


def test_every_place_leads_somewhere_in_the_tour(tour: Episode, named: set[str]) -> None:
    places = {span for span in named - keys_of_commands() if is_place(span)}
    assert len(places) == 3
    assert all(turn_at(tour, place) > 0 for place in places)


def test_the_keys_it_sets_are_those_of_commands(named: set[str], tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("\n".join(["[keys]", *(span for span in named if " = " in span)]), "utf-8")
    config, complaints = load_config(file)
    assert config.keys
    assert config.keys.keys() - BY_ID.keys() == set()
    assert complaints == ()
    assert checked_keys(config.keys)[1] == []


@pytest.mark.parametrize("variable", sorted(EDITORS))
def test_an_editor_it_names_is_the_one_called(
    variable: str, named: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable.removeprefix("$"), "scribe")
    assert variable in named
    assert editor_command(TOUR, 1)[0] == "scribe"


def test_a_turn_that_asks_for_o_has_sources_to_open(tour: Episode) -> None:
    asking = [turn for turn in tour.turns if "`o`" in turn.text]
    assert sorted(len(turn.sources) for turn in asking) == [1, 2]


def test_who_jumps_ahead_with_5_is_met_there(tour: Episode) -> None:
    assert "`5`" in tour.segments[4].turns[0].text


def test_only_stage_directions_stand_in_square_brackets(tour: Episode) -> None:
    """A `[` and a `]` after it would make a direction of the words between them."""
    found = [words for turn in tour.turns for words in re.findall(r"\[([^][\n]+)\]", turn.text)]
    assert found
    assert [words for words in found if not re.fullmatch(r"[a-z, ]+", words)] == []
