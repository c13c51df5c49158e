"""What can still be read of a damaged notebook is read, page by page."""

import random
from pathlib import Path

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.disk import backups
from braidtui.notebook.kept import Kept, Kind
from braidtui.notebook.places import Notebook, Place
from tests.robustness.killing import OPENED

FILE = Path("/lib/008.yaml")
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.sqlite"


def filled(path: Path, count: int = 9, note: str = "") -> list[Kept]:
    """So many notes and places; no backup has any of them."""
    notebook = Notebook(path)
    kept = []
    for n in range(count):
        words = note or f"thought {n} "
        kept.append(notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)], note=words * 9))
        notebook.keep_place(f"{n:03}", FILE, Place(n, 0, None, 0.5))
    for backup in path.parent.glob("notebook-backup-*"):
        backup.unlink()
    return kept


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def test_without_a_backup_all_is_saved_when_the_first_page_is_lost(path: Path) -> None:
    kept = filled(path)
    overwrite(path, 0, random.Random(1).randbytes(PAGE))
    notebook = Notebook(path)
    assert list(notebook.keepsakes.all()) == kept
    assert len(notebook.progress()) == 9
    assert "a new one has what could be read of it, 9 things" in notebook.notices()[0]
    assert notebook.notices() == ()
    assert backups.is_sound(path)


def test_a_version_that_never_was_is_damage(path: Path) -> None:
    kept = filled(path)
    overwrite(path, 60, b"\x7f\x01\x02\x03")  # the place of the version in SQLite's header
    notebook = Notebook(path)
    assert list(notebook.keepsakes.all()) == kept
    assert len(notebook.notices()) == 1


def test_a_few_bytes_in_two_pages_cost_next_to_nothing(path: Path) -> None:
    """Whichever two pages they are in, the words stand in the file twice."""
    kept = filled(path, note="word ")
    content = path.read_bytes()
    chance = random.Random(2)
    pages = len(content) // PAGE
    shares = []
    for n in range(40):
        other = path.with_name(f"{n}") / path.name
        other.parent.mkdir()
        other.write_bytes(content)
        for page in chance.sample(range(pages), 2):
            overwrite(other, page * PAGE + chance.randrange(PAGE - 32), chance.randbytes(32))
        notebook = Notebook(other)
        found = notebook.keepsakes.all()
        shares.append(len(set(found) & set(kept)) / len(kept))
    assert sum(shares) / len(shares) > 0.9
    assert shares.count(0.0) <= 1


def test_a_lost_inner_page_of_a_table_loses_no_row_below_it(path: Path) -> None:
    kept = filled(path, 120)
    content = path.read_bytes()
    inner = [at for at in range(PAGE, len(content), PAGE) if content[at] == 5]
    assert inner
    for at in inner:
        overwrite(path, at, bytes(PAGE))
    notebook = Notebook(path)
    assert list(notebook.keepsakes.all()) == kept


def test_what_was_dropped_or_written_anew_after_the_backup_stays_so(path: Path) -> None:
    notebook = Notebook(path)
    keepsakes = notebook.keepsakes
    first, second, third = (
        keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)], note=f"{n}") for n in range(3)
    )
    for backup in path.parent.glob("notebook-backup-*"):
        backup.unlink()
    keepsakes.write_note(second.id, "newest")  # after the backup that this makes
    keepsakes.drop(first.id)
    overwrite(path, 0, bytes(100))
    assert {one.id: one.note for one in keepsakes.all()} == {second.id: "newest", third.id: "2"}
    assert len(notebook.notices()) == 1


def test_where_the_row_is_lost_its_change_still_has_the_words(path: Path) -> None:
    kept = filled(path)
    content = path.read_bytes()
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        if page[0] == 13 and b'"kind"' not in page and b"thought" in page:
            overwrite(path, at, bytes(PAGE))
    notebook = Notebook(path)
    assert list(notebook.keepsakes.all()) == kept
