"""The index keeps in step with the files, whatever becomes of them and of it."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.episode.model import Episode
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.search.index import building
from braidtui.library.search.parsing import parse
from braidtui.library.search.searcher import Searcher
from tests.library.search.conftest import Search
from tests.library.search.libraries import Asking, write

Write = Callable[..., Path]
SearchIn = Callable[..., Search]


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the episodes that are indexed from here on."""
    from braidtui.library.search.index import rows

    titles: list[str] = []
    rows_of = rows.rows_of

    def noted(episode: Episode) -> rows.EpisodeRows:
        titles.append(episode.title)
        return rows_of(episode)

    monkeypatch.setattr(rows, "rows_of", noted)
    return titles


def test_only_what_is_missing_is_indexed(
    write_episode: Write, search_in: SearchIn, indexed: list[str]
) -> None:
    write_episode("lib/1.yaml", title="One")
    search_in("lib")
    write_episode("lib/2.yaml", title="Two")
    search = search_in("lib")
    assert search.found("evening") == ["1@00:00:01", "2@00:00:01"]
    assert indexed == ["One", "Two"]


def test_a_changed_file_is_found_as_it_is_now(write_episode: Write, search_in: SearchIn) -> None:
    write_episode("lib/1.yaml", words="A rocket.")
    search = search_in("lib")
    write_episode("lib/1.yaml", words="An owl.", age=99)
    search.searcher.update()
    assert (search.found("rocket"), search.found("owl")) == ([], ["1@00:00:01"])


def test_a_changed_file_is_not_found_as_it_was_even_before_the_index_is_in_step(
    write_episode: Write, search_in: SearchIn
) -> None:
    path = write_episode("lib/1.yaml", words="A rocket.")
    search = search_in("lib")
    write_episode("lib/1.yaml", words="An owl.", age=99)
    search.library.open(path)
    assert search.found("rocket") == []


def test_a_file_that_has_gone_is_not_found(write_episode: Write, search_in: SearchIn) -> None:
    write_episode("lib/1.yaml")
    gone = write_episode("lib/2.yaml")
    search = search_in("lib")
    gone.unlink()
    search.searcher.update()
    assert search.found("evening") == ["1@00:00:01"]
    assert search.searcher.state().is_complete


def test_a_renamed_file_is_found_by_its_new_name(write_episode: Write, search_in: SearchIn) -> None:
    path = write_episode("lib/1.yaml")
    search = search_in("lib")
    path.rename(path.with_name("8.yaml"))
    search.searcher.update()
    assert search.found("evening") == ["8@00:00:01"]


def test_a_shadowed_file_is_not_found(write_episode: Write, search_in: SearchIn) -> None:
    write_episode("early/1.yaml", words="A rocket.")
    assert search_in("early").found("rocket") == ["1@00:00:01"]
    write_episode("late/1.yaml", words="An owl.")
    search = search_in("early", "late")
    assert (search.found("rocket"), search.found("owl")) == ([], ["1@00:00:01"])
    assert search_in("early").found("rocket") == ["1@00:00:01"]


def test_what_was_opened_from_elsewhere_is_not_found(
    write_episode: Write, search_in: SearchIn
) -> None:
    write_episode("lib/1.yaml", words="An owl.")
    search = search_in("lib")
    search.library.open(write_episode("elsewhere/2.yaml", words="A rocket."))
    search.searcher.update()
    assert search.found("rocket") == []


def test_two_files_with_the_same_content_are_both_found(
    write_episode: Write, search_in: SearchIn
) -> None:
    write_episode("lib/1.yaml")
    write_episode("lib/2.yaml")
    assert search_in("lib").found("evening") == ["1@00:00:01", "2@00:00:01"]


def test_episodes_that_come_later_stand_in_their_place(
    write_episode: Write, search_in: SearchIn
) -> None:
    days = [(number, f"2026-05-{number:02}") for number in range(1, 29)]
    random.Random(5).shuffle(days)
    for begin in range(0, len(days), 4):
        for number, day in days[begin : begin + 4]:
            write_episode(f"lib/{number:02}.yaml", number=number, date=day)
        search = search_in("lib")
        found = search.found("evening", limit=0)
        assert found == [f"{entry.number:03}@00:00:01" for entry in search.library.entries()]


def test_a_file_that_changes_often_does_not_fill_the_index(
    write_episode: Write,
    search_in: SearchIn,
    index_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(building, "_FEW", 3)
    for number in range(1, 9):
        write_episode(f"lib/{number}.yaml")
    search = search_in("lib")
    for age in range(100, 120):
        write_episode("lib/1.yaml", words=f"Draft{age}.", age=age)
        search.searcher.update()
        assert search.found(f"draft{age}") == ["1@00:00:01"]
        with sqlite3.connect(index_path) as index:
            assert index.execute("SELECT count(*) FROM indexed").fetchone()[0] <= 12
    assert len(search.found("evening")) == 7


def test_a_build_that_is_stopped_goes_on_where_it_was(
    write_episode: Write,
    search_in: SearchIn,
    indexed: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(building, "_FIRST_LOT", 2)
    monkeypatch.setattr(building, "_LOT", 2)
    search = search_in("lib")
    for number in range(1, 9):
        write_episode(f"lib/{number}.yaml", title=f"T{number}", number=number)
    search.searcher.update(until=lambda: len(indexed) == 5)
    assert search.searcher.state().episodes == 4
    assert len(search.found("evening")) == 4
    search.searcher.update()
    assert len(search.found("evening")) == 8
    assert indexed == ["T8", "T7", "T6", "T5", "T4", "T4", "T3", "T2", "T1"]


def test_progress_rises_once_to_all(write_episode: Write, search_in: SearchIn) -> None:
    search = search_in("lib")
    for number in range(1, 6):
        write_episode(f"lib/{number}.yaml", number=number)
    heard: list[tuple[int, int]] = []
    search.searcher.update(lambda done, of: heard.append((done, of)))
    assert [of for _, of in heard] == [5] * 10
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1] == (5, 5)
    search.searcher.update(lambda *_: pytest.fail("nothing is left to do"))


def test_the_state_tells_what_is_in_and_what_is_broken(
    write_episode: Write, search_in: SearchIn, index_path: Path
) -> None:
    write_episode("lib/1.yaml")
    write_episode("lib/bad.yaml", number="x")
    search = search_in("lib")
    state = search.searcher.state()
    assert (state.episodes, state.of_episodes, state.turns, state.of_turns) == (1, 1, 1, 1)
    assert (state.path, state.is_complete) == (index_path, True)
    assert state.bytes >= index_path.stat().st_size
    assert [entry.id for entry in state.broken] == ["bad"]


def test_a_rebuild_throws_all_away_first(
    write_episode: Write, search_in: SearchIn, index_path: Path, indexed: list[str]
) -> None:
    write_episode("lib/1.yaml", title="One")
    search = search_in("lib")
    with sqlite3.connect(index_path) as index:
        index.execute("INSERT INTO turns (rowid, words) VALUES (5, 'zebra')")
    search.searcher.rebuild()
    assert indexed == ["One", "One"]
    assert search.found("evening") == ["1@00:00:01"]
    with sqlite3.connect(index_path) as index:
        assert not index.execute("SELECT 1 FROM turns WHERE turns MATCH 'zebra'").fetchall()


def test_an_index_of_many_parts_is_made_one_of_few(
    write_episode: Write,
    search_in: SearchIn,
    index_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(building, "_FIRST_LOT", 1)
    monkeypatch.setattr(building, "_LOT", 1)
    for number in range(30):
        write_episode(f"lib/{number:02}.yaml", number=number)
    search = search_in("lib")
    with sqlite3.connect(index_path) as index:
        parts = index.execute("SELECT count(DISTINCT segid) FROM turns_idx").fetchone()[0]
    assert parts <= 8
    assert len(search.found("evening", limit=0)) == 30


def test_searching_goes_on_beside_indexing(write_episode: Write, search_in: SearchIn) -> None:
    write_episode("lib/000.yaml", number=0)
    search = search_in("lib")
    for number in range(1, 60):
        write_episode(f"lib/{number:03}.yaml", number=number)
    thread = threading.Thread(target=search.searcher.update)
    thread.start()
    counts = []
    while thread.is_alive():
        counts.append(len(search.found("evening", limit=0)))
    thread.join()
    assert counts == sorted(counts)
    assert len(search.found("evening", limit=0)) == 60


_UPDATE = """
import sys
from pathlib import Path
from braidtui.library.catalog import Library
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.search.index import building
from braidtui.library.search.searcher import Searcher
building._FIRST_LOT = building._LOT = 4
searcher = Searcher(Library([Path(sys.argv[1])], EpisodeStore(Path(sys.argv[2]))))
searcher.update(lambda *step: print(*step, flush=True))
print(searcher.state().episodes, searcher.notices)
"""


def updating(folder: Path) -> "subprocess.Popen[str]":
    """Another process that brings the index in step."""
    command = [sys.executable, "-c", _UPDATE, str(folder / "lib"), str(folder / "cache.sqlite")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_build_that_is_killed_goes_on_where_it_was(
    tmp_path: Path, write_episode: Write, search_in: SearchIn
) -> None:
    for number in range(40):
        write_episode(f"lib/{number:02}.yaml", number=number)
    for steps in (3, 45, 52, 60, 71):
        process = updating(tmp_path)
        assert process.stdout
        for _ in range(steps):
            if not process.stdout.readline():
                break
        process.send_signal(signal.SIGKILL)
        process.communicate()
    search = search_in("lib")
    assert len(search.found("evening", limit=0)) == 40
    assert search.searcher.notices == ()


def test_two_processes_index_each_file_once(
    tmp_path: Path, write_episode: Write, search_in: SearchIn, index_path: Path
) -> None:
    for number in range(40):
        write_episode(f"lib/{number:02}.yaml", number=number)
    running = [updating(tmp_path) for _ in range(3)]
    ends = [process.communicate()[0].splitlines()[-1] for process in running]
    assert ends == ["40 ()"] * 3
    assert len(search_in("lib").found("evening", limit=0)) == 40
    with sqlite3.connect(index_path) as index:
        assert index.execute("SELECT count(*), sum(turns) FROM indexed").fetchone() == (40, 40)


def test_a_wrong_turn_in_the_index_is_never_shown(
    write_episode: Write, search_in: SearchIn, index_path: Path
) -> None:
    write_episode("lib/1.yaml", words="A rocket.")
    search = search_in("lib")
    with sqlite3.connect(index_path) as index:
        (first,) = index.execute("SELECT first FROM indexed").fetchone()
        index.execute("INSERT INTO turns (rowid, words) VALUES (?, 'zebra')", (first,))
    assert search.found("zebra") == []
    assert "damaged" in search.searcher.notices[0]
    assert search.found("rocket") == ["1@00:00:01"]
    search.searcher.update()
    assert search.searcher.state().is_complete
    assert (search.found("zebra"), search.found("rocket")) == ([], ["1@00:00:01"])


def test_what_is_wrong_in_a_new_index_too_is_left_out_and_the_index_stays(
    write_episode: Write, search_in: SearchIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.library.search.ranking import hits

    write_episode("lib/1.yaml", words="A rocket.")
    search = search_in("lib")
    monkeypatch.setattr(hits, "is_right", lambda *_: False)
    search.found("rocket")
    search.searcher.update()
    assert search.found("rocket") == []
    assert search.searcher.state().is_complete


def test_an_index_of_another_version_is_made_anew(
    write_episode: Write, search_in: SearchIn, index_path: Path, indexed: list[str]
) -> None:
    write_episode("lib/1.yaml", title="One")
    search_in("lib").searcher.close()
    with sqlite3.connect(index_path) as index:
        index.execute("PRAGMA user_version = 7")
        index.execute("CREATE TABLE of_old (x)")
    assert search_in("lib").found("evening") == ["1@00:00:01"]
    assert indexed == ["One", "One"]


def test_an_index_that_is_no_database_is_set_aside(
    write_episode: Write, search_in: SearchIn, index_path: Path
) -> None:
    write_episode("lib/1.yaml")
    search_in("lib").searcher.close()
    index_path.write_bytes(b"not a database at all" * 99)
    search = search_in("lib")
    assert search.found("evening") == ["1@00:00:01"]
    assert index_path.with_name(f"{index_path.name}.corrupt").exists()
    assert search.searcher.notices == (f"{index_path}: was damaged and is being made anew",)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Asking]:
    """A folder with a library and its index, and what may be asked of it."""
    folder, chance = tmp_path_factory.mktemp("asked"), random.Random(3)
    library = Library([write(folder / "lib", chance, 12)], EpisodeStore(folder / "cache.sqlite"))
    searcher = Searcher(library)
    searcher.update()
    searcher.close()
    library.close()
    return folder, Asking(library, chance)


@pytest.mark.parametrize("seed", range(100))
def test_no_damage_shows_a_wrong_hit(asked: tuple[Path, Asking], tmp_path: Path, seed: int) -> None:
    folder, asking = asked
    chance = random.Random(seed)
    (tmp_path / "cache.sqlite").write_bytes((folder / "cache.sqlite").read_bytes())
    content = bytearray((folder / "cache-index.sqlite").read_bytes())
    for _ in range(chance.choice((1, 20, 300, 3000))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    end = len(content) if seed % 4 else chance.randrange(len(content))
    (tmp_path / "cache-index.sqlite").write_bytes(content[:end])
    library = Library([folder / "lib"], EpisodeStore(tmp_path / "cache.sqlite"))
    searcher = Searcher(library)
    searcher.update()
    for _ in range(30):
        query = asking.query()
        right = {(entry.path, turn) for entry, turn in asking.expected(query)}
        hits = searcher.find(query, limit=0, per_episode=0, read=asking.read).hits
        assert {(hit.entry.path, hit.turn) for hit in hits} <= right
    searcher.rebuild()
    query = parse("the OR a")
    hits = searcher.find(query, limit=0, per_episode=0).hits
    assert len(hits) == len(asking.expected(query))
    searcher.close()
    library.close()
