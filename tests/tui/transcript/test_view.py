"""The transcript on the screen with what the reader kept in it."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from braidtui.config import Config
from braidtui.tui.transcript.kept_marks import KeptMarks
from braidtui.tui.transcript.view import TranscriptView
from tests.journeys.conftest import Shelf, page, press, sees, shelf, tides

__all__ = ["shelf"]

KEPT = KeptMarks(
    {6: [(0, 40), (60, 80)], 7: [(15, 120)], 8: [(0, 300)], 9: [(0, 14)]},
    {7: [(100, 160)], 9: [(34, 70)]},
    {6: ["Who measured this? Compare with the chart of the harbour master."], 8: ["Short."]},
    {6: "a", 8: "bC"},
)
HIGHLIGHTS = KEPT._replace(notes={})


async def show(pilot: Pilot[None], kept: KeptMarks) -> TranscriptView:
    """Show what is kept, once the notebook was looked at, in which nothing is."""
    await pilot.app.workers.wait_for_complete()
    view: TranscriptView = pilot.app.screen.transcript
    view.show_kept(kept)
    await pilot.pause()
    return view


async def test_signs_stand_at_the_name_and_notes_below_the_words(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 30)) as pilot:
        await press(pilot, "2")
        await show(pilot, KEPT)
        rows = page(pilot)
        assert "■ Ada Moor  00:02:00  'a ▬ ✎" in rows
        note = rows.index("✎ Who measured this? Compare with the chart of the")
        assert rows[note + 1 : note + 3] == ["harbour master.", ""]
        assert "◆ Bo Lindqvist  00:02:20  ▬ “" in rows


async def test_highlights_make_no_new_rows_and_notes_leave_the_place(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await press(pilot, "2", "j", "j", "j", "j", "j")
        view = await show(pilot, KeptMarks())
        place, top, rows = view.place, page(pilot)[0], view.reading.rows
        await show(pilot, HIGHLIGHTS)
        assert view.reading.rows is rows
        await show(pilot, KEPT)
        assert view.reading.rows is not rows
        assert (view.place, page(pilot)[0]) == (place, top)
        rows = view.reading.rows
        await show(pilot, KEPT._replace(notes=dict(KEPT.notes), marks={}))
        assert view.reading.rows is rows
        await show(pilot, KeptMarks())
        assert (view.place, page(pilot)[0]) == (place, top)


async def test_what_is_kept_is_there_while_turns_are_hidden_and_then(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        await show(pilot, KEPT)
        await press(pilot, "ampersand", *"turn", "space", "8", "enter", "g")
        assert sees(pilot, "✎ Short.")
        assert sees(pilot, "'b'C ▬ ✎")
        await press(pilot, "escape", "2")
        assert sees(pilot, "✎ Who measured")


async def test_notes_are_neither_found_nor_selected(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 24)) as pilot:
        view = await show(pilot, KEPT)
        await press(pilot, "slash", *"measured")
        assert sees(pilot, "no hits")
        await press(pilot, "escape")
        view.select(6, 8)
        chosen = pilot.app.screen.get_selected_text()
        turns = pilot.app.screen.opened.episode.turns
        assert chosen == "\n\n".join(turns[turn].text for turn in (6, 7, 8))


async def test_a_drag_over_notes_and_blank_rows_selects_the_words_between(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (80, 30)) as pilot:
        await press(pilot, "2")
        view = await show(pilot, KEPT)
        rows = page(pilot)
        note, name = rows.index("harbour master."), rows.index("◆ Bo Lindqvist  00:02:20  ▬ “")
        text = pilot.app.screen.opened.episode.turns[6].text
        for y in (note, note + 1, name):
            await pilot.mouse_down(view, offset=(20, note - 2))
            await pilot.hover(view, offset=(12, y))
            await pilot.mouse_up(view, offset=(12, y))
            (span,) = view.selected
            assert (span.turn, span.end) == (6, len(text))
            assert 0 < span.begin < len(text)


def test_what_is_kept(shelf: Shelf, snap_compare: Callable[..., bool]) -> None:
    """Highlights on a ground of their own, hits on them still underlined, the present one bold; own
    quotes bold and italic, the episode's only italic; notes below their turns; signs at names."""

    async def act(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "slash", *"path", "enter", "n")
        await show(pilot, KEPT)

    app = shelf.app(shelf.put("007", tides()), Config())
    assert snap_compare(app, run_before=act, terminal_size=(80, 40))


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (12, 4), (300, 90)])
async def test_no_size_is_too_small_or_too_large(shelf: Shelf, size: tuple[int, int]) -> None:
    async with shelf.read(shelf.put("007", tides()), size) as pilot:
        view = await show(pilot, KEPT)
        await press(pilot, "2", "d", "d", "u", "G", "g")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "2")
        assert sees(pilot, "✎ Who measured")
        assert view.place.turn == 6
