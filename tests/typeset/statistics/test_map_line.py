from dataclasses import replace

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.statistics.map_row import MapRow
from braidtui.episode.statistics.timeline import Timeline
from braidtui.episode.turn_span import TurnSpan
from braidtui.typeset.glyphs import GLYPHS
from braidtui.typeset.statistics.map_line import (
    MapMarks,
    begun,
    covered,
    hollow,
    map_parts,
    ruler,
)

EPISODE = Episode(
    "On Maps",
    (Speaker("a", "Ada"), Speaker("b", "Bo")),
    (
        Segment("One", 0, (Turn("a", "x" * 100, 0),)),
        Segment("None", 40_000),
        Segment("Two", 40_000, (Turn("b", "y" * 100, 40_000),)),
        Segment("Three", 60_000, (Turn("a", "z" * 100, 60_000),)),
    ),
    duration=100_000,
)


def in_cells(width: int) -> MapRow:
    return MapRow(Timeline(EPISODE), width)


def test_each_speaker_has_a_sign_a_style_and_a_hollow_sign() -> None:
    parts = map_parts(in_cells(5), EPISODE, MapMarks())
    assert parts == [
        ("■", "speaker a"),
        ("■", "speaker a"),
        ("◆", "speaker b"),
        ("■", "speaker a"),
        ("■", "speaker a"),
    ]
    signs = set(GLYPHS)
    assert len(signs | {hollow(sign) for sign in GLYPHS}) == 2 * len(signs)


def test_a_quote_is_seen_over_a_highlight() -> None:
    parts = map_parts(in_cells(5), EPISODE, MapMarks({2}, {1, 2}))
    assert "".join(sign for sign, _ in parts) == "■□“■■"


def test_stretches_begin_in_a_cell_and_cover_some() -> None:
    row = in_cells(10)
    assert begun(row, [TurnSpan(1, 60, 80), None]) == {5}
    assert covered(row, [TurnSpan(0, 10, 60), TurnSpan(2, 0, 1)]) == {0, 1, 2, 6}


def test_the_ruler_leaves_out_what_has_no_room_and_segments_without_turns() -> None:
    assert ruler(in_cells(10), EPISODE, range(4)) == "1   3 4"
    assert ruler(in_cells(5), EPISODE, range(4)) == "1 3"
    many = replace(EPISODE, segments=EPISODE.segments + (EPISODE.segments[3],) * 10)
    assert max(map(len, (ruler(in_cells(w), many, range(4)) for w in range(1, 30)))) < 30
