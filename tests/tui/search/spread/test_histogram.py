"""The bars above the hits: as many as there is room for, one of them marked."""

from collections.abc import Sequence
from datetime import date

from textual.pilot import Pilot

from tests.journeys.conftest import Shelf, press, seen, sees
from tests.tui.search.conftest import StandIn, hit, searching, until


def dated(days: Sequence[date]) -> list:
    hits = [hit(number, 1, "A tide.") for number in range(len(days))]
    return [
        it._replace(entry=it.entry._replace(date=day)) for it, day in zip(hits, days, strict=True)
    ]


async def spread(pilot: Pilot[None]) -> list[str]:
    """The two rows of the histogram."""
    await press(pilot, *"tide")
    await until(pilot, lambda: any("▴" in row for row in seen(pilot)))
    return seen(pilot)[2:4]


async def test_each_month_has_a_bar_as_high_as_its_share(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = dated([date(2026, 1, 3), *[date(2026, 2, 3)] * 8, date(2026, 4, 1)])
    async with searching(shelf) as pilot:
        bars, mark = await spread(pilot)
        assert bars.rstrip() == " 2026-01 ▁▁▁▁▁ █████       ▁▁▁▁▁  2026-04"
        assert mark.rstrip() == "           ▴ 2026-01: 1"


async def test_many_years_are_counted_by_year(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = dated([date(1990 + year, 5, 1) for year in range(36)])
    async with searching(shelf) as pilot:
        bars, mark = await spread(pilot)
        assert bars.startswith(" 1990 █")
        assert bars.rstrip().endswith("█ 2025")
        await press(pilot, "tab", "G")
        mark = seen(pilot)[3]
        assert mark.rstrip().endswith("▴") or ": 1" in mark


async def test_the_words_of_a_mark_at_the_right_edge_stand_left_of_it(
    shelf: Shelf, searcher: StandIn
) -> None:
    searcher.hits = dated([date(2026 - index // 12, 12 - index % 12, 1) for index in range(24)])
    async with searching(shelf, (60, 30)) as pilot:
        await spread(pilot)
        row = seen(pilot)[3]
        assert len(row) == 60
        assert "2026-12: 1" in row


async def test_hits_without_a_date_have_no_bars(shelf: Shelf, searcher: StandIn) -> None:
    found = hit(1, 1, "A tide.")
    searcher.hits = [found._replace(entry=found.entry._replace(date=None))]
    async with searching(shelf) as pilot:
        await press(pilot, *"tide")
        await until(pilot, lambda: sees(pilot, "Speakers"))
        assert [row.strip() for row in seen(pilot)[2:4]] == ["", ""]
        assert sees(pilot, "A tide.")


async def test_a_click_beside_the_bars_does_nothing(shelf: Shelf, searcher: StandIn) -> None:
    searcher.hits = dated([date(2026, 1, 3), date(2026, 3, 3)])
    async with searching(shelf) as pilot:
        bars, _ = await spread(pilot)
        for column in (1, bars.index("█") + 7, 100):
            await pilot.click("Histogram", offset=(column, 0))
            await pilot.pause()
            assert pilot.app.screen.box.value == "tide"
