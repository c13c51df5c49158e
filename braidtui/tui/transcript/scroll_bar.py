"""The marks on a scroll bar, one on each of its cells where the episode has a hit."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

from braidtui.tui.transcript.layout.viewport import Viewport

if TYPE_CHECKING:
    from braidtui.find.episode_hits import Stretch

_MARK = "━"


class ScrollMarks:
    """Draws a scroll bar with marks, once there are any."""

    def __init__(self, bar: Callable[[], ScrollBar], style: Callable[[], Style]) -> None:
        self._bar = bar
        self._style = style
        self._stretches: Sequence[Stretch] = ()
        self._spans: tuple[tuple[int, int], ...] = ()

    def show(self, stretches: Sequence["Stretch"], window: Viewport | None) -> None:
        """Mark where these stretches of the episode are, and nothing else."""
        self._stretches = stretches
        self.lay_out(window)

    def lay_out(self, window: Viewport | None) -> None:
        """Find out on which rows they are now."""
        rows = window.rows_of(chain.from_iterable(self._stretches)) if window else []
        spans = tuple(zip(rows[::2], rows[1::2], strict=True))
        if spans == self._spans:
            return
        self._spans = spans
        bar = self._bar()
        if bar.renderer is ScrollBarRender:
            bar.renderer = self._rendering()  # type: ignore[misc]  # as Textual documents it
        bar.refresh()

    def _rendering(self) -> type[ScrollBarRender]:
        """A class, as Textual makes an object of it at each drawing."""
        marked = self._marked

        class MarkedRendering(ScrollBarRender):
            @classmethod
            def render_bar(
                cls, size: int = 25, virtual_size: float = 50, *args: Any, **named: Any
            ) -> Segments:
                """The bar with its marks."""
                bar = super().render_bar(size, virtual_size, *args, **named)
                return Segments(marked(list(bar.segments), virtual_size), new_lines=True)

        return MarkedRendering

    def _marked(self, bar: list[Segment], rows: float) -> list[Segment]:
        for cell in cells(self._spans, len(bar), rows):
            bar[cell] = _marked(bar[cell], self._style())
        return bar


@lru_cache(4)
def cells(spans: tuple[tuple[int, int], ...], size: int, rows: float) -> frozenset[int]:
    """Which of the bar's `size` cells stand for rows with hits, of so many rows in all."""
    found: set[int] = set()
    for first, last in spans:
        low, high = (min(size - 1, int(row * size / max(1, rows))) for row in (first, last))
        found.update(range(low, high + 1))
    return frozenset(found)


def _marked(cell: Segment, mark: Style) -> Segment:
    """A cell with its ground and what a click on it does."""
    style = cell.style or Style()
    ground = style.color if style.reverse else style.bgcolor
    return Segment(_MARK, Style(color=mark.color, bgcolor=ground, meta=style.meta))
