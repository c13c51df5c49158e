"""Opening an episode, reading on, leaving and coming back."""

from dataclasses import replace

import pytest

from braidtui.config import Config
from braidtui.episode.model import Quote, Segment
from braidtui.tui.transcript.reading import ReadingPlace
from tests.journeys.conftest import Shelf, page, press, seen, sees, tides


async def test_the_first_screen_shows_head_cast_segments_quotes_and_sources(shelf: Shelf) -> None:
    """♦ dispatch, title and cast in the middle; segments left; quotes over sources right."""
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await pilot.pause()
        for words in (
            "♦ Coast · DISPATCH 007", "Between Tides", "■ Ada Moor", "host", "lab/one · lab/alto",
            "Segments", "▸ 1 Part 1 of", "Quotes", "“Turn 9 begins.”", "Sources", "1 Chart 0",
            "Turn 0 begins.", "? help",
        ):  # fmt: skip
            assert sees(pilot, words), words


async def test_a_page_down_and_back_up_shows_the_same_rows(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (90, 30)) as pilot:
        await press(pilot, "space", "space")
        rows = page(pilot)
        await press(pilot, "space", "b")
        assert page(pilot) == rows


async def test_the_last_rows_of_a_page_are_the_first_of_the_next(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (60, 20)) as pilot:
        await press(pilot, "space")
        bottom = page(pilot)[-2:]
        await press(pilot, "space")
        assert page(pilot)[:2] == bottom


async def test_segment_keys_go_forward_back_and_by_number(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 30)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert view.place == ReadingPlace(12, 0)
        assert sees(pilot, "▸ 3 Part 3")
        assert sees(pilot, "3 of 4")
        await press(pilot, "j", "j", "j", "j", "j", "left_square_bracket")
        assert view.place == ReadingPlace(12, 0)
        await press(pilot, "left_square_bracket")
        assert view.place.turn == 6
        await press(pilot, "4")
        assert view.place.turn == 18
        await press(pilot, "9")
        assert view.place.turn == 18
        assert sees(pilot, "There are 4 segments.")


async def test_turn_keys_step_by_turn_and_by_turns_of_the_speaker(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert view.place.turn == 2
        await press(pilot, "right_parenthesis")
        assert view.place.turn == 4
        await press(pilot, "left_parenthesis", "left_parenthesis")
        assert view.place.turn == 0
        await press(pilot, "left_parenthesis")
        assert sees(pilot, "No earlier turn of Ada Moor.")
        await press(pilot, "G", "right_curly_bracket")
        assert view.place.turn == 23


async def test_ctrl_o_goes_back_through_the_jumps(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "space", "j")
        start = view.place
        await press(pilot, "3", "2")
        await press(pilot, "ctrl+o")
        assert view.place == ReadingPlace(12, 0)
        await press(pilot, "ctrl+o")
        assert view.place == start
        await press(pilot, "ctrl+o")
        assert sees(pilot, "No jump to go back from.")


async def test_ctrl_o_comes_back_to_the_head_and_from_a_speakers_turn(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides())) as pilot:
        rows = page(pilot)
        await press(pilot, "2", "ctrl+o")
        assert page(pilot) == rows
        await press(pilot, "2", ")", "ctrl+o")
        assert pilot.app.screen.transcript.place.turn == 6


async def test_reading_goes_on_where_it_stopped(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, (120, 40)) as pilot:
        await press(pilot, "3", "space", "j", "j", "j")
        place, rows = pilot.app.screen.transcript.place, page(pilot)
        await press(pilot, "q")
    assert place.turn >= 12
    async with shelf.read(path, (120, 40)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.transcript.place == place
        assert page(pilot) == rows
        assert sees(pilot, "▸ 4 Part 4")


async def test_the_place_is_kept_within_a_second_of_a_move_without_leaving(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, (100, 30)) as pilot:
        await press(pilot, "3")
        pilot.app.screen.keeper.keep()  # what the timer calls
        kept = shelf.notebook.place(shelf.library().open(path).key)
        assert kept is not None
        assert (kept.turn, kept.start) == (12, 240_000)


@pytest.mark.parametrize("size", [(60, 20), (40, 10), (200, 50), (100, 12)])
async def test_another_size_keeps_the_words_on_top(shelf: Shelf, size: tuple[int, int]) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await press(pilot, "2", "j", "j", "j", "j", "j", "j")
        place = pilot.app.screen.transcript.place
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert pilot.app.screen.transcript.place.turn == place.turn
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert pilot.app.screen.transcript.place == place


async def test_plus_and_minus_change_the_width_of_the_text(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40), Config(width=60)) as pilot:
        await press(pilot, "z")
        assert pilot.app.screen.transcript.text_width == 60
        await press(pilot, "minus", "minus", "plus")
        assert pilot.app.screen.transcript.text_width == 56
        assert max(len(row) for row in page(pilot)[:20] if "─" not in row) == 56


async def test_the_wheel_scrolls_and_the_scroll_bar_goes_to_any_part(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides(8, 20)), (100, 30)) as pilot:
        view = pilot.app.screen.transcript
        await pilot._post_mouse_events(
            [__import__("textual.events").events.MouseScrollDown], view, (5, 5), button=0
        )
        await pilot.pause()
        assert view.scroll_offset.y == 3
        view.scroll_to(y=view.max_scroll_y // 2, animate=False)
        await pilot.pause()
        assert 60 < view.place.turn < 100


async def test_a_person_can_set_keys_theme_and_width(shelf: Shelf) -> None:
    config = Config(theme="nord", width=50, keys={"next_segment": "w", "nonsense": "x"})
    async with shelf.read(shelf.put("007", tides()), (120, 40), config) as pilot:
        await press(pilot, "w")
        assert pilot.app.screen.transcript.place.turn == 6
        await press(pilot, "right_square_bracket")
        assert pilot.app.screen.transcript.place.turn == 6
        assert pilot.app.theme == "nord"
        assert sees(pilot, "nonsense")
        await press(pilot, "question_mark")
        assert sees(pilot, "Next segment")
        assert any(row.rstrip(" │").endswith(" w") for row in seen(pilot) if "Next segment" in row)


async def test_ctrl_c_asks_for_a_second_press(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        await press(pilot, "ctrl+c")
        assert sees(pilot, "Press ctrl+c again to quit.")
        assert pilot.app.is_running
        await press(pilot, "ctrl+c")
    assert pilot.app.return_value is None
    assert not pilot.app.is_running


async def test_segments_without_turns_do_not_hold_the_way_back_up(shelf: Shelf) -> None:
    parts = tides().segments
    empty = Segment("Nothing said", parts[2].start)
    episode = replace(tides(), segments=(*parts[:2], empty, *parts[2:]))
    async with shelf.read(shelf.put("007", episode)) as pilot:
        await press(pilot, "4", "[")
        assert pilot.app.screen.transcript.place.turn == 6


async def test_the_head_says_whose_the_pull_quote_is_where_only_its_words_are_given(
    shelf: Shelf,
) -> None:
    episode = replace(tides(), quotes=(Quote("Turn 9 begins."),))
    async with shelf.read(shelf.put("007", episode), (60, 40)) as pilot:
        assert sees(pilot, "— Bo Lindqvist, 00:03:00")


async def test_captions_open_as_they_are_and_what_was_mended_is_mentioned(shelf: Shelf) -> None:
    """A head of the file's name, the voices as cast; the status line leads to the remarks."""
    captions = shelf.folder / "tides.vtt"
    captions.write_text(
        "WEBVTT\n\n0.5 --> 2.5\n<v Ada Moor>High water\n\n2.5 --> 4.0\nis at six.\n\n"
        "00:04.000 --> 00:05.000\n<v Bo>Then we go.\n",
        encoding="utf-8",
    )
    async with shelf.read(captions, (100, 30)) as pilot:
        await pilot.pause()
        for words in ("■ Ada Moor  00:00:00", "High water is at six.", "◆ Bo  00:00:04"):
            assert sees(pilot, words), words
        assert sees(pilot, "1 remark on how this was read: braidtui check tides.vtt")


async def test_of_an_episode_file_no_remarks_are_told(shelf: Shelf) -> None:
    odd = replace(tides(), url="ftp://example.org/7")
    async with shelf.read(shelf.put("007", odd), (100, 30)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.opened.warnings
        assert not sees(pilot, "remark")
