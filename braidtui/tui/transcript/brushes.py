"""The styles of a transcript by name, looked up once a theme."""

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from braidtui.tui.transcript.ink import Run

STYLE_NAMES = (
    *("text", "muted", "rule", "dispatch", "title", "segment", "quote", "quoted"),
    *("direction", "source", "flash"),
)


class Brushes:
    """Gives the style of a name: one of STYLE_NAMES, `selection`, or `speaker ID`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._colors: Mapping[str, Color] = {}
        self._known: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._mixed(name)
        return self._known[name]

    def paint(self, runs: Iterable[Run]) -> list[Segment]:
        """Runs as segments. They share their styles, so that each is worked out once."""
        return [Segment(run.text, self._style_of(run)) for run in runs]

    def place(self, runs: Iterable[Run], turn: int) -> list[Segment]:
        """Runs as segments that tell which words stand where: the turn, and the offset in it."""
        segments = []
        for run in runs:
            meta = {"offset": (run.offset, turn)} if run.offset >= 0 else {}
            segments.append(Segment(run.text, self._style_of(run) + Style.from_meta(meta)))
        return segments

    def use(self, colors: Mapping[str, Color]) -> None:
        """Take the speakers' colours, by their ids."""
        self._colors = colors
        self.forget()

    def forget(self) -> None:
        """Another theme: look everything up again."""
        self._known.clear()

    def _style_of(self, run: Run) -> Style:
        return self(run.style) + self("selection") if run.is_selected else self(run.style)

    def _mixed(self, name: str) -> Style:
        if name == "selection":
            return self._widget.screen.get_component_rich_style("screen--selection")
        if name.startswith("speaker "):
            color = self._colors.get(name.removeprefix("speaker "))
            text = self._widget.get_component_rich_style("transcript--text")
            return text + Style(color=color.rich_color if color else None, bold=True)
        return self._widget.get_component_rich_style(f"transcript--{name}")
