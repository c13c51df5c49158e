"""What a reader takes out of an episode: copies, Markdown files, pictures."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from braidtui.config import Config, own_folder
from braidtui.config.settings import Copying, Exporting
from tests.journeys.conftest import Shelf, press, sees, tides
from tests.journeys.test_going import typed
from tests.tui.bursts import burst

SIZE = (120, 30)


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing to copy with but the terminal; files go into a folder of their own."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "WSL_DISTRO_NAME", "PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


async def copied(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    return pilot.app.clipboard


async def test_the_turn_being_read_is_copied_with_who_said_it(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "}", "y")
        text = await copied(pilot)
        assert tides().turns[7].text in text
        assert "Bo Lindqvist" in text
        assert "Between Tides" in text
        assert "00:02:20" in text
        assert sees(pilot, "to the terminal's clipboard")


async def test_a_selection_of_turns_is_copied_and_let_go(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "v", "}", "y")
        text = await copied(pilot)
        assert all(tides().turns[turn].text in text for turn in (6, 7))
        assert not pilot.app.screen.selections


async def test_the_quote_under_the_cursor_is_copied_from_its_pane(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "tab", "y")
        text = await copied(pilot)
        assert "“Turn 9 begins.”" in text
        assert tides().turns[9].text not in text


async def test_what_is_copied_on_the_way_out_is_copied(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await burst(pilot, "y", "q")
    folder = own_folder("state")
    assert folder is not None
    assert tides().turns[0].text in (folder / "clipboard.txt").read_text("utf-8")


async def test_a_home_that_nobody_knows_is_a_path_like_any(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "S", "ctrl+u", *typed("~nobodyx/y"))
        assert sees(pilot, "y in ~nobodyx")
        await press(pilot, "escape")
        assert pilot.app.is_running


async def test_a_segment_is_copied_whole(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "Y")
        text = await copied(pilot)
        assert all(turn.text in text for turn in tides().segments[1].turns)
        assert "Turn 5 " not in text
        assert "Turn 12 " not in text


async def test_the_form_is_that_of_the_settings_or_of_the_palette(shelf: Shelf) -> None:
    config = Config(copying=Copying("markdown", False))
    async with shelf.read(shelf.put("007", tides()), SIZE, config) as pilot:
        await press(pilot, "y")
        text = await copied(pilot)
        assert text.startswith("> ")
        assert "00:00:00" not in text
        await press(pilot, ":", *typed("copy as apa"), "enter")
        assert "[Audio podcast episode" in await copied(pilot)
        await press(pilot, ":", *typed("now on copy as plain"), "enter", "y")
        assert not (await copied(pilot)).startswith("> ")


async def test_a_segment_is_written_as_markdown_where_the_dialogue_says(
    shelf: Shelf, tmp_path: Path
) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "s")
        assert sees(pilot, "007-between-tides--s02-part-2-of-the-tide.md")
        assert sees(pilot, "A new file. ")
        await press(pilot, "enter")
        text = (tmp_path / "007-between-tides--s02-part-2-of-the-tide.md").read_text("utf-8")
        assert "## Part 2 of the tide" in text
        assert sees(pilot, "Written: ")
        await press(pilot, "s")
        assert sees(pilot, "nothing will change")
        await press(pilot, "escape")


async def test_a_file_of_somebody_else_takes_a_second_enter_and_is_kept(
    shelf: Shelf, tmp_path: Path
) -> None:
    mine = tmp_path / "notes" / "007-between-tides.md"
    mine.parent.mkdir()
    mine.write_text("My own words.\n", "utf-8")
    config = Config(exporting=Exporting(folder=mine.parent))
    async with shelf.read(shelf.put("007", tides()), SIZE, config) as pilot:
        await press(pilot, "S")
        assert sees(pilot, "was not written by braidtui")
        await press(pilot, "enter")
        assert mine.read_text("utf-8") == "My own words.\n"
        assert sees(pilot, "Enter again")
        await press(pilot, "escape", "S", "enter", "enter")
        assert "# Between Tides" in mine.read_text("utf-8")
        assert (mine.parent / "007-between-tides.md.bak").read_text("utf-8") == "My own words.\n"


async def test_another_path_can_be_typed_and_what_is_wrong_with_it_is_said(
    shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "S", "ctrl+u", *typed("file/x.md"), "enter")
        assert sees(pilot, "which is no folder")
        await press(pilot, "ctrl+u", *typed("mine.md"), "enter")
        assert "# Between Tides" in (tmp_path / "mine.md").read_text("utf-8")


async def test_a_card_of_what_is_chosen_is_saved(shelf: Shelf, tmp_path: Path) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "tab", "C")
        assert sees(pilot, ".svg")
        await press(pilot, "enter")
        (card,) = tmp_path.glob("*.svg")
        assert "Turn 9 begins." in card.read_text("utf-8")


async def test_a_card_that_cannot_hold_all_of_the_words_says_so_before(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "v", "G", "C")
        assert sees(pilot, "A card as SVG: the card shows the first 1,")


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_the_dialogue_is_usable_in_a_small_terminal(
    shelf: Shelf, size: tuple[int, int]
) -> None:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        await press(pilot, "S")
        assert sees(pilot, "A new file. ")
