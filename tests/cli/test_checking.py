from pathlib import Path

import pytest

from tests.cli.conftest import EPISODE, Braidtui


def test_a_clean_library_is_silent(braidtui: Braidtui, library: Path) -> None:
    assert braidtui("check") == (0, "", "")


def test_problems_are_lines_that_an_editor_reads(braidtui: Braidtui, library: Path) -> None:
    bad = library / "bad.yaml"
    bad.write_text(EPISODE.replace("mo, start: 1:30", "no, start: 1:30").replace("2026-", "x-"))
    code, out, err = braidtui("check")
    assert (code, err) == (1, "")
    assert out.startswith(f"{bad}:3:7: date ")
    assert f'{bad}:21:19: turn 2 of "Weft": unknown speaker "no"' in out


def test_a_warning_is_no_failure(braidtui: Braidtui, library: Path) -> None:
    (library / "007.yaml").write_text(EPISODE.replace("A river in two beds.\nseg", "Else\nseg"))
    code, out, _ = braidtui("check", library)
    assert code == 0
    assert out.startswith(f"{library / '007.yaml'}:10:5: warning: ")


def test_folders_are_looked_through_however_deep(braidtui: Braidtui, tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (deep / "bad.yml").write_text("title: T\n")
    (deep / "no.txt").write_text("not ours")
    code, out, _ = braidtui("check", tmp_path)
    assert code == 1
    assert {line.split(":")[0] for line in out.splitlines()} == {str(deep / "bad.yml")}


def test_a_path_that_is_missing_hides_no_other(braidtui: Braidtui, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("title: T\n")
    code, out, err = braidtui("check", tmp_path / "gone.yaml", tmp_path / "bad.yaml")
    assert code == 2
    assert out.startswith(f"{tmp_path / 'bad.yaml'}:1:1: ")
    assert err == f"{tmp_path / 'gone.yaml'}: No such file or directory\n"


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_no_file_is_not_read(braidtui: Braidtui, tmp_path: Path, kind: str) -> None:
    import os

    path = tmp_path / "pipe.yaml"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    code, out, err = braidtui("check", tmp_path)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
