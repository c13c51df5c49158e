"""The file changes under the reader; text is selected; sources are opened."""

import os
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from textual.color import Color
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from braidtui.config import Config
from braidtui.episode.model import Episode, Source, Turn
from braidtui.episode.yaml_writer import write_episode
from braidtui.tui.colors import LEAST_CONTRAST, contrast
from tests.journeys.conftest import WORDS, Shelf, page, press, seen, sees, tides


def with_turn_before(episode: Episode) -> Episode:
    """The episode with another turn at its very beginning."""
    first = episode.segments[0]
    added = replace(first, turns=(Turn("bo", "A turn put in.", 0), *first.turns))
    return replace(episode, segments=(added, *episode.segments[1:]))


async def rewrite(pilot: Pilot[None], path: Path, text: str) -> None:
    """Change the file, and let the reader look at it, as its timer does."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    pilot.app.screen.file_watch.look()
    await pilot.pause()


async def test_a_corrected_file_is_shown_with_the_place_kept(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        await press(pilot, "3")
        await rewrite(pilot, path, write_episode(with_turn_before(tides())))
        assert pilot.app.screen.transcript.place.turn == 13
        assert sees(pilot, "Turn 12 begins.")
        assert sees(pilot, "read again")


async def test_a_file_that_breaks_leaves_the_text_and_says_where(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        await press(pilot, "3")
        await rewrite(pilot, path, "title: x\nspeakers: {}\n")
        assert sees(pilot, "Turn 12 begins.")
        assert sees(pilot, "broken")
        await rewrite(pilot, path, write_episode(replace(tides(), title="Mended")))
        assert sees(pilot, "Mended")


async def test_a_file_that_vanishes_is_no_trouble(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        path.unlink()
        pilot.app.screen.file_watch.look()
        await pilot.pause()
        assert sees(pilot, "The file is gone")
        await press(pilot, "j")
        assert sees(pilot, "Between Tides")


async def test_selected_text_is_that_of_the_turns_without_line_breaks_of_the_screen(
    shelf: Shelf,
) -> None:
    async with shelf.read(shelf.put("007", tides()), (60, 40)) as pilot:
        await press(pilot, "}", "}", "}")
        view = pilot.app.screen.transcript
        pilot.app.screen.selections = {view: Selection(Offset(0, 3), Offset(14, 4))}
        await pilot.pause()
        await press(pilot, "ctrl+c")
        words = f"Turn 3 begins. {WORDS * 4}".strip() + "\n\nTurn 4 begins."
        assert pilot.app.clipboard == words
        assert sees(pilot, "clipboard")


async def test_dragging_selects_the_words_between(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (60, 40)) as pilot:
        await press(pilot, "}")
        view = pilot.app.screen.transcript
        left = view._page.painting._margin + 2
        await pilot.mouse_down(view, offset=(left, 1))
        await pilot.hover(view, offset=(left + 4, 2))
        await pilot.mouse_up(view, offset=(left + 4, 2))
        await pilot.pause()
        text = tides().turns[1].text
        selected = pilot.app.screen.get_selected_text()
        assert selected
        assert text.startswith(selected)
        assert len(selected) > 40


async def test_a_copy_too_long_for_a_terminal_is_said(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        pilot.app.copy_to_clipboard("é" * 40_000)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert sees(pilot, "Too long")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were handed to the browser."""
    urls: list[str] = []
    monkeypatch.setattr("braidtui.tui.browser.open_in_browser", lambda url: urls.append(url) or "")
    return urls


async def test_a_source_is_opened_after_a_question_that_shows_it_whole(
    shelf: Shelf, opened: list[str]
) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "o")
        assert sees(pilot, "https://example.org/0")
        assert opened == []
        await press(pilot, "escape", "o", "enter")
        assert opened == ["https://example.org/0"]
        await press(pilot, "}", "o")
        assert sees(pilot, "This turn names no sources.")


async def test_of_several_sources_one_is_chosen_first(shelf: Shelf, opened: list[str]) -> None:
    sources = (Source("https://a.example/"), Source("https://b.example/"), Source(site="c.example"))
    episode = tides()
    first = episode.segments[0]
    turn = first.turns[0]._replace(sources=sources)
    episode = replace(
        episode,
        segments=(replace(first, turns=(turn, *first.turns[1:])), *episode.segments[1:]),
    )
    async with shelf.read(shelf.put("007", episode)) as pilot:
        await press(pilot, "o")
        assert sees(pilot, "Sources of this turn")
        await press(pilot, "j", "enter", "enter")
        assert opened == ["https://b.example/"]
        await press(pilot, "o", "j", "j", "enter")
        assert sees(pilot, "only its site: c.example")


async def test_a_click_on_a_source_mark_asks_for_it(shelf: Shelf, opened: list[str]) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "1")
        view = pilot.app.screen.transcript
        row = next(y for y, words in enumerate(page(pilot)) if words.endswith("[1]"))
        column = seen(pilot)[view.region.y + row].index("[1]") - view.region.x
        await pilot.click(view, offset=(column + 1, row))
        await pilot.pause()
        assert sees(pilot, "https://example.org/0")
        await press(pilot, "y")
        assert opened == ["https://example.org/0"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://u:p@x.org/"])
async def test_what_is_no_plain_web_address_is_shown_but_never_opened(
    shelf: Shelf, opened: list[str], url: str
) -> None:
    episode = replace(tides(), sources=(Source(url=url),))
    async with shelf.read(shelf.put("007", episode)) as pilot:
        pilot.app.screen.sources.ask(1)
        await pilot.pause()
        assert sees(pilot, url)
        assert sees(pilot, "not opened")
        await press(pilot, "enter", "y", "escape")
        assert opened == []


async def test_an_editor_that_is_not_there_is_said(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "/nonexistent/editor")
    monkeypatch.setattr("textual.app.App.suspend", lambda app: nullcontext())
    async with shelf.read(shelf.put("007", tides())) as pilot:
        await press(pilot, "e")
        assert sees(pilot, "/nonexistent/editor")
        await press(pilot, "3")
        assert pilot.app.screen.transcript.place.turn == 12


async def test_an_edit_at_the_turn_being_read_is_shown(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor, log = tmp_path / "editor", tmp_path / "log"
    editor.write_text(
        f'#!/bin/sh\necho "$1" > {log}\nsed -i "s/Turn 12 begins/Turn 12 edited/" "$2"\n'
    )
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr("textual.app.App.suspend", lambda app: nullcontext())
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        await press(pilot, "3", "e")
        line = int(log.read_text().removeprefix("+"))
        assert "Turn 12 edited" in "".join(
            path.read_text().splitlines(keepends=True)[line - 1 : line + 4]
        )
        assert sees(pilot, "Turn 12 edited")


async def test_an_episode_that_ships_is_edited_as_a_copy_in_the_library(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("textual.app.App.suspend", lambda app: nullcontext())
    monkeypatch.setattr("braidtui.library.folders.bundled_episodes", lambda: shelf.folder)
    path = shelf.put("007", tides())
    async with shelf.read(path) as pilot:
        await press(pilot, "3", "e")
        copy = pilot.app.screen.opened.path
        assert copy != path
        assert copy.read_bytes() == path.read_bytes()
        assert pilot.app.screen.transcript.place.turn == 12


@pytest.mark.parametrize("theme", ["braid-dark", "braid-light", "textual-light", "nord"])
async def test_selected_words_can_be_read(shelf: Shelf, theme: str) -> None:
    async with shelf.read(shelf.put("007", tides()), config=Config(theme=theme)) as pilot:
        style = pilot.app.screen.transcript._brushes("selection")
        letters, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        assert contrast(letters, ground) >= LEAST_CONTRAST
