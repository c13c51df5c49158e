"""The notebook's file is migrated, backed up, read where it can only be read, and never lost."""

import os
import sqlite3
import time
from pathlib import Path

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.disk import backups, notebook_file, schema
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook, NotebookError, Place
from tests.robustness.killing import OPENED

FILE = Path("/lib/008.yaml")
HERE = Place(turn=3, offset=41, start=26_000, fraction=0.25)
VERSION_1 = """
    CREATE TABLE places (
        key BLOB PRIMARY KEY,
        path BLOB NOT NULL,
        turn INTEGER NOT NULL DEFAULT 0,
        offset INTEGER NOT NULL DEFAULT 0,
        start INTEGER,
        fraction REAL NOT NULL DEFAULT 0,
        furthest REAL NOT NULL DEFAULT 0,
        is_read INTEGER NOT NULL DEFAULT 0,
        seen_at INTEGER
    ) WITHOUT ROWID;
    INSERT INTO places
    VALUES (x'303038', x'2f6c69622f3030382e79616d6c', 3, 41, 26000, 0.25, 0.5, 0, 9);
    INSERT INTO places (key, path, is_read) VALUES (x'303039', x'2f6c69622f3030392e79616d6c', 1);
    PRAGMA user_version = 1;
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.sqlite"


def write_version_1(path: Path) -> bytes:
    with sqlite3.connect(path) as database:
        database.executescript(VERSION_1)
    database.close()
    return path.read_bytes()


def names(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir())


def version(path: Path) -> int:
    with sqlite3.connect(path) as database:
        return database.execute("PRAGMA user_version").fetchone()[0]


def test_a_notebook_of_version_1_is_read_without_being_changed(path: Path) -> None:
    old = write_version_1(path)
    notebook = Notebook(path)
    assert notebook.place("008") == HERE
    assert notebook.progress() == {"008": 0.5, "009": 1.0}
    assert (notebook.keepsakes.all(), notebook.keepsakes.revision()) == ((), 0)
    assert path.read_bytes() == old
    assert names(path) == ["notebook.sqlite"]


def test_a_notebook_of_version_1_is_backed_up_and_brought_up_to_date_by_the_first_change(
    path: Path,
) -> None:
    old = write_version_1(path)
    notebook = Notebook(path)
    notebook.keep_place("010", FILE, HERE)
    assert notebook.place("008") == HERE
    assert notebook.progress() == {"008": 0.5, "009": 1.0, "010": 0.25}
    assert version(path) == len(schema.STEPS)
    backup = path.with_name("notebook-v1.sqlite")
    assert version(backup) == 1
    assert backup.read_bytes()[100:] == old[100:]  # the header counts the writes


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = write_version_1(path)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("CREATE TABLE more (a)", "no SQL")))
    with pytest.raises(NotebookError, match="syntax error"):
        Notebook(path).keep_place("010", FILE, HERE)
    assert path.read_bytes() == old


def test_a_migration_is_not_begun_without_its_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    old = write_version_1(path)
    monkeypatch.setattr(backups, "copy", fail)
    with pytest.raises(NotebookError, match="No space left"):
        Notebook(path).keep_place("010", FILE, HERE)
    assert path.read_bytes() == old


def test_a_backup_is_not_written_over_by_one_that_holds_less(path: Path) -> None:
    write_version_1(path)
    Notebook(path).keep_place("010", FILE, HERE)
    full = path.with_name("notebook-v1.sqlite").read_bytes()
    path.unlink()
    write_version_1(path)
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM places WHERE is_read")
    Notebook(path).keep_place("011", FILE, HERE)
    assert path.with_name("notebook-v1.sqlite").read_bytes() == full
    assert version(path.with_name("notebook-v1-2.sqlite")) == 1


def test_a_later_version_adds_to_what_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = Notebook(path)
    notebook.keep_place("008", FILE, HERE)
    later = (*schema.STEPS, ("CREATE TABLE more (key)", "CREATE TABLE yet_more (key)"))
    monkeypatch.setattr(schema, "STEPS", later)
    notebook.set_read("009", FILE, True)
    assert notebook.place("008") == HERE
    assert version(path) == len(later)
    assert version(path.with_name(f"notebook-v{len(later) - 1}.sqlite")) == len(later) - 1


def test_a_notebook_of_a_newer_version_is_not_touched(path: Path) -> None:
    notebook = Notebook(path)
    notebook.keep_place("008", FILE, HERE)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    content, before = path.read_bytes(), names(path)
    for use in (
        lambda: notebook.place("008"),
        lambda: notebook.keep_place("008", FILE, HERE),
        notebook.keepsakes.all,
        notebook.keepsakes.undo,
    ):
        with pytest.raises(NotebookError, match="written by a newer braidtui"):
            use()
    assert path.read_bytes() == content
    assert names(path) == before


def test_the_journal_is_deleted_after_each_change_whatever_mode_the_file_had(path: Path) -> None:
    notebook = Notebook(path)
    notebook.keep_place("008", FILE, HERE)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
    database.close()
    notebook.keep_place("009", FILE, HERE)
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_notebook_that_another_program_holds_is_told_and_how_long_was_waited(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook_file, "PATIENCE", 0.01)
    notebook = Notebook(path)
    notebook.keep_place("008", FILE, HERE)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotebookError, match=r"another program is writing to it \(waited 0.01 s\)"):
        notebook.keep_place("008", FILE, HERE._replace(turn=9))
    assert notebook.keepsakes.revision() == 0  # as far as is known: it waits for nobody
    other.rollback()
    other.close()
    assert notebook.place("008") == HERE


def test_a_backup_is_made_at_the_first_change_of_a_day(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(path)
    for day in ("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"):
        set_day(monkeypatch, day)
        for _ in range(3):
            notebook.keep_place(day, FILE, HERE)
    assert names(path) == [
        "notebook-backup-2026-11-22.sqlite",
        "notebook-backup-2026-11-23.sqlite",
        "notebook-backup-2026-11-24.sqlite",
        "notebook.sqlite",
    ]
    newest = Notebook(path.with_name("notebook-backup-2026-11-24.sqlite"))
    assert sorted(newest.progress()) == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"]
    assert notebook.notices() == ()


def test_a_new_notebook_pushes_no_full_backup_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, day in enumerate(("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23")):
        set_day(monkeypatch, day)
        Notebook(path).keep_place(f"{key}", FILE, HERE)
        Notebook(path).keep_place(f"{key} too", FILE, HERE)
    path.unlink()
    for day in ("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"):
        set_day(monkeypatch, day)
        Notebook(path).keep_place("new", FILE, HERE)
    days = [name.removeprefix("notebook-backup-")[:10] for name in names(path)[:-1]]
    assert days == ["2026-11-22", "2026-11-23", "2026-11-27"]


def set_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    class Calendar(backups.datetime.date):
        @classmethod
        def today(cls) -> "Calendar":
            return cls.fromisoformat(day)

    monkeypatch.setattr(backups, "today", Calendar.today)


def test_the_backup_of_the_day_follows_the_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(path)
    lacking = []
    for count in range(1, 120):
        notebook.keepsakes.keep(OPENED, Kind.HIGHLIGHT, [TurnSpan(0, 0, 5)])
        held = [len(Keepsakes(found).all()) for found in path.parent.glob("*-backup-*")]
        lacking.append(count - max(held, default=0))
    assert max(lacking[:8]) == 1
    assert max(lacking) <= 21
    assert len(names(path)) == 2
    before = path.with_name(names(path)[0]).read_bytes()
    notebook.keep_place("008", FILE, HERE)
    notebook.keep_place("009", FILE, HERE)
    assert path.with_name(names(path)[0]).read_bytes() == before
    later = time.time() + 601
    monkeypatch.setattr(backups.time, "time", lambda: later)
    notebook.keep_place("010", FILE, HERE)
    assert Notebook(path.with_name(names(path)[0])).place("009") == HERE


@pytest.mark.parametrize("kind", ["folder", "link to nothing", "pipe", "below a file"])
def test_what_is_no_notebook_is_not_taken_for_one_that_is_not_begun(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "link to nothing":
        path.symlink_to(path.with_name("nothing"))
    elif kind == "below a file":
        path.touch()
        path = path / "notebook.sqlite"
    else:
        os.mkfifo(path)
    for use in (Notebook(path).progress, Notebook(path).keepsakes.all):
        with pytest.raises(NotebookError) as told:
            use()
        assert "can only be read" not in str(told.value)
