import os
import stat
from pathlib import Path

import pytest

from braidtui.library import writing
from braidtui.library.writing import make_folder, write_whole


def test_a_new_file_is_written_and_nothing_else_stays(tmp_path: Path) -> None:
    write_whole(tmp_path / "008.yaml", b"title: T\n")
    assert [path.name for path in tmp_path.iterdir()] == ["008.yaml"]
    assert (tmp_path / "008.yaml").read_bytes() == b"title: T\n"


def test_a_new_file_has_the_rights_that_the_person_gives_new_files(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "008.yaml", b"")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "008.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize("leads_to", ["victim", "nothing"])
def test_a_name_that_is_taken_is_refused_also_by_a_link(tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / leads_to)
    for taken in ("victim", "link"):
        with pytest.raises(FileExistsError) as refused:
            write_whole(tmp_path / taken, b"theirs")
        assert refused.value.filename == str(tmp_path / taken)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "victim"]
    assert (tmp_path / "victim").read_text() == "mine"


def test_replacing_a_link_leaves_the_file_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    write_whole(tmp_path / "link", b"theirs", replace=True)
    assert (tmp_path / "victim").read_text() == "mine"
    assert (tmp_path / "link").read_text() == "theirs"
    assert not (tmp_path / "link").is_symlink()


def test_without_hard_links_a_taken_name_is_refused_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(writing.os, "link", no_links)
    write_whole(tmp_path / "008.yaml", b"first")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "008.yaml", b"second")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"first"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "008.yaml").write_text("old")
    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "008.yaml", b"new", replace=True)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_an_error_names_the_path_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refused(where: object, *_others: object) -> None:
        raise OSError(30, "Read-only file system", str(where) if call == "open" else None)

    monkeypatch.setattr(writing.os, call, refused)
    with pytest.raises(OSError, match="Read-only") as raised:
        write_whole(tmp_path / "008.yaml", b"")
    assert raised.value.filename == str(tmp_path / "008.yaml")


def test_where_a_folder_stands_it_is_the_folder_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "008.yaml").mkdir()
    with pytest.raises(IsADirectoryError) as raised:
        write_whole(tmp_path / "008.yaml", b"", replace=True)
    assert (raised.value.filename, raised.value.filename2) == (str(tmp_path / "008.yaml"), None)


def test_a_file_gets_the_rights_that_are_asked_for_whatever_the_mask(tmp_path: Path) -> None:
    for mode in (0o600, 0o666, 0o444):
        write_whole(tmp_path / "008.yaml", b"", replace=True, mode=stat.S_IFREG | mode)
        assert stat.S_IMODE((tmp_path / "008.yaml").stat().st_mode) == mode


def test_what_raises_just_before_the_replacing_stops_it(tmp_path: Path) -> None:
    def stop() -> None:
        assert len(list(tmp_path.iterdir())) == 2
        raise BlockingIOError("changed meanwhile")

    (tmp_path / "008.yaml").write_text("old")
    with pytest.raises(BlockingIOError):
        write_whole(tmp_path / "008.yaml", b"new", replace=True, just_before=stop)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_folder_is_made_where_no_file_is_in_its_way(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    for taken in ("file", "file/a"):
        with pytest.raises(NotADirectoryError):
            make_folder(tmp_path / taken)
