"""The numbers of an episode as plain lines: totals, map, speakers, segments, sites."""

from collections.abc import Iterable, Iterator, Sequence

from braidtui.episode.statistics.map_row import MapRow
from braidtui.episode.statistics.numbers import Numbers
from braidtui.episode.statistics.timeline import Timeline
from braidtui.episode.timecode import format_length
from braidtui.episode.turn_span import TurnSpan
from braidtui.plain.ink import speaker_styles
from braidtui.plain.paragraphs import Page, hanging_lines, joined
from braidtui.plain.transcript_head import title_lines
from braidtui.typeset.statistics.map_line import (
    QUOTE,
    MapMarks,
    begun,
    covered,
    hollow,
    map_parts,
    ruler,
)
from braidtui.typeset.statistics.parts import Part
from braidtui.typeset.statistics.sheet import Sheet
from braidtui.typeset.statistics.totals import note, totals

_WIDEST = 120  # cells; wider, an eye loses the line on the way from a name to its numbers


def statistics_lines(
    numbers: Numbers,
    quotes: Iterable[TurnSpan | None],
    highlights: Iterable[TurnSpan],
    page: Page,
) -> Iterator[str]:
    """The lines of the numbers, as wide as the page, at most 120 cells."""
    page = page._replace(width=min(page.width, _WIDEST))
    yield from title_lines(numbers.episode, page)
    if not numbers.is_whole:
        index = numbers.segments[0].segment
        title = f"Segment {index + 1}: {numbers.episode.segments[index].title}"
        yield from map(page.ink.bold, ["", *hanging_lines(title, page.width)])
    yield ""
    for line in filter(None, (totals(numbers), note(numbers))):
        yield from hanging_lines(line, page.width)
    if numbers.turns:
        timeline = Timeline(numbers.episode)
        yield from _map_lines(numbers, timeline, quotes, highlights, page)
        yield from _sheet_lines(numbers, Sheet(numbers, timeline, page.width), page)


def _map_lines(
    numbers: Numbers,
    timeline: Timeline,
    quotes: Iterable[TurnSpan | None],
    highlights: Iterable[TurnSpan],
    page: Page,
) -> Iterator[str]:
    """The map, the numbers of the segments below it, and what its signs mean."""
    row = MapRow(timeline, page.width, numbers.turns)
    if not row.cells:
        return
    own = [span for span in quotes if span and span.turn in numbers.turns]
    kept = [span for span in highlights if span.turn in numbers.turns]
    marks = MapMarks(begun(row, own), covered(row, kept))
    paint = _Paint(numbers, page)
    yield ""
    yield paint.line(map_parts(row, numbers.episode, marks))
    segments = [one.segment for one in numbers.segments]
    if len(segments) > 1:
        yield page.ink.dim(ruler(row, numbers.episode, segments))
    legend = joined(
        " · ",
        _scale(timeline, row),
        "numbers are segments" if len(segments) > 1 else "",
        f"{QUOTE} a quote begins" if marks.quotes else "",
        f"{hollow('■')} you highlighted" if marks.highlights else "",
    )
    yield from map(page.ink.dim, hanging_lines(legend, page.width))


def _sheet_lines(numbers: Numbers, sheet: Sheet, page: Page) -> Iterator[str]:
    paint = _Paint(numbers, page)
    yield ""
    for index in range(sheet.count):
        yield from map(paint.line, (*sheet.heading(index), *sheet.lines(index)))


def _scale(timeline: Timeline, row: MapRow) -> str:
    """What a cell of the map is."""
    if not timeline.is_by_time:
        return "the map goes by the length of the text"
    return f"one sign is {format_length(round(row.extent / row.width))}"


class _Paint:
    """Parts of a line in the colours of a plain terminal."""

    def __init__(self, numbers: Numbers, page: Page) -> None:
        self._ink = page.ink
        self._styles = {"heading": "1", "strong": "1", "muted": "2", "faint": "2"}
        speakers = speaker_styles(numbers.episode.speakers)
        self._styles |= {f"speaker {id_}": style for id_, style in speakers.items()}

    def line(self, parts: Sequence[Part]) -> str:
        """The parts side by side, those of one style in one go; without blanks at the end."""
        runs: list[Part] = []
        for text, style in parts:
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + text, style)
            else:
                runs.append((text, style))
        while runs and not runs[-1][0].strip():
            runs.pop()
        if runs:
            runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
        return "".join(self._painted(text, style) for text, style in runs)

    def _painted(self, text: str, style: str) -> str:
        return self._ink.styled(self._styles[style], text) if style in self._styles else text
