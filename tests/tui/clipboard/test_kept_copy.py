"""The file with what was copied last."""

import os
import stat
from pathlib import Path

import pytest

from braidtui.tui.clipboard.kept_copy import keep_copy, path_in_words


def test_it_holds_the_last_text_for_its_owner_alone() -> None:
    mask = os.umask(0)
    try:
        keep_copy("one")
        path = keep_copy("two\n\n潮\udc80")
    finally:
        os.umask(mask)
    assert path == Path(os.environ["XDG_STATE_HOME"]) / "braidtui/clipboard.txt"
    assert path.read_text(encoding="utf-8") == "two\n\n潮?"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [*path.parent.iterdir()] == [path]


def test_a_link_in_its_place_leads_to_no_other_file(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    path = keep_copy("one")
    path.unlink()
    path.symlink_to(victim)
    keep_copy("two")
    assert (victim.read_text(), path.read_text()) == ("mine", "two")


def test_no_home_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("braidtui.tui.clipboard.kept_copy.own_folder", lambda _kind: None)
    with pytest.raises(OSError, match="no home"):
        keep_copy("one")


def test_the_home_is_a_tilde() -> None:
    assert path_in_words(Path(os.environ["HOME"]) / "a/b") == "~/a/b"
    assert path_in_words(Path("/srv/b")) == "/srv/b"
