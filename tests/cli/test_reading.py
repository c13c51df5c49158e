from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.notebook.places import Notebook, Place
from tests.cli.conftest import EPISODE, Braidtui


class Opened(list[tuple[str, Place | None]]):
    """Each with its place; `told` is what the reader is to say at once."""

    def __init__(self) -> None:
        self.told: list[str] = []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the reader was opened with: the terminal and the reader are not here."""
    opened = Opened()

    def run_reader(*arguments: object, notices: tuple[str, ...]) -> int:
        _library, _notebook, _config, episode, place = arguments
        opened.append((episode.id, place))  # type: ignore[attr-defined]
        opened.told += notices  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr("braidtui.cli.reading.is_screen", lambda: True)
    monkeypatch.setattr("braidtui.tui.app.run_reader", run_reader)
    return opened


@pytest.fixture
def second(library: Path) -> Path:
    path = library / "008.yaml"
    path.write_text(EPISODE.replace("Seven", "Eight").replace(": 7", ": 8").replace("-20", "-21"))
    return path


def test_without_a_terminal_it_prints_what_show_prints(braidtui: Braidtui, library: Path) -> None:
    assert braidtui("7") == braidtui("show", "7")
    assert braidtui("7@s2") == braidtui("show", "7@s2")
    assert braidtui("seven", "ways") == braidtui("show", "seven", "ways")


def test_the_first_time_it_is_the_newest(braidtui: Braidtui, second: Path, opened: Opened) -> None:
    braidtui()
    assert opened == [("008", None)]


def test_later_it_is_the_last_read_at_its_place(
    braidtui: Braidtui, second: Path, opened: Opened
) -> None:
    place = Place(2, 3, 60_000, 0.5)
    Notebook.default().keep_place("007", second.with_name("007.yaml"), place)
    braidtui()
    assert opened == [("007", place)]


@pytest.mark.parametrize("loss", [Path.unlink, lambda path: path.write_text("title: T\n")])
def test_where_the_last_read_is_gone_it_is_the_newest_that_can_be_read(
    braidtui: Braidtui, library: Path, second: Path, opened: Opened, loss: Callable[[Path], None]
) -> None:
    Notebook.default().keep_place("008", second, Place(0, 0, 0, 0.1))
    loss(second)
    braidtui()
    assert opened == [("007", None)]


def test_a_file_outside_the_library_is_found_again(
    braidtui: Braidtui, library: Path, tmp_path: Path, opened: Opened
) -> None:
    path = tmp_path / "elsewhere.yaml"
    path.write_text(EPISODE)
    Notebook.default().keep_place(str(path), path, Place(1, 0, 20_000, 0.3))
    braidtui()
    assert opened == [("elsewhere", Place(1, 0, 20_000, 0.3))]


def test_a_place_in_the_target_is_where_it_opens(
    braidtui: Braidtui, library: Path, opened: Opened
) -> None:
    braidtui("7@1:45")
    assert [place and place[:3] for _, place in opened] == [(3, 0, 90_000)]


def test_an_episode_that_is_opened_by_name_goes_on_at_its_place(
    braidtui: Braidtui, library: Path, opened: Opened
) -> None:
    Notebook.default().keep_place("007", library / "007.yaml", Place(2, 0, 60_000, 0.4))
    braidtui("7")
    assert opened == [("007", Place(2, 0, 60_000, 0.4))]


def test_what_befell_the_notebook_is_told_by_the_reader(
    braidtui: Braidtui, library: Path, opened: Opened
) -> None:
    notebook = Notebook.default()
    for n in range(3):
        notebook.keep_place("007", library / "007.yaml", Place(n, 0, None, 0.5))
    notebook.path.write_bytes(bytes(9000))
    assert braidtui().err == ""
    (notice,) = opened.told
    assert "it was damaged and is kept as" in notice
    assert opened == [("007", Place(0, 0, None, 0.5))]


def test_an_empty_library_says_how_to_fill_it(braidtui: Braidtui, library: Path) -> None:
    (library / "007.yaml").unlink()
    code, out, err = braidtui()
    assert (code, out) == (2, "")
    assert "braidtui import" in err


def test_a_word_that_is_nearly_a_command_is_asked_about(braidtui: Braidtui, library: Path) -> None:
    assert "`braidtui list`" in braidtui("lsit").err
