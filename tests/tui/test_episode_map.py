"""The map below the text: who speaks where, the place, what was found and kept."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from rich.segment import Segment as Drawn
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot
from textual.strip import Strip

from braidtui.episode.model import Episode, Quote, Segment, Speaker, Turn
from braidtui.tui.annotated import Annotated
from braidtui.tui.episode_map import EpisodeMap
from braidtui.tui.transcript.kept_marks import KeptMarks

COLORS = {"a": Color.parse("#56b4e9"), "b": Color.parse("#e69f00")}
CAST = (Speaker("a", "Ada"), Speaker("b", "Bo"))
TALK = Episode(
    "On Maps",
    CAST,
    (
        Segment("One", 0, (Turn("a", "x" * 100, 0), Turn("b", "y" * 100, 40_000))),
        Segment("Two", 60_000, (Turn("a", "z" * 100, 60_000),)),
    ),
    duration=100_000,
)

_PAUSES = 50


class Stage(App[None]):
    """The map alone, and what it was asked for."""

    def __init__(self, is_ruled: bool) -> None:
        super().__init__()
        self.map = EpisodeMap(is_ruled=is_ruled)
        self.chosen: list[EpisodeMap.PlaceChosen] = []

    def compose(self) -> ComposeResult:
        self.map.show(Annotated.of(TALK), COLORS)
        yield self.map

    def on_episode_map_place_chosen(self, event: EpisodeMap.PlaceChosen) -> None:
        self.chosen.append(event)


@asynccontextmanager
async def staged(
    episode: Episode = TALK, size: tuple[int, int] = (12, 12), *, is_ruled: bool = False
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """The map of an episode, drawn."""
    stage = Stage(is_ruled)
    async with stage.run_test(size=size) as pilot:
        stage.map.show(Annotated.of(episode), COLORS)
        await pilot.pause()
        for _ in range(_PAUSES):  # it is drawn once what surrounds it stands
            if row(stage).strip():
                break
            await pilot.pause()
        yield stage, pilot


def row(stage: Stage) -> str:
    return stage.map.render_line(0).text


def cell(stage: Stage, index: int) -> Drawn:
    """One cell as it is drawn, counted from the first sign."""
    (drawn,) = stage.map.render_line(0).crop(index + 1, index + 2)
    return drawn


def turned(stage: Stage) -> Sequence[int]:
    """The cells that are drawn as the present place."""
    styles = [cell(stage, index).style for index in range(stage.size.width - 2)]
    return [index for index, style in enumerate(styles) if style and style.reverse]


async def test_each_cell_has_the_sign_of_who_speaks() -> None:
    async with staged() as (stage, _):
        assert row(stage) == " ■■■■◆◆■■■■ "
        assert cell(stage, 1).style.color.get_truecolor() == COLORS["a"].rich_color.triplet
        assert cell(stage, 4).style.color.get_truecolor() == COLORS["b"].rich_color.triplet


async def test_nothing_is_worked_out_before_the_first_paint() -> None:
    async with staged() as (stage, pilot):
        stage.map.show(Annotated.of(TALK), COLORS)
        assert row(stage).strip() == ""
        await pilot.pause()
        assert row(stage).strip() == "■■■■◆◆■■■■"


async def test_the_first_frame_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    render_line = EpisodeMap.render_line

    def recorded(map_: EpisodeMap, y: int) -> Strip:
        strip = render_line(map_, y)
        drawn.append(strip.text.strip())
        return strip

    monkeypatch.setattr(EpisodeMap, "render_line", recorded)
    async with Stage(is_ruled=False).run_test(size=(12, 12)) as pilot:
        await pilot.pause()
    assert (drawn[0], drawn[-1]) == ("", "■■■■◆◆■■■■")


async def test_the_place_moves_with_the_text() -> None:
    async with staged() as (stage, _):
        assert turned(stage) == [0]
        stage.map.show_place(1)
        assert turned(stage) == [4]
        stage.map.show_place(2, 50)
        assert turned(stage) == [8]


async def test_a_move_within_a_cell_paints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged() as (stage, _):
        painted: list[object] = []
        monkeypatch.setattr(stage.map, "refresh", lambda *regions: painted.extend(regions))
        stage.map.show_place(0, 10)
        assert painted == []
        stage.map.show_place(0, 30)
        assert [(region.x, region.width) for region in painted] == [(1, 1), (2, 1)]


async def test_a_place_of_an_episode_that_was_longer_is_at_the_end() -> None:
    async with staged() as (stage, _):
        stage.map.show_place(99)
        assert turned(stage) == [6]


async def test_quotes_hits_and_what_is_kept_are_marked() -> None:
    talk = Episode("On Maps", CAST, TALK.segments, duration=100_000, quotes=(Quote("y" * 100),))
    async with staged(talk) as (stage, _):
        stage.map.show_kept(KeptMarks(highlights={2: [(0, 30)]}, quotes={0: [(60, 70)]}))
        stage.map.show_hits([((0, 30), (0, 30)), ((2, 80), (2, 99))])
        assert row(stage) == " ■■“■“◆□□■■ "
        found = [index for index in range(10) if cell(stage, index).style.underline]
        assert found == [1, 9]
        assert cell(stage, 6).style.bgcolor != cell(stage, 5).style.bgcolor
        stage.map.show_hits(())
        stage.map.show_kept(KeptMarks())
        assert row(stage) == " ■■■■“◆■■■■ "


async def test_a_click_asks_for_the_place_and_a_drag_goes_on() -> None:
    async with staged() as (stage, pilot):
        await pilot.mouse_down(stage.map, offset=(5, 0))
        await pilot.hover(stage.map, offset=(6, 0))
        await pilot.hover(stage.map, offset=(6, 0))
        await pilot.hover(stage.map, offset=(9, 0))
        await pilot.mouse_up(stage.map, offset=(9, 0))
        await pilot.hover(stage.map, offset=(2, 0))
        asked = [(event.turn, event.offset, event.is_dragged) for event in stage.chosen]
        assert asked == [(1, 0, False), (1, 74, True), (2, 61, True)]


async def test_a_drag_past_the_end_stays_at_the_end() -> None:
    async with staged(size=(20, 12)) as (stage, pilot):
        await pilot.click(stage.map, offset=(0, 0))
        await pilot.click(stage.map, offset=(19, 0))
        assert [event.turn for event in stage.chosen] == [0, 2]


async def test_another_width_is_another_map() -> None:
    async with staged() as (stage, pilot):
        await pilot.resize_terminal(7, 12)
        await pilot.pause()
        assert row(stage) == " ■■◆■■ "


async def test_a_ruler_has_the_numbers_of_the_segments() -> None:
    async with staged(is_ruled=True) as (stage, _):
        assert stage.map.render_line(1).text == " 1     2    "


async def test_a_low_terminal_has_no_room_for_it() -> None:
    async with staged() as (stage, pilot):
        stage.map.fit(11)
        assert not stage.map.display
        stage.map.fit(12)
        await pilot.pause()
        assert stage.map.display
        assert row(stage) == " ■■■■◆◆■■■■ "


async def test_what_was_hidden_at_first_is_drawn_when_there_is_room() -> None:
    stage = Stage(is_ruled=False)
    stage.map.display = False
    async with stage.run_test(size=(12, 12)) as pilot:
        stage.map.show(Annotated.of(TALK), COLORS)
        await pilot.pause()
        stage.map.fit(12)
        await pilot.pause()
        await pilot.pause()  # a frame, and what comes after it
        assert row(stage) == " ■■■■◆◆■■■■ "


async def test_another_theme_is_drawn_anew() -> None:
    async with staged() as (stage, pilot):
        before = cell(stage, 5).style.bgcolor
        stage.theme = "textual-light"
        await pilot.pause()
        assert cell(stage, 5).style.bgcolor != before


@pytest.mark.parametrize("width", [1, 2, 3])
async def test_a_terminal_too_narrow_for_a_map_has_a_blank_row(width: int) -> None:
    async with staged(size=(width, 12)) as (stage, _):
        assert len(row(stage)) == width
