"""The map of the episode in one row: who speaks where, what was found and kept, where one reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from braidtui.episode.turn_span import TurnSpan
from braidtui.tui.annotated import Annotated
from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.kept_marks import KEPT, NOTHING_KEPT, KeptMarks, Stretch
from braidtui.tui.transcript.marks import FOUND

if TYPE_CHECKING:  # nothing of it is needed before the first paint
    from braidtui.episode.statistics.map_row import MapRow
    from braidtui.episode.statistics.timeline import Timeline
    from braidtui.find.episode_hits import Stretch as Found

_MARGIN = 1
_TURNED = Style(reverse=True)  # letters and ground of the place: seen beside any speaker's colour
_QUIET = Style(bold=False, dim=True)  # the text above is what is read
_LEAST_HEIGHT = 12  # rows of a terminal in which there is room for it


class EpisodeMap(Widget):
    """Drawn once for an episode and a width, after the first paint; a move repaints two cells.

    With `is_ruled` a second row has the numbers of the segments, each where it begins.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    EpisodeMap { height: 1; width: 1fr; background: $background; }
    """

    @dataclass
    class PlaceChosen(Message):
        """A cell was clicked: read on there, at a code point of the turn's text.

        `is_dragged`: the mouse came there with its button held down, so that one is on the way.
        """

        turn: int
        offset: int
        is_dragged: bool

    def __init__(self, *, is_ruled: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._is_ruled = is_ruled
        self._brushes = Brushes(self)
        self._annotated: Annotated | None = None
        self._timeline: Timeline | None = None
        self._row: MapRow | None = None
        self._fitted = 0
        self._strip: Strip | None = None
        self._place = (0, 0)
        self._hits: Sequence[Found] = ()
        self._kept = NOTHING_KEPT
        self._held: int | None = None

    def show(self, annotated: Annotated, colors: Mapping[str, Color]) -> None:
        """Show another episode, or a corrected one; colours by speaker id."""
        self._annotated, self._timeline, self._row = annotated, None, None
        self._hits, self._kept = (), NOTHING_KEPT
        self.show_colors(colors)
        self.call_after_refresh(self._begin)

    def show_colors(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self._brushes.use(colors)
        self._redraw()

    def show_place(self, turn: int, offset: int = 0) -> None:
        """Where one reads: a code point of the text of a turn."""
        before, self._place = self._cell, (turn, offset)
        if before is not None and before != self._cell:
            self.refresh(*(Region(cell + _MARGIN, 0, 1, 1) for cell in (before, self._cell or 0)))

    def show_hits(self, stretches: Sequence["Found"]) -> None:
        """Mark where a find has hits, as the scroll bar does."""
        if stretches or self._hits:
            self._hits = stretches
            self._redraw()

    def show_kept(self, kept: KeptMarks) -> None:
        """Mark what is highlighted, and the quotes that the reader took."""
        self._kept = kept
        self._redraw()

    def fit(self, rows: int) -> None:
        """Be there on a terminal of so many rows, or not."""
        self.display = rows >= _LEAST_HEIGHT

    def notify_style_update(self) -> None:
        """Another theme: forget the styles."""
        super().notify_style_update()
        self._brushes.forget()
        self._redraw()

    def on_resize(self) -> None:
        """There is room for it, perhaps for the first time; another width is met by drawing."""
        if self._timeline is None:
            self.call_after_refresh(self._begin)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press goes there."""
        if event.button == 1:
            self.capture_mouse()
            self._choose(event.x, is_dragged=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button held down the place follows."""
        if self._held is not None:
            self._choose(event.x, is_dragged=True)

    def on_mouse_up(self) -> None:
        """Nothing follows any more."""
        self._held = None
        self.release_mouse()

    def render_line(self, y: int) -> Strip:
        """The map with the present place, or the ruler; blank until it is drawn."""
        self._fit()
        base = self._brushes("text")
        if self._row is None or not self._row.width:
            return Strip.blank(self.size.width, base)
        if y == 1:
            return self._ruler(self._row).adjust_cell_length(self.size.width, base)
        if self._strip is None:
            self._strip = Strip(self._segments(self._row)).adjust_cell_length(self.size.width, base)
        begin = (self._cell or 0) + _MARGIN
        before, place, after = self._strip.divide([begin, begin + 1, self.size.width])
        turned = Segment.apply_style(place, post_style=self._brushes("strong") + _TURNED)
        return Strip.join([before, Strip(turned, 1), after])

    @property
    def _cell(self) -> int | None:
        """The cell in which one reads, None while nothing is drawn."""
        if self._row is None or not self._row.width or self._annotated is None:
            return None
        turn, offset = self._place
        return self._row.cell_of(min(turn, len(self._annotated.episode.turns) - 1), offset)

    def _begin(self) -> None:
        """Work out when who speaks: what costs most, and so comes after the first paint."""
        if self._annotated and self._timeline is None and self.size.width:
            from braidtui.episode.statistics.timeline import Timeline

            self._timeline = Timeline(self._annotated.episode)
            self._redraw()

    def _fit(self) -> None:
        """Lay it out for the present width."""
        width = self.size.width - 2 * _MARGIN
        if self._timeline and (self._row is None or width != self._fitted):
            from braidtui.episode.statistics.map_row import MapRow

            self._row, self._fitted = MapRow(self._timeline, width), width
            self._strip = None

    def _redraw(self) -> None:
        self._strip = None
        self.refresh()

    def _segments(self, row: "MapRow") -> list[Segment]:
        """The signs of the map with their styles."""
        from braidtui.typeset.statistics.map_line import MapMarks, begun, covered, map_parts

        assert self._annotated is not None
        episode, _, quotes = self._annotated
        kept = covered(row, _spans(self._kept.highlights))
        hits = {cell for stretch in self._hits for cell in _cells(row, stretch)}
        quoted = begun(row, [*quotes, *_spans(self._kept.quotes)])
        segments = [Segment(" " * _MARGIN, self._brushes("text"))]
        for cell, (sign, name) in enumerate(map_parts(row, episode, MapMarks(quoted, kept))):
            over = ((FOUND,) if cell in hits else ()) + ((KEPT,) if cell in kept else ())
            quiet = Style() if over else _QUIET
            segments.append(Segment(sign, self._brushes(name) + quiet + self._brushes.over(over)))
        return segments

    def _ruler(self, row: "MapRow") -> Strip:
        from braidtui.typeset.statistics.map_line import ruler

        assert self._annotated is not None
        episode = self._annotated.episode
        numbers = ruler(row, episode, range(len(episode.segments))) if self._is_ruled else ""
        return Strip(self._brushes.paint([(" " * _MARGIN + numbers, "muted")]))

    def _choose(self, x: int, *, is_dragged: bool) -> None:
        if self._row is None or not self._row.width:
            return
        cell = max(0, min(x - _MARGIN, self._row.width - 1))
        if cell != self._held:
            self._held = cell
            turn, offset = self._row.place_in(cell)
            self.post_message(self.PlaceChosen(turn, offset, is_dragged))


def _spans(kept: Mapping[int, Sequence[Stretch]]) -> Iterator[TurnSpan]:
    for turn, stretches in kept.items():
        for begin, end in stretches:
            yield TurnSpan(turn, begin, end)


def _cells(row: "MapRow", stretch: "Found") -> range:
    first, last = stretch
    return range(row.cell_of(*first), row.cell_of(*last) + 1)
