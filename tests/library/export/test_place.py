"""What a path that was typed means, in the shell as in the reader."""

from pathlib import Path

import pytest

from braidtui.library.export.place import destination, names_folder, trouble_at


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))


@pytest.mark.parametrize("typed", ["there", "there/", "new/", "new/er/", "new/.", "", ".", "~/"])
def test_a_folder_gets_a_file_of_that_name(typed: str) -> None:
    assert names_folder(typed)
    path = destination(typed, "008.md")
    assert path.name == "008.md"
    assert path.parent == Path(typed.replace("~", str(Path("home").absolute())))


@pytest.mark.parametrize("typed", ["a.md", "there/a", "new/a.md", "~nobody-of-that-name"])
def test_anything_else_is_the_file(typed: str) -> None:
    assert not names_folder(typed)
    assert destination(typed, "008.md") == Path(typed)


def test_the_current_folder_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert trouble_at(Path("new/a.md")) == ""
    monkeypatch.setattr("os.access", lambda *_: False)
    words = "in the current folder, where nothing can be written"
    assert trouble_at(Path("a.md")) == trouble_at(Path("new/a.md")) == words
