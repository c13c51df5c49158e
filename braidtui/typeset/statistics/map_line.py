"""The map of an episode as a line of signs: who speaks, where a quote is, what was highlighted."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.statistics.map_row import MapRow
from braidtui.episode.turn_span import TurnSpan
from braidtui.typeset.glyphs import GLYPHS, glyph
from braidtui.typeset.statistics.parts import Part

QUOTE = "“"
_HOLLOW = dict(zip(GLYPHS, "□◇○△☆▽✧◻♧♤", strict=True))


class MapMarks(NamedTuple):
    """The cells in which a quote of the episode begins, and those that the reader highlighted."""

    quotes: Collection[int] = ()
    highlights: Collection[int] = ()


def signs_of(episode: Episode) -> dict[str, str]:
    """The sign of each speaker, by id."""
    return {speaker.id: glyph(index) for index, speaker in enumerate(episode.speakers)}


def hollow(sign: str) -> str:
    """The sign of a speaker where something is highlighted."""
    return _HOLLOW[sign]


def begun(row: MapRow, spans: Iterable[TurnSpan | None]) -> frozenset[int]:
    """The cells in which these stretches begin."""
    return frozenset(row.cell_of(span.turn, span.begin) for span in spans if span)


def covered(row: MapRow, spans: Iterable[TurnSpan]) -> frozenset[int]:
    """The cells that these stretches reach into."""
    cells: set[int] = set()
    for turn, begin, end in spans:
        cells.update(range(row.cell_of(turn, begin), row.cell_of(turn, end - 1) + 1))
    return frozenset(cells)


def map_parts(row: MapRow, episode: Episode, marks: MapMarks) -> Sequence[Part]:
    """One sign a cell, in the style of the one who speaks."""
    signs = signs_of(episode)
    return [
        (_sign(index, signs[cell.speaker], marks), f"speaker {cell.speaker}")
        for index, cell in enumerate(row.cells)
    ]


def ruler(row: MapRow, episode: Episode, segments: Iterable[int]) -> str:
    """The number of each segment below the cell where it begins, as far as there is room."""
    line = ""
    for segment in segments:
        if not episode.segments[segment].turns:
            continue
        cell, number = row.cell_of(episode.first_turns[segment]), str(segment + 1)
        if cell >= len(line) + bool(line) and cell + len(number) <= row.width:
            line = line.ljust(cell) + number
    return line


def _sign(cell: int, sign: str, marks: MapMarks) -> str:
    if cell in marks.quotes:
        return QUOTE
    return _HOLLOW[sign] if cell in marks.highlights else sign
