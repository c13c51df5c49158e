"""A hostile episode on the screen: everything of it is text, and nothing of it acts."""

import sys

import pytest

from tests.journeys.conftest import Shelf, press, seen, sees, shelf
from tests.robustness.hostile import hostile_yaml
from tests.robustness.oracle import acting, foreign
from tests.robustness.session import Session

__all__ = ["shelf"]

WAYS = [
    ("the text", []),
    ("its end", ["G"]),
    ("a turn", ["}", "}", "}"]),
    ("the palette", [":"]),
    ("the help", ["?"]),
    ("the library", ["L"]),
    ("sources of a turn", ["}", "o"]),
    ("a source that is not opened", ["}", "o", "enter"]),
    ("a quote in no turn", ["tab", "enter"]),
    ("another theme", [":", *"theme", "enter"]),
]


@pytest.mark.parametrize(("view", "keys"), WAYS, ids=[view for view, _ in WAYS])
@pytest.mark.parametrize("size", [(120, 40), (40, 10)], ids=["large", "small"])
async def test_no_character_of_content_acts(
    shelf: Shelf, view: str, keys: list[str], size: tuple[int, int]
) -> None:
    async with shelf.read(shelf.put("013", hostile_yaml()), size) as pilot:
        await press(pilot, *keys)
        assert pilot.app.is_running, view
        rows = seen(pilot)
        assert acting("".join(rows)) == set()
        assert all(len(rows) == size[1] for _ in rows)


async def test_markup_is_read_as_it_is_written_and_does_nothing_when_clicked(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("013", hostile_yaml())) as pilot:
        await press(pilot, *["}"] * 7)
        assert sees(pilot, "[@click=app.quit]quit[/]")
        assert sees(pilot, "[tsk]")
        view = pilot.app.screen.transcript
        for row in range(12):
            for column in range(2, 60, 4):
                await pilot.click(view, offset=(column, row))
        assert pilot.app.is_running


async def test_selected_text_holds_nothing_that_acts(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("013", hostile_yaml())) as pilot:
        pilot.app.screen.text_select_all()
        await pilot.pause()
        text = pilot.app.screen.get_selected_text()
        assert text
        assert "zebrafinch" in text
        assert acting(text, breaks="\n") == set()


def test_a_real_terminal_gets_only_what_the_screen_itself_sends(shelf: Shelf) -> None:
    path = shelf.put("013", hostile_yaml())
    session = Session([sys.executable, "-m", "braidtui", str(path)])
    session.wait_for("DISPATCH 013")
    for keys in ("}}}", "o", "\x1b", "L", "q", "?", "\x1b", ":", "\x1b", "G"):
        session.send(keys)
    session.send("q", quiet=0.1)
    assert session.leave() == 0
    assert foreign(session.stream) == set()
    assert b"zebrafinch" in session.stream
    assert b"\x1b]0;" not in session.stream
    assert b"\x1b]52;" not in session.stream
