"""What the library lists, in which order, and what shadows what."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.catalog import Library

Write = Callable[..., Path]
Open = Callable[..., Library]


def test_an_entry_tells_what_the_episode_is(write_episode: Write, open_library: Open) -> None:
    path = write_episode(
        "lib/008.yaml", number="008", date="2026-05-20", show="Braid", title="Rockets", duration=90
    )
    (entry,) = open_library("lib").entries()
    assert entry == (
        *("008", path, "008", 8, date(2026, 5, 20), "Rockets", "Braid", 90_000, ("Ann",)),
        *(1, 1, None),
    )


def test_newest_first_then_undated_then_broken(write_episode: Write, open_library: Open) -> None:
    write_episode("lib/a-broken.yaml", number="x")
    write_episode("lib/b-undated.yaml")
    write_episode("lib/c-undated.yaml", number=1)
    write_episode("lib/d-old.yaml", date="2024-01-01", number=9)
    write_episode("lib/e-same-day.yaml", date="2025-01-01", number=2)
    write_episode("lib/f-same-day.yaml", date="2025-01-01", number=10)
    write_episode("lib/g-same-day.yaml", date="2025-01-01")
    write_episode("lib/h-same-day.yaml", date="2025-01-01")
    ids = "".join(entry.id[0] for entry in open_library("lib").entries())
    assert ids == "feghdcba"


SHADOWING = {  # files of two folders, and the places of those that are left
    "same id": ({"lib/a.yaml": {}}, {"own/a.yaml": {}}, {"own/a"}),
    "same number, other id": (
        {"lib/a.yaml": {"number": 8, "show": "Braid"}},
        {"own/b.yaml": {"number": 8, "show": "braid"}},
        {"own/b"},
    ),
    "same number, other show": (
        {"lib/a.yaml": {"number": 8, "show": "Braid"}},
        {"own/b.yaml": {"number": 8, "show": "Else"}},
        {"lib/a", "own/b"},
    ),
    "no number twice": ({"lib/a.yaml": {}}, {"own/b.yaml": {}}, {"lib/a", "own/b"}),
    "twice in one folder": (
        {"lib/a.yaml": {"number": 8}, "lib/b.yaml": {"number": 8}, "lib/x/a.yaml": {"number": 1}},
        {},
        {"lib/a", "lib/b", "lib/x/a"},
    ),
    "by the id of one in a folder below": ({"lib/a.yaml": {}}, {"own/x/a.yaml": {}}, {"own/x/a"}),
    "a broken copy hides nothing": (
        {"lib/a.yaml": {}},
        {"own/a.yaml": {"number": "x"}},
        {"lib/a", "own/a"},
    ),
    "a good copy hides a broken one": (
        {"lib/a.yaml": {"number": "x"}},
        {"own/a.yaml": {}},
        {"own/a"},
    ),
}


@pytest.mark.parametrize("case", SHADOWING)
def test_a_later_folder_shadows_an_earlier(
    tmp_path: Path, write_episode: Write, open_library: Open, case: str
) -> None:
    earlier, later, left = SHADOWING[case]
    for name, fields in (earlier | later).items():
        write_episode(name, **fields)
    entries = open_library("lib", "own").entries()
    found = [str(entry.path.relative_to(tmp_path).with_suffix("")) for entry in entries]
    assert sorted(found) == sorted(left)


def test_a_broken_file_is_listed_with_its_first_problem(
    write_episode: Write, open_library: Open
) -> None:
    write_episode("lib/good.yaml")
    write_episode("lib/bad.yaml", number="x", date="y")
    good, bad = open_library("lib").entries()
    assert (good.id, good.broken) == ("good", None)
    assert (bad.id, bad.title, bad.broken.line) == ("bad", "bad", 2)


def test_files_stand_in_a_folder_or_one_below_and_are_not_hidden(
    tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    for name in ("a.yaml", "b.yml", "x/c.yaml", "D.YAML"):
        write_episode(f"lib/{name}", number=1)
    for name in ("x/y/deep.yaml", ".hidden.yaml", ".git/e.yaml", "notes.txt", "yaml"):
        write_episode(f"lib/{name}")
    (tmp_path / "lib/folder.yaml").mkdir()
    keys = [entry.key for entry in open_library("lib").entries()]
    assert keys == ["D", "a", "b", "x/c"]


def test_a_file_met_twice_is_listed_once(
    tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    path = write_episode("lib/a.yaml")
    (tmp_path / "lib/round").symlink_to(tmp_path / "lib")
    (tmp_path / "lib/nowhere.yaml").symlink_to("nothing")
    (tmp_path / "linked").symlink_to(tmp_path / "lib")
    (entry,) = open_library("lib", "lib", "linked").entries()
    assert (entry.path.name, entry.key) == (path.name, "a")


def test_a_link_to_itself_is_listed_as_broken(tmp_path: Path, open_library: Open) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/itself.yaml").symlink_to("itself.yaml")
    (entry,) = open_library("lib").entries()
    assert entry.broken.message == "cannot be read: Too many levels of symbolic links"


def test_what_is_missing_or_no_folder_stops_nothing(
    tmp_path: Path, write_episode: Write, open_library: Open
) -> None:
    write_episode("lib/a.yaml")
    (tmp_path / "file").write_text("")
    library = open_library("missing", "lib", "file")
    assert [entry.id for entry in library.entries()] == ["a"]
    assert library.notices == (f"{tmp_path / 'file'}: Not a directory",)


def test_a_file_that_cannot_be_read_is_broken_and_one_that_vanishes_is_gone(
    write_episode: Write, open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braidtui.library.cache import reading

    refused, gone = write_episode("lib/refused.yaml"), write_episode("lib/gone.yaml")
    write_episode("lib/good.yaml")
    content_of = reading.content_of

    def failing(path: str) -> object:
        if path == str(refused):
            raise PermissionError(13, "Permission denied", path)
        if path == str(gone):
            raise FileNotFoundError(2, "No such file or directory", path)
        return content_of(path)

    monkeypatch.setattr(reading, "content_of", failing)
    good, broken = open_library("lib").entries()
    assert good.id == "good"
    assert (broken.id, broken.broken.message) == ("refused", "cannot be read: Permission denied")


def test_a_pipe_in_the_library_is_listed_as_broken(tmp_path: Path, open_library: Open) -> None:
    (tmp_path / "lib").mkdir()
    os.mkfifo(tmp_path / "lib/pipe.yaml")
    (pipe,) = open_library("lib").entries()
    assert "pipe or a device" in pipe.broken.message


def test_the_name_of_a_file_is_shown_clean(tmp_path: Path, open_library: Open) -> None:
    path = Path(os.fsdecode(bytes(tmp_path / "lib") + b"/\xff\x1b[2J.yaml"))
    path.parent.mkdir()
    path.write_text("number: x")
    library = open_library("lib")
    (entry,) = library.entries()
    assert entry.id == entry.title == "\ufffd␛[2J"
    assert (entry.path, open_library("lib").entries()) == (path, (entry,))
    with pytest.raises(EpisodeRefused) as refused:
        library.open(path)
    assert str(refused.value).isprintable()


def test_entries_stay_until_a_rescan(write_episode: Write, open_library: Open) -> None:
    write_episode("lib/a.yaml")
    library = open_library("lib")
    assert len(library.entries()) == 1
    write_episode("lib/b.yaml")
    assert len(library.entries()) == 1
    assert len(library.rescan()) == 2
    assert len(library.entries()) == 2


def test_a_rescan_tells_how_far_it_is(write_episode: Write, open_library: Open) -> None:
    write_episode("lib/a.yaml")
    library, told = open_library("lib"), []
    library.entries()
    for name in "bcd":
        write_episode(f"lib/{name}.yaml")
    library.rescan(lambda read, unread: told.append((read, unread)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_neighbours_are_newer_and_older_and_can_be_read(
    write_episode: Write, open_library: Open
) -> None:
    old, middle, new = (
        write_episode(f"lib/{day}.yaml", date=f"2026-01-0{day}") for day in (1, 2, 3)
    )
    write_episode("lib/bad.yaml", number="x")
    library = open_library("lib")
    assert library.after(middle).path == new
    assert library.before(middle).path == old
    assert library.after(new) is None
    assert library.before(old) is None
    assert library.after(Path("elsewhere.yaml")) is None


def test_a_key_is_the_path_in_the_library_and_elsewhere_the_whole_path(
    tmp_path: Path, write_episode: Write, open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, below = write_episode("lib/008.yaml"), write_episode("lib/braid/008.yaml")
    outside = write_episode("else/008.yaml")
    library = open_library("missing", "lib")
    (tmp_path / "link").symlink_to(tmp_path / "lib")
    monkeypatch.chdir(tmp_path / "else")
    for path, key in (
        (inside, "008"),
        (below, "braid/008"),
        (Path("../lib/008.yaml"), "008"),
        (tmp_path / "link/008.yaml", "008"),
        (Path("008.yaml"), str(outside)),
    ):
        opened = library.open(path)
        assert (opened.id, opened.key) == ("008", key)
        assert opened.path.is_absolute()
    assert {entry.key for entry in library.entries()} == {"008", "braid/008"}


def test_a_thousand_episodes_are_listed_from_the_cache(
    write_episode: Write, open_library: Open, yaml_readings: list[bytes]
) -> None:
    for number in range(1000):
        write_episode(f"lib/{number:04}.yaml", number=number)
    first = open_library("lib").entries()
    assert [entry.number for entry in first] == list(range(999, -1, -1))
    assert open_library("lib").entries() == first
    assert len(yaml_readings) == 1000
