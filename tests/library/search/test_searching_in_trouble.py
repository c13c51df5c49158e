"""Searching works whatever stands in its way: what is typed, a full disk, a folder that goes."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.scanning import scan
from braidtui.library.search.searcher import Searcher, SearchInterrupted
from tests.library.search.conftest import Search

Write = Callable[..., Path]
SearchIn = Callable[..., Search]

_TYPED = [
    *("", " ", '"', '""', '"""', "(", ")))(((", "*", "**", "-", "--", "OR", "OR OR OR", "- - -"),
    *("a OR", "-OR", '-"', '"a', "NEAR(a b)", "a AND b", "NOT a", "a NOT b", "^a", "{text} : a"),
    *("words : a", "a*b*c", "\0", "a\0b", "\ud800", "\x1b[2J", "🚗", "👩\u200d💻", "’", "\u0301"),
    *("e\u0301*", "'; DROP TABLE turns; --", "1=1", "%", "_", "\\", "\ue000", "\U000f0001"),
    *("\ue0041", "\ue001", "speaker:", "speaker:*", 'speaker:"', "in:", "-in:a", "has:", "date:"),
    *("dur:>", "episode:..", "x:y", "a " * 5000, '"' * 10_000, "(" * 10_000, "a*" * 3000),
    *("-a " * 3000, "x" * 10_000, "東" * 9999, " OR ".join("abcdefghij" * 99)),
    " ".join(f"in:{sign}*" for sign in "abcdefghij" * 50),
]


@pytest.mark.parametrize("typed", _TYPED, ids=range(len(_TYPED)))
@pytest.mark.parametrize("as_you_type", [False, True])
def test_whatever_is_typed_finds_what_it_should(
    write_episode: Write, search_in: SearchIn, typed: str, as_you_type: bool
) -> None:
    path = write_episode("lib/1.yaml", words="A cafe\u0301 in 東京. \U000f0001 \ue000 drop OR a")
    search = search_in("lib")
    query = parse(typed, as_you_type=as_you_type)
    (entry,) = search.library.entries()
    expected = scan(query, entry, search.library.open(path).episode)
    for order in ("best", "date"):
        hits = search.searcher.find(query, order=order).hits
        assert [hit.turn for hit in hits] == expected
    search.searcher.facets(query)
    search.searcher.not_found(query)
    assert search.searcher.notices == ()


def test_a_cache_that_cannot_be_used_is_done_without(tmp_path: Path, write_episode: Write) -> None:
    write_episode("lib/1.yaml")
    (tmp_path / "cache").write_text("a file where the folder should be")
    library = Library([tmp_path / "lib"], EpisodeStore(tmp_path / "cache" / "episodes.sqlite"))
    searcher = Searcher(library)
    searcher.update()
    (hit,) = searcher.find(parse("evening")).hits
    assert hit.target == "1@00:00:01"
    assert searcher.facets(parse("evening")).speakers == (("Ann", 1),)
    assert searcher.state().path is None


def test_without_a_cache_at_all_it_goes_on(tmp_path: Path, write_episode: Write) -> None:
    write_episode("lib/1.yaml")
    searcher = Searcher(Library([tmp_path / "lib"], EpisodeStore(None)))
    searcher.update()
    assert len(searcher.find(parse("evening")).hits) == 1


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from braidtui.library.catalog import Library
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.search.parsing import parse
from braidtui.library.search.searcher import Searcher
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
library = Library([Path(sys.argv[1])], EpisodeStore(Path(sys.argv[2])))
searcher = Searcher(library)
searcher.update()
print(len(searcher.find(parse("evening"), limit=0).hits))
print(*library.notices, *searcher.notices)
"""


@pytest.mark.parametrize("room", [0, 20_000, 60_000, 90_000])
@pytest.mark.parametrize("is_known", [False, True])
def test_on_a_full_disk_it_says_why_it_is_slow(
    tmp_path: Path,
    write_episode: Write,
    open_library: Callable[..., Library],
    room: int,
    is_known: bool,
) -> None:
    for number in range(30):
        write_episode(f"lib/{number:02}.yaml", number=number, summary=f"word{number} " * 300)
    if is_known:
        open_library("lib").entries()
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(tmp_path / "lib")]
    command += [str(tmp_path / "cache.sqlite"), str(room)]
    output = subprocess.run(command, capture_output=True, text=True, check=False)
    assert output.stderr == ""
    count, notices = output.stdout.splitlines()
    assert count == "30"
    assert "cannot be used" in notices


def test_a_library_that_vanishes_is_empty(
    tmp_path: Path, write_episode: Write, search_in: SearchIn
) -> None:
    write_episode("lib/1.yaml")
    search = search_in("lib")
    (tmp_path / "lib").rename(tmp_path / "away")
    search.searcher.update()
    assert search.found("evening") == []
    (tmp_path / "away").rename(tmp_path / "lib")
    search.searcher.update()
    assert search.found("evening") == ["1@00:00:01"]


def test_a_circle_of_links_and_a_file_that_cannot_be_read_hide_nothing(
    tmp_path: Path, write_episode: Write, search_in: SearchIn
) -> None:
    write_episode("lib/1.yaml")
    (tmp_path / "lib/round").symlink_to(tmp_path / "lib", target_is_directory=True)
    (tmp_path / "lib/circle.yaml").symlink_to(tmp_path / "lib/circle.yaml")
    (tmp_path / "lib/folder.yaml").mkdir()
    (tmp_path / "lib/bad.yaml").write_text("{")
    search = search_in("lib")
    assert search.found("evening") == ["1@00:00:01"]
    state = search.searcher.state()
    assert state.is_complete
    assert "bad" in [entry.id for entry in state.broken]


def test_an_index_that_is_deleted_meanwhile_is_made_again(
    write_episode: Write, search_in: SearchIn, index_path: Path
) -> None:
    write_episode("lib/1.yaml")
    search = search_in("lib")
    assert search.found("evening") == ["1@00:00:01"]
    for path in index_path.parent.glob("cache*"):
        path.unlink()
    search.searcher.update()
    assert search.found("evening") == ["1@00:00:01"]
    assert index_path.exists()


def test_an_interrupt_ends_the_search_that_runs_and_no_later_one(
    write_episode: Write, search_in: SearchIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.library.search import by_index

    write_episode("lib/1.yaml")
    search = search_in("lib")
    begun, go_on = threading.Event(), threading.Event()
    tasks = by_index.tasks

    def slow_tasks(*arguments: object) -> object:
        begun.set()
        go_on.wait()
        return tasks(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(by_index, "tasks", slow_tasks)
    ended: list[BaseException] = []

    def find() -> None:
        try:
            search.found("evening")
        except SearchInterrupted as interrupt:
            ended.append(interrupt)

    thread = threading.Thread(target=find)
    thread.start()
    begun.wait()
    search.searcher.interrupt()
    go_on.set()
    thread.join()
    assert len(ended) == 1
    assert search.found("evening") == ["1@00:00:01"]
