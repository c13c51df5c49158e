"""The cache is never in the way: damaged, outdated, locked or impossible, episodes still open."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.library.cache import sqlite_file
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.reading import read_file

Write = Callable[..., Path]
Open = Callable[..., Library]


@pytest.fixture
def filled(tmp_path: Path, write_episode: Write, open_library: Open) -> Path:
    """A cache that knows three episodes."""
    for number in (1, 2, 3):
        write_episode(f"lib/{number}.yaml", number=number)
    library = open_library("lib")
    assert len(library.entries()) == 3
    library.close()
    return tmp_path / "cache.sqlite"


def check(library: Library, folder: Path) -> None:
    assert [entry.number for entry in library.entries()] == [3, 2, 1]
    for number in (1, 2, 3):
        opened = library.open(folder / f"lib/{number}.yaml")
        assert (opened.episode.number, opened.episode.turns[0].text) == (number, "Good evening.")


def test_a_cache_that_is_no_database_is_set_aside_and_made_anew(
    filled: Path, tmp_path: Path, open_library: Open, yaml_readings: list[bytes]
) -> None:
    filled.write_bytes(b"not a database at all" * 99)
    library = open_library("lib")
    check(library, tmp_path)
    assert filled.with_name("cache.sqlite.corrupt").read_bytes().startswith(b"not a database")
    assert library.notices == (f"{filled}: was damaged and is being made anew",)
    check(open_library("lib"), tmp_path)
    assert len(yaml_readings) == 3


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_changes_what_is_read(
    filled: Path, tmp_path: Path, open_library: Open, seed: int
) -> None:
    chance, content = random.Random(seed), bytearray(filled.read_bytes())
    for _ in range(chance.choice((1, 20, 300))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    filled.write_bytes(content[: len(content) if seed % 3 else chance.randrange(len(content))])
    check(open_library("lib"), tmp_path)


def test_a_changed_letter_in_a_stored_text_is_noticed(
    filled: Path, tmp_path: Path, open_library: Open
) -> None:
    content = filled.read_bytes()
    assert content.count(b"Good evening.") == 3
    filled.write_bytes(content.replace(b"Good evening.", b"Good morning."))
    library = open_library("lib")
    check(library, tmp_path)
    assert "damaged" in library.notices[0]


def test_a_changed_title_in_the_stored_list_is_noticed(
    filled: Path, tmp_path: Path, open_library: Open
) -> None:
    with sqlite3.connect(filled) as database:
        database.execute("UPDATE files SET title = 'U' WHERE title = 'T'")
    library = open_library("lib")
    assert [entry.title for entry in library.entries()] == ["T", "T", "T"]
    assert "damaged" in library.notices[0]


def test_a_log_of_the_damaged_cache_does_not_come_back(
    filled: Path, tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    other = sqlite3.connect(filled)  # so that the log stays when the next one closes
    other.execute("SELECT * FROM files").fetchall()
    write_episode("lib/2.yaml", number=2, words="x" * 20_000, age=99)
    open_library("lib").entries()
    log = filled.with_name("cache.sqlite-wal").read_bytes()
    other.close()
    filled.write_bytes(b"no database" * 999)
    filled.with_name("cache.sqlite-wal").write_bytes(log)
    write_episode("lib/2.yaml", number=2)
    check(open_library("lib"), tmp_path)
    library = open_library("lib")
    check(library, tmp_path)
    assert library.notices == ()


def test_a_cache_of_another_version_is_emptied(
    filled: Path, tmp_path: Path, open_library: Open, yaml_readings: list[bytes]
) -> None:
    with sqlite3.connect(filled) as database:
        database.execute("PRAGMA user_version = 7")
        database.execute("CREATE TABLE of_old (x)")
        database.execute("UPDATE files SET title = 'of old'")
    library = open_library("lib")
    check(library, tmp_path)
    assert library.notices == ()
    assert len(yaml_readings) == 3
    with sqlite3.connect(filled) as database:
        assert not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'of_old'").fetchall()


def test_without_a_folder_to_write_in_it_goes_on(tmp_path: Path, write_episode: Write) -> None:
    path = write_episode("lib/008.yaml")
    (tmp_path / "cache").write_text("a file where the folder should be")
    library = Library([tmp_path / "lib"], EpisodeStore(tmp_path / "cache" / "episodes.sqlite"))
    assert library.open(path) == library.open(path)
    assert [entry.id for entry in library.entries()] == ["008"]
    (notice,) = library.notices
    assert "cannot be used" in notice


def test_without_a_cache_at_all_it_goes_on(tmp_path: Path, write_episode: Write) -> None:
    path = write_episode("lib/008.yaml")
    library = Library([tmp_path / "lib"], EpisodeStore(None))
    assert library.open(path).episode.title == "T"
    assert len(library.entries()) == 1
    assert library.notices == ()


def test_a_cache_that_another_process_holds_is_done_without(
    filled: Path,
    tmp_path: Path,
    write_episode: Write,
    open_library: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.01)
    other = sqlite3.connect(filled)
    other.execute("BEGIN IMMEDIATE")
    write_episode("lib/2.yaml", number=2, age=99, summary="Changed.")
    library = open_library("lib")
    check(library, tmp_path)
    assert library.open(tmp_path / "lib/2.yaml").episode.summary == "Changed."
    assert library.notices == ()
    other.rollback()
    assert filled.exists()


def test_a_full_disk_stops_nothing(filled: Path, tmp_path: Path, write_episode: Write) -> None:
    store = EpisodeStore(filled)
    store._file.ask(lambda database: database.execute("PRAGMA max_page_count=1"), None)
    path = write_episode("lib/big.yaml", words="x" * 200_000)
    library = Library([tmp_path / "lib"], store)
    assert len(library.open(path).episode.turns[0].text) == 200_000
    assert "disk is full" in library.notices[0]
    assert len(library.entries()) == 4


def test_a_removed_file_is_forgotten_once_another_is_read(
    filled: Path, tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    (tmp_path / "lib/2.yaml").unlink()
    write_episode("lib/4.yaml", number=4)
    assert [entry.number for entry in open_library("lib").entries()] == [4, 3, 1]
    assert str(tmp_path / "lib/2.yaml") not in EpisodeStore(filled).all()
    with sqlite3.connect(filled) as database:
        (files,) = database.execute("SELECT count(DISTINCT id / 1048576) FROM parts").fetchone()
    assert files == 3


def test_nothing_of_an_older_state_of_a_file_stays(
    filled: Path, tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    with sqlite3.connect(filled) as database:
        before = database.execute("SELECT count(*) FROM parts").fetchone()
    for age in (300, 200, 100):
        open_library("lib").open(write_episode("lib/2.yaml", number=2, age=age, summary=age))
    with sqlite3.connect(filled) as database:
        assert database.execute("SELECT count(*) FROM parts").fetchone() == before
        assert database.execute("SELECT count(*) FROM files").fetchone() == (3,)


def test_who_writes_is_alone_from_the_first_look_on(
    filled: Path, tmp_path: Path, write_episode: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.library.cache import store

    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.01)
    path, remove = write_episode("lib/4.yaml"), store._remove
    other = Library([tmp_path / "lib"], EpisodeStore(filled))

    def remove_as_another_writes(*which: object) -> None:
        monkeypatch.setattr(store, "_remove", remove)
        remove(*which)
        other.open(path)

    monkeypatch.setattr(store, "_remove", remove_as_another_writes)
    library = Library([tmp_path / "lib"], EpisodeStore(filled))
    library.open(path)
    assert (library.notices, other.notices) == ((), ())
    assert len(EpisodeStore(filled).all()) == 4


def test_two_processes_fill_one_cache(tmp_path: Path, write_episode: Write) -> None:
    for number in range(40):
        write_episode(f"lib/{number:02}.yaml", number=number)
    listing = (
        "import sys; from pathlib import Path;"
        "from braidtui.library.catalog import Library;"
        "from braidtui.library.cache.store import EpisodeStore;"
        "library = Library([Path(sys.argv[1])], EpisodeStore(Path(sys.argv[2])));"
        "print(len(library.entries()), library.notices)"
    )
    command = [sys.executable, "-c", listing, str(tmp_path / "lib"), str(tmp_path / "c.sqlite")]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[0] for process in running] == ["40 ()\n"] * 3
    assert len(EpisodeStore(tmp_path / "c.sqlite").all()) == 40


def test_what_two_processes_read_at_once_is_known_by_one_id(filled: Path) -> None:
    store = EpisodeStore(filled)
    for path, known in store.all().items():
        opened = read_file(Path(path))
        store.keep(known, opened)
        assert store.all()[path] == known
        store.keep(known._replace(digest=b"other"), opened)
        assert store.all()[path].id != known.id
    store.close()
