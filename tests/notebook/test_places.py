"""The notebook keeps places through everything, and never throws one away."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from braidtui.notebook.places import Notebook, NotebookError, Place

FILE = Path("/lib/008.yaml")
HERE = Place(turn=3, offset=41, start=26_000, fraction=0.25)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "data" / "notebook.sqlite")


def test_a_place_is_kept(notebook: Notebook) -> None:
    assert notebook.place("008") is None
    notebook.keep_place("008", FILE, HERE)
    assert Notebook(notebook.path).place("008") == HERE
    untimed = Place(4, 0, None, 0.5)
    notebook.keep_place("008", FILE, untimed)
    assert notebook.place("008") == untimed
    assert notebook.place("009") is None


def test_the_person_has_one(tmp_path: Path) -> None:
    Notebook.default().keep_place("008", FILE, HERE)
    assert (Path(os.environ["XDG_DATA_HOME"]) / "braidtui/notebook.sqlite").is_file()


def test_reading_begins_no_notebook(notebook: Notebook) -> None:
    assert (notebook.place("008"), notebook.last_read(), notebook.progress()) == (None, None, {})
    assert not notebook.path.parent.exists()


def test_the_furthest_place_tells_how_much_is_read(notebook: Notebook) -> None:
    for fraction in (0.25, 0.75, 0.5):
        notebook.keep_place("008", FILE, HERE._replace(fraction=fraction))
    notebook.keep_place("009", FILE, HERE._replace(fraction=7.0))
    assert notebook.place("008").fraction == 0.5
    assert notebook.progress() == {"008": 0.75, "009": 1.0}


def test_read_and_unread(notebook: Notebook) -> None:
    notebook.keep_place("008", FILE, HERE)
    notebook.set_read("008", FILE, True)
    notebook.set_read("009", FILE, True)
    assert notebook.progress() == {"008": 1.0, "009": 1.0}
    notebook.set_read("008", FILE, False)
    assert notebook.progress() == {"008": 0.0, "009": 1.0}
    assert notebook.place("008") == HERE


def test_marking_an_episode_read_is_not_reading_it(notebook: Notebook) -> None:
    notebook.keep_place("008", FILE, HERE)
    notebook.set_read("009", FILE, True)
    assert notebook.last_read() == ("008", FILE)
    assert notebook.place("009") is None


def test_the_place_kept_last_is_the_last_read_though_the_clock_is_set_back(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.notebook import places

    for key, clock in (("a", 9_000), ("b", 8_000), ("c", 1_000)):
        monkeypatch.setattr(places.time, "time_ns", lambda clock=clock: clock * 10**9)
        notebook.keep_place(key, Path(f"/{key}.yaml"), HERE)
        assert notebook.last_read() == (key, Path(f"/{key}.yaml"))


def test_names_that_are_no_text_are_kept(notebook: Notebook) -> None:
    path = Path(os.fsdecode(b"/lib/\xff.yaml"))
    notebook.keep_place(str(path), path, HERE)
    assert notebook.last_read() == (str(path), path)
    assert notebook.place(str(path)) == HERE


def test_any_thread_may_use_it(notebook: Notebook) -> None:
    def keep(name: str) -> None:
        for turn in range(5):
            notebook.keep_place(name, FILE, HERE._replace(turn=turn))

    threads = [Thread(target=keep, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {notebook.place(name).turn for name in "abcd"} == {4}


KEEPING = """
import sys
from pathlib import Path
from braidtui.notebook.places import Notebook, Place
notebook, key, last = Notebook(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for turn in range(last + 1):
    notebook.keep_place(key, Path("/x.yaml"), Place(turn, 0, None, 0.5))
    print(turn, flush=True)
"""


def keeping(notebook: Notebook, key: str, last: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", KEEPING, str(notebook.path), key, str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_lose_nothing(notebook: Notebook) -> None:
    running = [keeping(notebook, key, 60) for key in ("a", "b")]
    for process in running:
        process.communicate()
        assert process.returncode == 0
    assert (notebook.place("a").turn, notebook.place("b").turn) == (60, 60)


def test_a_killed_process_loses_no_place_it_kept(notebook: Notebook) -> None:
    for until in range(20):
        process = keeping(notebook, "008", 100_000)
        for _ in range(until + 1):
            acknowledged = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        acknowledged = int(([acknowledged, *process.communicate()[0].split()])[-1])
        assert notebook.place("008").turn in (acknowledged, acknowledged + 1)
    with sqlite3.connect(notebook.path) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_stands_in_the_way_is_told_in_one_safe_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder\x1b[2J").mkdir()
    for path in (tmp_path / "file" / "n.sqlite", tmp_path / "folder\x1b[2J", None):
        with pytest.raises(NotebookError) as error:
            Notebook(path).keep_place("008", FILE, HERE)
        assert str(error.value).isprintable()
        assert len(str(error.value)) <= 300
