"""What a reader keeps while reading: highlights, notes, quotes and marks, and undoing that."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from braidtui.config import Config
from braidtui.episode.model import Episode
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kept, Kind
from braidtui.notebook.places import Notebook
from braidtui.tui.app import BraidApp
from tests.journeys.conftest import Shelf, page, press, seen, sees, tides
from tests.journeys.test_going import typed

SIZE = (120, 30)


def kept(shelf: Shelf) -> tuple[Kept, ...]:
    """What stands in the notebook, read by another one."""
    return Keepsakes(shelf.notebook.path).all()


def kinds(shelf: Shelf) -> list[str]:
    return [it.kind for it in kept(shelf)]


def corrected(episode: Episode, turn: int, text: str) -> Episode:
    """The same episode with other words in one turn."""
    segments = list(episode.segments)
    at = episode.segment_of(turn)
    turns = list(segments[at].turns)
    turns[turn - episode.first_turns[at]] = episode.turns[turn]._replace(text=text)
    segments[at] = replace(segments[at], turns=tuple(turns))
    return replace(episode, segments=tuple(segments))


async def look(pilot: Pilot[None]) -> None:
    """What the reader does each second."""
    await pilot.app.screen.kept_here.look()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_turn_is_highlighted_and_by_the_same_key_no_more(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "}", "x")
        (highlight,) = kept(shelf)
        assert (highlight.kind, highlight.speaker, highlight.start) == (
            Kind.HIGHLIGHT,
            "Bo Lindqvist",
            140_000,
        )
        assert highlight.text.startswith("Turn 7 begins.")
        assert (highlight.episode.title, highlight.segment) == (
            "Between Tides",
            "Part 2 of the tide",
        )
        assert sees(pilot, "Highlighted: “Turn 7 begins.")
        assert any("Bo Lindqvist  00:02:20" in row and "▬" in row for row in page(pilot))
        await press(pilot, "x")
        assert kept(shelf) == ()
        assert not any("▬" in row for row in page(pilot))


async def test_what_was_kept_is_there_next_time(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, SIZE) as pilot:
        await press(pilot, "2", "x", "q")
    async with shelf.read(path, SIZE) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert any("00:02:00" in row and "▬" in row for row in page(pilot))


async def test_several_turns_are_selected_by_moving_and_highlighted(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "v", "}", "}")
        assert sees(pilot, "3 turns selected")
        await press(pilot, "x")
        (highlight,) = kept(shelf)
        assert [anchor.turn for anchor in highlight.anchors] == [6, 7, 8]
        assert not pilot.app.screen.selections
        await press(pilot, "}", "x")
        assert len(kept(shelf)) == 2


async def test_a_whole_segment_is_selected_at_once(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "}", "V", "Q")
        (quote,) = kept(shelf)
        assert [anchor.turn for anchor in quote.anchors] == [6, 7, 8, 9, 10, 11]


async def test_a_note_is_typed_and_stands_below_its_turn(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "a", *typed("ask ada"), "enter")
        assert sees(pilot, "✎ ask ada")
        assert [it.note for it in kept(shelf)] == ["ask ada"]
        await press(pilot, "a", *typed(" and bo"), "enter")
        assert [it.note for it in kept(shelf)] == ["ask ada and bo"]
        await press(pilot, "a", *["backspace"] * 14, "enter")
        assert kept(shelf) == ()
        assert not sees(pilot, "✎")


async def test_a_note_typed_in_one_burst_is_kept(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await pilot.press("a", *typed("in one go"), "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [it.note for it in kept(shelf)] == ["in one go"]


async def test_what_was_typed_of_a_note_is_offered_again(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "a", *typed("half a tho"), "escape")
        assert kept(shelf) == ()
        await press(pilot, "}", "a")
        assert not sees(pilot, "half a tho")
        await press(pilot, "escape", "{", "a", *typed("ught"), "enter")
        assert [it.note for it in kept(shelf)] == ["half a thought"]


async def test_marks_lead_back_in_this_episode_and_in_the_library(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first, SIZE) as pilot:
        screen = pilot.app.screen
        await press(pilot, "2", "m", "a", "3", "m", "B")
        assert sees(pilot, "Mark B is set.")
        await press(pilot, "G", "'", "a")
        assert screen.transcript.place.turn == 6
        await press(pilot, "J", "'", "a")
        assert sees(pilot, "There is no mark a in this episode.")
        await press(pilot, "'", "B")
        assert (screen.opened.id, screen.transcript.place.turn) == ("007", 12)
        await press(pilot, "ctrl+o")
        assert screen.opened.id == "008"
        await press(pilot, "'", "Z")
        assert sees(pilot, "There is no mark Z.")
        await press(pilot, "'", "7")
        assert sees(pilot, "A mark is a letter")


async def test_a_mark_set_again_moves(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "m", "a", "3", "m", "a", "g", "'", "a")
        assert pilot.app.screen.transcript.place.turn == 12
        assert kinds(shelf) == ["mark"]


async def test_the_other_quote_key_goes_back_and_forth(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "2", "4", "'", "'")
        assert view.place.turn == 6
        await press(pilot, "'", "'")
        assert view.place.turn == 18


async def test_one_s_own_quotes_hang_below_the_episode_s(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "Q")
        rows = seen(pilot)
        own = next(i for i, row in enumerate(rows) if "Your own" in row)
        assert any("“Turn 9 begins.”" in row for row in rows[:own])
        assert "“Turn 6 begins." in rows[own + 1]
        await press(pilot, "4", "tab", "G", "enter")
        assert pilot.app.screen.transcript.place.turn == 6
        await press(pilot, "Q")
        assert not sees(pilot, "Your own")


async def test_u_undoes_once_right_after_a_change_and_is_half_a_page_else(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "x", "Q", "u")
        assert sees(pilot, "Removed again: quote “Turn 6")
        assert kinds(shelf) == ["highlight"]
        await press(pilot, "u")
        assert kinds(shelf) == ["highlight"]
        assert pilot.app.screen.transcript.place.turn < 6
        await press(pilot, "2", "x", "u")
        assert sees(pilot, "Back again: highlight")
        await press(pilot, "x", "j", "u")
        assert kinds(shelf) == []
        await press(pilot, "x", "d", "u")
        assert kinds(shelf) == ["highlight"]


async def test_changes_are_undone_one_by_one_and_done_again(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "x", "Q", "U", "U")
        assert kinds(shelf) == []
        await press(pilot, "U")
        assert sees(pilot, "Nothing to undo.")
        await press(pilot, "ctrl+r")
        assert sees(pilot, "Kept again: highlight")
        assert kinds(shelf) == ["highlight"]
        await press(pilot, "ctrl+r", "ctrl+r")
        assert sees(pilot, "Nothing to redo.")


async def test_what_is_undone_elsewhere_names_the_episode(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first, SIZE) as pilot:
        await press(pilot, "2", "x", "J", "U")
        assert sees(pilot, " in “Between Tides”")


async def test_dropping_names_all_that_is_dropped(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "2", "V", "x", "2", "}", "}", "x")
        assert sees(pilot, "No longer highlighted: “Turn 6 begins.")
        assert sees(pilot, "(6 turns)")
        assert kept(shelf) == ()


async def test_a_turn_of_which_a_part_is_highlighted_is_highlighted_whole(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        other = Keepsakes(shelf.notebook.path, process="another one")
        other.keep(pilot.app.screen.opened, Kind.HIGHLIGHT, (TurnSpan(6, 0, 6),))
        await press(pilot, "2")
        await look(pilot)
        await press(pilot, "x")
        assert len(kept(shelf)) == 2
        await press(pilot, "x")
        assert sees(pilot, "No longer highlighted: 2 of them")
        assert kept(shelf) == ()


async def test_of_several_notes_on_a_turn_one_is_picked(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        other = Keepsakes(shelf.notebook.path, process="another one")
        for note in ("one", "two"):
            other.keep(pilot.app.screen.opened, Kind.NOTE, (TurnSpan(6, 0, 6),), note=note)
        await press(pilot, "2")
        await look(pilot)
        await press(pilot, "a", "down", "enter", *typed("x"), "enter")
        assert [it.note for it in kept(shelf)] == ["one", "twox"]


async def test_a_quote_of_the_episode_is_not_taken_once_more(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await press(pilot, "tab", "Q")
        assert sees(pilot, "The episode has that among its quotes.")
        assert kept(shelf) == ()


async def test_all_that_is_kept_is_listed_and_led_to(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first, SIZE) as pilot:
        screen = pilot.app.screen
        await press(pilot, "M")
        assert sees(pilot, "Nothing is kept yet")
        await press(pilot, "2", "x", "3", "a", *typed("why"), "enter", "4", "m", "Q", "J", "M")
        assert sees(pilot, "Marks in other episodes")
        await press(pilot, "enter")
        assert (screen.opened.id, screen.transcript.place.turn) == ("007", 18)
        await press(pilot, "M", "/", *typed("why"), "enter")
        assert screen.transcript.place.turn == 12


async def test_a_highlight_finds_its_words_in_a_corrected_file(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, SIZE) as pilot:
        await press(pilot, "2", "x")
        episode = tides()
        words = episode.turns[6].text
        shelf.put("007", corrected(episode, 6, f"As I said before. {words}"))
        pilot.app.screen.file_watch.look()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        (attached,) = pilot.app.screen.kept_here.attached
        assert attached.spans == (TurnSpan(6, 18, 18 + len(words)),)


async def test_words_that_are_gone_are_listed_as_such_and_can_be_dropped(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, SIZE) as pilot:
        await press(pilot, "2", "x")
        shelf.put("007", corrected(tides(), 6, "Nothing of the kind was ever said on this show."))
        pilot.app.screen.file_watch.look()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert not any("▬" in row for row in page(pilot))
        await press(pilot, "M")
        assert sees(pilot, "not in the text any more")
        await press(pilot, "enter", "enter")
        assert len(kept(shelf)) == 1
        await press(pilot, "M", "enter", "down", "enter")
        assert kept(shelf) == ()


async def test_what_another_reader_keeps_is_shown(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, SIZE) as pilot:
        await look(pilot)
        opened = pilot.app.screen.opened
        other = Keepsakes(shelf.notebook.path, process="another one")
        other.keep(opened, Kind.NOTE, (TurnSpan(0, 0, 6),), note="from next door")
        await look(pilot)
        assert sees(pilot, "✎ from next door")


async def test_what_cannot_be_kept_is_said_and_not_shown(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = shelf.put("007", tides())
    library, notebook = shelf.library(), Notebook(tmp_path / "file" / "notebook.sqlite")
    app = BraidApp(library, notebook, Config(), library.open(path))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "2", "x")
        assert sees(pilot, "notebook")
        assert not any("▬" in row for row in page(pilot))
        await press(pilot, "a", *typed("stays"), "enter")
        assert sees(pilot, "stays")
        await press(pilot, "escape", "j")
        assert app.is_running


async def test_without_a_notebook_that_is_said(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    library = shelf.library()
    app = BraidApp(library, None, Config(), library.open(path))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "x")
        assert sees(pilot, "there is no notebook")
        await press(pilot, "M", "'", "A", "U", "j")
        assert app.is_running


async def test_a_change_and_leaving_in_one_burst_loses_nothing(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), SIZE) as pilot:
        await pilot.press("x", "}", "Q", "q")
    assert sorted(kinds(shelf)) == ["highlight", "quote"]


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_a_note_can_be_written_in_a_small_terminal(
    shelf: Shelf, size: tuple[int, int]
) -> None:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        await press(pilot, "2", "a", *typed("small"))
        assert sees(pilot, "small")
        await press(pilot, "enter")
        assert [it.note for it in kept(shelf)] == ["small"]
