"""The search screen: what it shows while one types, narrows, and while the index grows."""

from dataclasses import replace

import pytest
from textual.events import Paste

from braidtui.notebook.places import NotebookError
from tests.journeys.conftest import Shelf, press, seen, sees, tides
from tests.tui.search.conftest import StandIn, hit, searching, until

TIDES = [hit(7, 0, "A neap tide."), hit(7, 1, "A spring tide."), hit(8, 2, "No tide at all.")]


async def test_hits_are_there_at_each_key_stroke(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"ti")
        await until(pilot, lambda: sees(pilot, "3 hits · best first"))
        assert sees(pilot, "A spring tide.")
        await press(pilot, *"de spring")
        await until(pilot, lambda: sees(pilot, "1 hit"))
        assert not sees(pilot, "A neap tide.")


async def test_what_is_listed_stays_until_other_hits_are_found(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "A neap tide."))
        searcher.free.clear()
        await pilot.press(*" all")
        assert sees(pilot, "A neap tide.")
        searcher.free.set()
        await until(pilot, lambda: not sees(pilot, "A neap tide."))
        assert sees(pilot, "No tide at all.")


async def test_a_later_key_ends_the_search_for_what_stood_there_before(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    searcher.free.clear()
    async with searching(shelf) as pilot:
        await pilot.press(*"spr")
        searcher.free.set()
        await until(pilot, lambda: sees(pilot, "A spring tide."))
        assert searcher.interrupts >= 3
        assert searcher.asked[-1][0] == "spr"


async def test_enter_opens_what_was_typed_even_before_it_is_found(
    shelf: Shelf, searcher: StandIn
) -> None:
    path = shelf.put("007", tides())
    searcher.hits = [hit(7, 3, "A neap tide.", path=path), hit(7, 5, "A spring tide.", path=path)]
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        searcher.free.clear()
        await pilot.press(*" spring", "enter")
        searcher.free.set()
        await until(pilot, lambda: not hasattr(pilot.app.screen, "box"))
        assert pilot.app.screen.transcript.place.turn == 5


async def test_the_order_changes_by_a_key_and_is_told(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide", "tab", "s")
        await until(pilot, lambda: sees(pilot, "3 hits · newest first"))
        assert searcher.asked[-1][1] == "date"
        await press(pilot, "s")
        await until(pilot, lambda: sees(pilot, "3 hits · best first"))


async def test_a_facet_is_put_into_the_query_and_taken_out_of_it(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        await press(pilot, "tab", "tab", "j", "enter")
        assert pilot.app.screen.box.value == 'speaker:"Bo Lindqvist" tide'
        await until(pilot, lambda: sees(pilot, "✓ Bo Lindqvist"))
        assert sees(pilot, "1 hit")
        await press(pilot, "enter")
        assert pilot.app.screen.box.value == "tide"
        await until(pilot, lambda: sees(pilot, "3 hits"))


async def test_a_click_on_a_facet_or_a_bar_narrows_too(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "2026-01 ██"))
        row = next(row for row in seen(pilot) if "2026-01 ██" in row)
        await pilot.click("Histogram", offset=(row.index("█"), 0))
        await pilot.pause()
        assert pilot.app.screen.box.value == "date:2026-01 tide"
        await pilot.click("#facets", offset=(4, 2))
        await pilot.pause()
        assert pilot.app.screen.box.value.startswith("speaker:")


async def test_the_month_of_the_hit_under_the_cursor_is_marked(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "▴ 2026-01: 1"))
        await press(pilot, "down", "down")
        assert sees(pilot, "▴ 2026-03: 1")


async def test_of_one_episode_all_hits_are_wanted(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide", "tab", "j", "j", "e")
        assert pilot.app.screen.box.value == "episode:8 tide"
        assert searcher.asked[-1][3] == 0
        await press(pilot, "e")
        assert pilot.app.screen.box.value == "tide"
        assert searcher.asked[-1][3] == 3


async def test_an_episode_whose_number_another_show_has_is_wanted_by_its_id(
    shelf: Shelf, searcher: StandIn
) -> None:
    shelf.put("coast-8", replace(tides(), number=8))
    shelf.put("inland-8", replace(tides(), number=8, show="Inland"))
    found = hit(8, 1, "Tide 8.")
    searcher.hits = [found._replace(entry=found.entry._replace(id="coast-8"))]
    async with searching(shelf) as pilot:
        await press(pilot, *"tide", "tab", "e")
        assert pilot.app.screen.box.value == 'episode:"coast-8" tide'


async def test_more_hits_come_when_the_last_come_near(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = [hit(number, 1, f"Tide {number}.") for number in range(80)]
    async with searching(shelf) as pilot:
        results = pilot.app.screen.findings.results
        await press(pilot, *"tide", "tab")
        shown = len(results.hits)
        assert shown < 80
        await press(pilot, "G")
        await until(pilot, lambda: len(results.hits) > shown)
        assert results.cursor == shown - 1
        assert sees(pilot, f"Tide {shown - 1}.")
        await press(pilot, "G", "G", "G")
        assert sees(pilot, "Tide 79.")
        asked = len(searcher.asked)
        await press(pilot, "g", "G")
        assert len(searcher.asked) == asked


async def test_while_the_index_grows_that_is_shown_and_what_is_there_is_found(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES[:1]
    searcher.grown.clear()
    async with searching(shelf) as pilot:
        await pilot.press(*"tide")
        await until(pilot, lambda: sees(pilot, "1 hit · indexing 12 of 30"))
        searcher.hits = TIDES
        searcher.grown.set()
        await until(pilot, lambda: sees(pilot, "3 hits · best first "))


async def test_hits_that_come_later_leave_the_one_under_the_cursor_where_it_is(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = [hit(number, 1, f"Tide {number}.") for number in range(20, 50)]
    searcher.grown.clear()
    async with searching(shelf) as pilot:
        await pilot.press(*"tide")
        await until(pilot, lambda: sees(pilot, "30 hits"))
        await pilot.press("tab", *"jjjjjjjjjjjjjjjjjj")
        await pilot.pause()
        row = next(index for index, row in enumerate(seen(pilot)) if "Tide 38." in row)
        searcher.hits = [hit(number, 1, f"Tide {number}.") for number in range(50)]
        searcher.grown.set()
        await until(pilot, lambda: sees(pilot, "50 hits"))
        assert "Tide 38." in seen(pilot)[row]
        assert pilot.app.screen.findings.present.entry.number == 38


async def test_quitting_ends_the_index_and_a_search(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    searcher.grown.clear()
    searcher.free.clear()
    async with searching(shelf) as pilot:
        await pilot.press(*"tide", "escape")
        await pilot.pause()
        assert sees(pilot, "Between Tides")
        await pilot.press("q")
    assert not pilot.app.is_running


async def test_escape_puts_the_facets_away_and_then_leaves(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf, (80, 24)) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: pilot.app.screen.facets)
        assert not sees(pilot, "Speakers")
        await press(pilot, "tab", "t")
        assert sees(pilot, "Speakers")
        await press(pilot, "escape")
        assert not sees(pilot, "Speakers")
        await press(pilot, "escape")
        assert sees(pilot, "Between Tides")


async def test_facets_beside_the_hits_are_hidden_and_shown_by_their_key(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        await press(pilot, "tab", "t")
        assert not sees(pilot, "Speakers")
        await press(pilot, "t")
        assert sees(pilot, "Speakers")


async def test_a_letter_is_a_letter_in_the_box_and_a_key_in_the_list(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide q")
        assert pilot.app.screen.box.value == "tide q"
        await press(pilot, "backspace", "backspace", "tab", "slash", *"s")
        assert pilot.app.screen.box.value == "tides"
        await press(pilot, "backspace", "tab", "q")
        assert sees(pilot, "Between Tides")


async def test_a_question_mark_in_the_empty_box_explains_and_an_example_can_be_tried(
    shelf: Shelf, searcher: StandIn
) -> None:
    async with searching(shelf) as pilot:
        await press(pilot, "question_mark")
        assert sees(pilot, "What you can type, and what it finds")
        await press(pilot, "enter")
        assert pilot.app.screen.box.value
        await press(pilot, "end", *" ?")
        assert pilot.app.screen.box.value.endswith(" ?")


async def test_the_empty_box_offers_queries_to_try(shelf: Shelf, searcher: StandIn) -> None:
    async with searching(shelf) as pilot:
        await until(pilot, lambda: sees(pilot, "3 episodes, 41 turns"))
        await press(pilot, "enter")
        assert pilot.app.screen.box.value
        assert searcher.asked


async def test_without_hits_the_reasons_are_said(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    searcher.reasons = ("Without [bold]speaker:x[/] there is 1 hit.",)
    async with searching(shelf) as pilot:
        await press(pilot, *"zebra")
        await until(pilot, lambda: sees(pilot, "Without [bold]speaker:x[/] there is 1 hit."))
        assert sees(pilot, "No hits.")
        await press(pilot, "enter", "down")


async def test_what_is_not_understood_is_said_below_the_box(
    shelf: Shelf, searcher: StandIn
) -> None:
    async with searching(shelf, (80, 12)) as pilot:
        rows = [row.strip() for row in seen(pilot)]
        await press(pilot, *"speker:ada tide")
        assert "speker" in seen(pilot)[1]
        await press(pilot, *["backspace"] * 15)
        assert [row.strip() for row in seen(pilot)][1:] == rows[1:]


async def test_what_is_wrong_with_the_index_is_told_once(shelf: Shelf, searcher: StandIn) -> None:
    searcher.notices = ("index.sqlite: cannot be used [disk full]",)
    async with searching(shelf) as pilot:
        told = pilot.app._notifications
        await until(pilot, lambda: len(told) == 1)
        await press(pilot, "escape", "F")
        await until(pilot, lambda: searcher.updates == 2)
        assert len(told) == 0


async def test_a_notebook_that_cannot_be_read_is_told_and_the_search_goes_on(
    shelf: Shelf, searcher: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise NotebookError("the notebook is no notebook")

    searcher.hits = TIDES
    async with shelf.read(shelf.put("007", tides())) as pilot:
        monkeypatch.setattr(shelf.notebook, "progress", fail)
        await press(pilot, "F", *"tide")
        await until(pilot, lambda: sees(pilot, "3 hits"))
        assert [it.message for it in pilot.app._notifications] == ["the notebook is no notebook"]


async def test_a_hit_whose_file_is_gone_is_not_opened(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "3 hits"))
        await press(pilot, "enter")
        assert [it.message for it in pilot.app._notifications] == ["x.yaml is gone."]
        assert sees(pilot, "3 hits")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 10), (10, 3), (40, 10), (59, 15), (300, 90)])
async def test_no_size_is_too_small_or_too_large(
    shelf: Shelf, searcher: StandIn, size: tuple[int, int]
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        await pilot.resize_terminal(*size)
        await press(pilot, "tab", "t", "j", "t", "slash", "x", "backspace", "tab", "G", "s", "g")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: sees(pilot, "3 hits"))


async def test_a_small_terminal_has_room_for_a_hit(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = TIDES
    async with searching(shelf, (40, 10)) as pilot:
        await press(pilot, *"spring")
        await until(pilot, lambda: sees(pilot, "A spring tide."))
        assert sees(pilot, "◆ Bo Lindqvist")
        assert sees(pilot, "1 hit")


@pytest.mark.parametrize(
    "pasted",
    [
        pytest.param("tide " * 2_000, id="10 KB"),
        pytest.param("\x00\x1b[2J\x9b31m", id="controls"),
        pytest.param('"' * 300, id="quotes"),
        pytest.param("👩🏽\u200d💻字幕\u202e", id="scripts"),
        pytest.param("((((", id="parentheses"),
        pytest.param("' OR 1=1 --", id="SQL"),
        pytest.param("\n", id="a line break"),
    ],
)
async def test_whatever_is_pasted_is_safe(shelf: Shelf, searcher: StandIn, pasted: str) -> None:
    async with searching(shelf) as pilot:
        pilot.app.screen.box.post_message(Paste(pasted))
        await press(pilot, *"x")
        assert not any(ch < " " or ch in "\x9b\u202e" for row in seen(pilot) for ch in row)
        await press(pilot, "tab", "slash", "ctrl+a", "ctrl+k")
        assert pilot.app.screen.box.value == ""


async def test_another_theme_is_taken_also_while_it_is_not_seen(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = TIDES
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        await press(pilot, "escape")
        pilot.app.theme = "braid-light"
        await press(pilot, "F")
        results = pilot.app.screen.findings.results
        light = pilot.app.theme_variables["background"]
        assert results.brushes("text").bgcolor.get_truecolor().hex == light.lower()
