import io
import re
import sys
from pathlib import Path

import pytest

from braidtui.episode.yaml_reader import read_episode
from braidtui.library.folders import user_library
from tests.cli.conftest import EPISODE, Braidtui

PAGE = """\
♦ DISPATCH 031 · 2026-04-02

The Weather Inside the Clock

2026-04-02 / 00:02:10

SEGMENTS

00:00:00 Springs and seasons

Transcript

■ Ines Amaral

00:00:00

A clock keeps time only as well as its steel keeps its temper in the cold.

example.org

■ Tomo Kask

00:00:40

So the first thermometer in the house was the grandfather clock. [laughs]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


def test_a_page_becomes_an_episode_of_the_library(braidtui: Braidtui, page: Path) -> None:
    code, out, err = braidtui("import", page)
    folder = user_library()
    assert folder
    assert (code, err) == (0, "")
    assert out.startswith(
        '031.yaml: Braid 31, 2026-04-02, "The Weather Inside the Clock": '
        "1 segment, 2 turns, 2 speakers, 1 source, 00:02:10\n"
    )
    assert out.endswith(f"written to {folder / '031.yaml'}\n")
    assert braidtui("check", folder) == (0, "", "")
    assert "[laughs]" in braidtui("show", "31").out


def test_what_is_missing_or_repaired_is_told_with_its_line(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    page.write_text(PAGE.replace(" / 00:02:10", ""))
    code, out, _ = braidtui("import", page, "--into", tmp_path)
    assert code == 0
    assert re.search(rf"^{page}:\d+:1: warning: .*duration", out, re.MULTILINE)


def test_a_file_that_exists_is_kept_unless_force_is_asked_for(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "031.yaml").write_text("mine")
    code, out, err = braidtui("import", page, "--into", tmp_path)
    assert (code, out) == (2, "")
    assert err == f"{tmp_path / '031.yaml'}: is there already (--force writes over it)\n"
    assert (tmp_path / "031.yaml").read_text() == "mine"
    assert braidtui("import", page, "--into", tmp_path, "--force").code == 0
    assert "Ines Amaral" in (tmp_path / "031.yaml").read_text()


def test_one_bad_file_hides_no_other(braidtui: Braidtui, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Dear diary,\n")
    code, out, err = braidtui(
        "import",
        tmp_path / "gone.txt",
        tmp_path / "bad.txt",
        page,
        "--into",
        tmp_path / "new" / "er",
    )
    assert code == 2
    assert out.startswith("031.yaml: ")
    assert (tmp_path / "new" / "er" / "031.yaml").is_file()
    assert [line.split(":")[0] for line in err.splitlines()] == [
        str(tmp_path / "gone.txt"),
        str(tmp_path / "bad.txt"),
    ]


def test_options_set_what_the_page_does_not_know(
    braidtui: Braidtui, page: Path, tmp_path: Path
) -> None:
    facts = {"show": "Clocks", "date": "2026-04-03", "language": "pt", "number": 32, "name": "mine"}
    options = [f"--{name}={value}" for name, value in facts.items()]
    code, _, _ = braidtui("import", page, *options, "--title", "A\x1bB", "--into", tmp_path)
    episode = read_episode((tmp_path / "mine.yaml").read_bytes()).episode
    assert code == 0
    assert episode
    assert (episode.show, str(episode.date), episode.language) == ("Clocks", "2026-04-03", "pt")
    assert (episode.number, episode.title) == (32, "A␛B")


@pytest.mark.parametrize(
    "options",
    [
        ["--date", "tomorrow"],
        ["--number", "-3"],
        ["--name", "../up"],
        ["--as", "morse"],
        ["--title", "T", "second.txt"],
    ],
)
def test_a_wish_that_cannot_be_is_one_line(
    braidtui: Braidtui, page: Path, tmp_path: Path, options: list[str]
) -> None:
    code, out, err = braidtui("import", page, "--into", tmp_path / "new", *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_an_episode_file_and_standard_input_are_taken_too(
    braidtui: Braidtui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EPISODE.encode())))
    code, out, err = braidtui("import", "-", "--into", tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith('007.yaml: Braid 7, 2026-05-20, "Seven Ways to Braid": 3 segments')
    written = read_episode((tmp_path / "007.yaml").read_bytes())
    assert written.episode == read_episode(EPISODE.encode()).episode


def test_what_show_prints_as_json_is_taken_back(
    braidtui: Braidtui, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = braidtui("show", "7", "--format", "json").out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(shown.encode())))
    assert braidtui("import", "-", "--into", tmp_path).code == 0
    written = read_episode((tmp_path / "007.yaml").read_bytes())
    assert written.episode == read_episode(EPISODE.encode()).episode


def test_one_segment_as_json_is_an_episode_and_its_own_quotes_are_found(
    braidtui: Braidtui, library: Path, tmp_path: Path
) -> None:
    for number, warnings in (("1", 0), ("2", 1)):
        part = tmp_path / "part.json"
        part.write_text(braidtui("show", "7", "-s", number, "--format", "json").out)
        code, out, err = braidtui("import", part, "--into", tmp_path / number)
        assert (code, err) == (0, "")
        assert "1 segment, 2 turns" in out
        assert out.count("warning: quote 1: these words stand in no turn") == warnings


def test_json_that_is_no_episode_is_refused_with_line_and_column(
    braidtui: Braidtui, tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"speakers": {"a": {"name": "A"}},\n "titel": NaN}')
    for options in ([], ["--as", "json"]):
        code, out, err = braidtui("import", path, "--into", tmp_path, *options)
        assert (code, out) == (2, "")
        assert err == f'{path}:2:11: JSON syntax: a value is expected here, not "NaN"\n'


def test_a_folder_that_cannot_be_made_is_one_line(braidtui: Braidtui, page: Path) -> None:
    for folder, words in ((page / "sub", "Not a directory"), (page, "is no folder")):
        code, out, err = braidtui("import", page, "--into", folder)
        assert (code, out, err) == (2, "", f"{folder}: {words}\n")
