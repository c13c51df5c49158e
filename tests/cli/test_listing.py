import json
from pathlib import Path

import pytest

from braidtui.library.folders import data_folder
from braidtui.notebook.places import Notebook, Place
from braidtui.typeset.cells import cell_len
from tests.cli.conftest import EPISODE, Braidtui


def _read_half(library: Path) -> None:
    Notebook.default().keep_place("007", library / "007.yaml", Place(2, 0, 60_000, 0.5))


def test_a_line_tells_number_date_title_duration_speakers_and_read(
    braidtui: Braidtui, library: Path
) -> None:
    _read_half(library)
    assert braidtui("list") == (
        0,
        "007  2026-05-20  Seven Ways to Braid  3 min  Ada Byron, Mo Ibn Sina  50%\n",
        "",
    )


def test_broken_files_stand_last_with_their_first_problem(
    braidtui: Braidtui, library: Path
) -> None:
    (library / "001.yaml").write_text("title: [tsk] T\n")
    code, out, err = braidtui("list")
    assert (code, err) == (0, "")
    assert out.split("\n")[1].startswith(f"broken  {library / '001.yaml'}:1:")


def test_json_has_every_key(braidtui: Braidtui, library: Path) -> None:
    _read_half(library)
    (library / "broken.yaml").write_text("title: T\n")
    code, out, err = braidtui("list", "--json")
    whole, broken = json.loads(out)
    assert (code, err) == (0, "")
    assert whole == {
        "id": "007",
        "number": 7,
        "date": "2026-05-20",
        "title": "Seven Ways to Braid",
        "show": "Braid",
        "duration": 180,
        "speakers": ["Ada Byron", "Mo Ibn Sina"],
        "segments": 3,
        "turns": 5,
        "path": str(library / "007.yaml"),
        "read": 0.5,
        "broken": None,
    }
    assert broken["id"] == "broken"
    assert broken["broken"].startswith(f"{library / 'broken.yaml'}:1:1: ")


def test_on_a_terminal_a_line_keeps_its_width(
    braidtui: Braidtui, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library / "008.yaml").write_text(EPISODE.replace("Seven", "漢字 " * 40).replace(": 7", ": 8"))
    assert max(cell_len(line) for line in braidtui("list").out.split("\n")) > 200
    monkeypatch.setenv("COLUMNS", "60")
    lines = braidtui("list").out.split("\n")
    assert max(map(cell_len, lines)) == 60
    assert "…" in lines[0]


def test_an_empty_library_says_how_to_fill_it(braidtui: Braidtui, library: Path) -> None:
    (library / "007.yaml").unlink()
    code, out, err = braidtui("list")
    assert (code, out) == (0, "")
    assert "braidtui import" in err


def test_a_broken_notebook_hides_no_episode(braidtui: Braidtui, library: Path) -> None:
    _read_half(library)
    folder = data_folder()
    assert folder
    for file in folder.glob("*.sqlite*"):
        file.write_bytes(b"no database" * 1000)
    code, out, err = braidtui("list")
    assert code == 0
    assert "Seven Ways" in out
    assert err.count("\n") == 1
