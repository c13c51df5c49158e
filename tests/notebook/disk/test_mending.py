"""A damaged notebook is put aside, never thrown away; its newest sound backup takes its place."""

import datetime
import os
import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.disk import backups, mending
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook, NotebookError, Place
from tests.robustness.killing import OPENED

FILE = Path("/lib/008.yaml")
HERE = Place(turn=3, offset=41, start=26_000, fraction=0.25)
TODAY = datetime.date.today().isoformat()
DAMAGED = b"my notes, somehow" * 99


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.sqlite"


def with_backup(path: Path) -> Notebook:
    """One of three places, of which the backup has the first."""
    notebook = Notebook(path)
    for key in ("008", "009", "010"):
        notebook.keep_place(key, FILE, HERE)
    return notebook


def aside(path: Path, nth: str = "") -> Path:
    return path.with_name(f"notebook-damaged-{TODAY}{nth}.sqlite")


@pytest.mark.parametrize("content", [DAMAGED, b"", b"SQLite format 3\0" + bytes(5000)])
def test_the_backup_takes_its_place_and_a_notice_says_so_once(path: Path, content: bytes) -> None:
    notebook = with_backup(path)
    path.write_bytes(content)
    assert notebook.place("008") == HERE
    assert notebook.progress() == {"008": 0.25}
    (notice,) = notebook.notices()
    assert notice.startswith(f"notebook {path}: it was damaged and is kept as {aside(path).name}")
    assert f"the backup of {TODAY} " in notice
    assert "has taken its place: it holds no things" in notice
    assert aside(path).read_bytes() == content
    notebook.keep_place("011", FILE, HERE)
    assert notebook.notices() == ()


def test_a_change_is_made_in_what_takes_its_place(path: Path) -> None:
    notebook = with_backup(path)
    path.write_bytes(DAMAGED)
    notebook.keep_place("011", FILE, HERE)
    assert sorted(notebook.progress()) == ["008", "011"]
    assert len(notebook.notices()) == 1


def test_what_can_still_be_read_of_it_is_not_lost(path: Path) -> None:
    notebook = with_backup(path)
    keepsakes = notebook.keepsakes
    kept = [
        keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)], note=f"{n} " * 900) for n in range(9)
    ]
    keepsakes.write_note(kept[0].id, "the newest")
    damage_a_page(path, b"4 4 4")
    found = keepsakes.all()
    assert "it holds 9 things" in notebook.notices()[0]
    assert [one.id for one in found] == [one.id for one in kept]
    assert found[0].note == "the newest"
    assert keepsakes.undo().deed == "changed"
    assert sorted(notebook.progress()) == ["008", "009", "010"]
    assert keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)]).id > 9


def damage_a_page(path: Path, words: bytes) -> None:
    """Zeroes on the page that has some words."""
    content = path.read_bytes()
    page = content.index(words) // 4096 * 4096
    path.write_bytes(content[:page] + bytes(4096) + content[page + 4096 :])


def test_damage_that_nobody_met_is_found_before_the_backup_of_the_day(path: Path) -> None:
    notebook = with_backup(path)
    kept = [notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)]) for _ in range(40)]
    sound = path.with_name("notebook-backup-2020-01-01.sqlite")
    path.with_name(f"notebook-backup-{TODAY}.sqlite").rename(sound)
    content = path.read_bytes()
    with sqlite3.connect(path) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'kept_by_title'"
        page = database.execute(query).fetchone()[0] - 1
    path.write_bytes(content[: page * 4096] + bytes(4096) + content[(page + 1) * 4096 :])
    notebook.keep_place("011", FILE, HERE)
    assert len(notebook.notices()) == 1
    assert len(notebook.keepsakes.all()) == len(kept)
    assert backups.is_sound(path)


def test_a_change_is_not_made_in_a_file_that_was_put_aside_while_it_was_waited_for(
    path: Path,
) -> None:
    notebook = with_backup(path)
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    waiting = Thread(target=notebook.keep_place, args=("011", FILE, HERE))
    waiting.start()
    copy = path.with_name("copy.sqlite")
    backups.copy(path, path.with_name(f"notebook-backup-{TODAY}.sqlite"), copy)
    while not is_opened_by_two(path):
        pass
    path.rename(path.with_name("aside.sqlite"))
    copy.rename(path)
    holder.rollback()
    waiting.join()
    assert sorted(notebook.progress()) == ["008", "011"]


def is_opened_by_two(path: Path) -> bool:
    """Whether this process has a file open twice."""
    opened = [found.resolve() for found in Path("/proc/self/fd").iterdir()]
    return opened.count(path.resolve()) > 1


def test_without_a_backup_a_new_one_is_begun(path: Path) -> None:
    path.write_bytes(DAMAGED)
    notebook = Notebook(path)
    assert notebook.place("008") is None
    assert "a new one is begun" in notebook.notices()[0]
    assert aside(path).read_bytes() == DAMAGED
    notebook.keep_place("008", FILE, HERE)
    assert notebook.place("008") == HERE


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    notebook = with_backup(path)
    older = path.with_name("notebook-backup-2020-01-01.sqlite")
    newest = path.with_name(f"notebook-backup-{TODAY}.sqlite")
    older.write_bytes(newest.read_bytes())
    newest.write_bytes(DAMAGED)
    path.write_bytes(DAMAGED)
    assert notebook.progress() == {"008": 0.25}
    assert newest.read_bytes() == DAMAGED


def test_none_that_was_put_aside_is_written_over(path: Path) -> None:
    notebook = with_backup(path)
    for content in (DAMAGED, DAMAGED[1:], DAMAGED[2:]):
        path.write_bytes(content)
        assert notebook.place("008") == HERE
    assert aside(path).read_bytes() == DAMAGED
    assert aside(path, "-2").read_bytes() == DAMAGED[1:]
    assert aside(path, "-3").read_bytes() == DAMAGED[2:]


def test_a_journal_goes_along_as_it_fits_no_other_file(path: Path) -> None:
    path.write_bytes(DAMAGED)
    path.with_name("notebook.sqlite-journal").write_bytes(b"journal")
    assert mending._put_aside(path) == aside(path)
    assert aside(path).with_name(f"{aside(path).name}-journal").read_bytes() == b"journal"
    assert not path.with_name("notebook.sqlite-journal").exists()


def test_what_sqlite_finds_sound_stays_whatever_an_error_says(path: Path) -> None:
    with_backup(path)
    content = path.read_bytes()
    assert mending.mend(path, 1.0) == (True, ())
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    assert mending.mend(path, 1.0) == (True, ())
    assert path.read_bytes()[200:] == content[200:]
    assert not aside(path).exists()


def test_what_cannot_be_put_aside_is_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    notebook = with_backup(path)
    path.write_bytes(DAMAGED)
    monkeypatch.setattr(Path, "hardlink_to", fail)
    for use in (notebook.progress, lambda: notebook.keep_place("008", FILE, HERE)):
        with pytest.raises(NotebookError, match="damaged and left as it is"):
            use()
    assert path.read_bytes() == DAMAGED


def test_many_may_meet_it_at_once(path: Path) -> None:
    with_backup(path)
    path.write_bytes(DAMAGED)
    notebooks = [Notebook(path) for _ in range(8)]
    threads = [
        Thread(target=notebook.keep_place, args=(f"{n}", FILE, HERE))
        for n, notebook in enumerate(notebooks)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Notebook(path).progress()) == ["0", "008", *"1234567"]
    assert sum(len(notebook.notices()) for notebook in notebooks) == 1
    assert not aside(path, "-2").exists()


def test_the_notice_tells_what_when_how_many_and_where(path: Path) -> None:
    notebook = with_backup(path)
    for _ in range(4):
        notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)])
    os.utime(path.with_name(f"notebook-backup-{TODAY}.sqlite"), (1_000_000_000, 1_000_000_000))
    made = datetime.datetime.fromtimestamp(1_000_000_000)
    path.write_bytes(DAMAGED)
    assert len(notebook.keepsakes.all()) == 3
    (notice,) = notebook.keepsakes.notices()
    assert notice == (
        f"notebook {path}: it was damaged and is kept as {aside(path).name}; "
        f"the backup of {made:%Y-%m-%d %H:%M} has taken its place: it holds 3 things"
    )
    assert notebook.notices() == ()


def test_a_thing_that_the_backup_lacks_is_not_said_to_be_dropped(path: Path) -> None:
    notebook = with_backup(path)
    keepsakes = notebook.keepsakes
    kept = [keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)]) for _ in range(4)]
    seen = keepsakes.revision()
    path.write_bytes(DAMAGED)
    for use in (lambda: keepsakes.write_note(kept[3].id, "x"), lambda: keepsakes.drop(kept[3].id)):
        with pytest.raises(NotebookError, match="the notebook was mended since") as told:
            use()
        assert "dropped" not in str(told.value)
    assert keepsakes.revision() > seen
    assert keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)]).id > kept[3].id


def test_a_notebook_that_vanishes_comes_back_from_its_backup(path: Path) -> None:
    notebook = with_backup(path)
    other = Notebook(path)
    kept = [notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)]) for _ in range(3)]
    assert len(other.progress()) == 3
    path.unlink()
    again = notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)], note="again")
    found = notebook.keepsakes.all()
    assert [one.id for one in found] == [kept[0].id, kept[1].id, again.id]
    (notice,) = notebook.notices()
    assert notice.startswith(f"notebook {path}: it was deleted; the backup of {TODAY}")
    assert notice.endswith("has taken its place: it holds 2 things")
    assert len(other.progress()) == 3
    assert other.notices() == ()


def test_one_that_vanishes_without_a_backup_is_begun_anew_and_that_is_told(path: Path) -> None:
    notebook = with_backup(path)
    for found in path.parent.glob("notebook*"):
        found.unlink()
    assert notebook.progress() == {}
    notebook.keep_place("011", FILE, HERE)
    assert notebook.progress() == {"011": 0.25}
    (notice,) = notebook.notices()
    assert notice == f"notebook {path}: it was deleted; there was no backup: a new one is begun"


def test_one_that_is_not_begun_has_not_vanished(path: Path) -> None:
    with_backup(path)
    path.unlink()
    new = Notebook(path)
    assert new.progress() == {}
    assert new.notices() == ()
