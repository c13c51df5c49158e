import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from braidtui.library.folders import cache_folder
from tests.cli.conftest import EPISODE, Braidtui


@pytest.fixture
def two(library: Path) -> Path:
    """A second episode in the library."""
    path = library / "008.yaml"
    path.write_text(EPISODE.replace("number: 7", "number: 8"))
    return path


def index_files() -> list[Path]:
    cache = cache_folder()
    return sorted(cache.glob("*index*.sqlite")) if cache else []


def test_it_tells_what_is_indexed(braidtui: Braidtui, two: Path) -> None:
    code, out, err = braidtui("index")
    (file,) = index_files()
    assert (code, err) == (0, "")
    rows = dict(re.split(" +", line, maxsplit=1) for line in out.splitlines())
    assert re.fullmatch(r"[\d.]+ KB", rows.pop("size"))
    assert rows == {"episodes": "2", "turns": "10", "file": str(file)}


def test_json_has_every_key(braidtui: Braidtui, two: Path) -> None:
    code, out, err = braidtui("index", "--json")
    (file,) = index_files()
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert 0 < document.pop("size") < 10**6
    assert document == {
        "episodes": 2,
        "of_episodes": 2,
        "turns": 10,
        "of_turns": 10,
        "complete": True,
        "path": str(file),
        "broken": [],
    }


def test_a_broken_file_is_told_with_its_first_problem(braidtui: Braidtui, library: Path) -> None:
    broken = library / "bad.yaml"
    broken.write_text("title: [tsk] T\n")
    code, out, _ = braidtui("index")
    assert code == 0
    assert out.splitlines()[-1].startswith(f"broken    {broken}:1:")
    assert json.loads(braidtui("index", "--json").out)["broken"][0].startswith(f"{broken}:1:")


def test_what_is_new_is_indexed_first(braidtui: Braidtui, two: Path) -> None:
    text = two.read_text()
    two.unlink()
    assert json.loads(braidtui("index", "--json").out)["episodes"] == 1
    two.write_text(text)
    assert json.loads(braidtui("index", "--json").out)["episodes"] == 2


def test_only_a_rebuild_makes_it_anew(braidtui: Braidtui, library: Path) -> None:
    braidtui("index")
    with closing(sqlite3.connect(index_files()[0])) as index, index:
        index.execute("INSERT INTO facts (field, value) VALUES ('left', 'over')")

    def is_old() -> bool:
        with closing(sqlite3.connect(index_files()[0])) as index:
            return bool(index.execute("SELECT 1 FROM facts WHERE field = 'left'").fetchone())

    assert (braidtui("index").code, is_old()) == (0, True)
    code, out, err = braidtui("index", "--rebuild")
    assert (code, out.splitlines()[0], err, is_old()) == (0, "episodes  1", "", False)
    assert braidtui("search", "beds").code == 0


def test_a_deleted_cache_comes_again(braidtui: Braidtui, two: Path) -> None:
    whole = braidtui("index").out
    for file in index_files():
        file.unlink()
    assert braidtui("index").out == whole


@pytest.fixture
def sealed() -> Iterator[Path]:
    """A cache folder that cannot be made."""
    cache = cache_folder()
    assert cache
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("in the way")
    yield cache
    cache.unlink()


def test_a_rebuild_that_cannot_be_written_is_one_line(
    braidtui: Braidtui, library: Path, sealed: Path
) -> None:
    code, out, err = braidtui("index", "--rebuild")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert str(sealed) in err


def test_an_index_of_no_use_is_told(braidtui: Braidtui, library: Path, sealed: Path) -> None:
    code, out, err = braidtui("index")
    assert code == 0
    assert "nowhere" in out
    assert err.count("\n") == 1
    assert json.loads(braidtui("index", "--json").out)["path"] is None
