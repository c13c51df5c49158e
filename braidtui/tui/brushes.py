"""The styles that rows are drawn in, by name: mixed from the theme once, for one widget's ground.

Component classes of a style sheet would do the same, but are matched anew at every change of a
widget, which costs a quarter of the start.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Brush:
    """A variable of the theme, how strongly it stands out from the ground, and its weight."""

    variable: str
    strength: float = 1.0
    is_bold: bool = False
    is_italic: bool = False


_BRUSHES = {
    "text": Brush("foreground"),
    "muted": Brush("foreground", 0.62),
    "faint": Brush("foreground", 0.38),
    "strong": Brush("foreground", is_bold=True),
    "accent": Brush("text-accent"),
    "heading": Brush("text-accent", is_bold=True),
    "bad": Brush("text-error"),
    "quote": Brush("foreground", is_italic=True),
    "direction": Brush("foreground", 0.62, is_italic=True),
}


class Block(NamedTuple):
    """A ground of its own: a variable of the theme, how much of it, and the weight of letters.

    In the terminal's own colours it is letters on their colour, unless it is underlined.
    """

    variable: str
    strength: float = 1.0
    is_bold: bool = False
    is_underlined: bool = False


_BLOCKS = {
    "cursor": Block("block-cursor-background"),
    "selection": Block("screen-selection-background"),
    "flash": Block("accent", 0.25),
    "present": Block("foreground", 0.08),
    "found": Block("accent", 0.3, is_underlined=True),
    "found now": Block("accent", is_bold=True),
}


class Brushes:
    """Gives the style of a name: one of the above, or `speaker ID`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._colors: Mapping[str, Color] = {}
        self._known: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._mixed(name)
        return self._known[name]

    def paint(self, parts: Iterable[tuple[str, str]]) -> list[Segment]:
        """Texts with the names of their styles, as segments."""
        return [Segment(text, self(name)) for text, name in parts]

    def use(self, colors: Mapping[str, Color]) -> None:
        """Take the speakers' colours, by their ids."""
        self._colors = colors
        self.forget()

    def forget(self) -> None:
        """Another theme: mix everything anew."""
        self._known.clear()

    @property
    def _ground(self) -> Color:
        return self._widget.background_colors[1]

    def _mixed(self, name: str) -> Style:
        if name in _BLOCKS:
            return self._block(_BLOCKS[name])
        if name in _BRUSHES:
            return self._letters(_BRUSHES[name])
        color = self._colors.get(name.removeprefix("speaker "))
        return self._letters(_BRUSHES["strong"]) + Style(color=color.rich_color if color else None)

    def _letters(self, brush: Brush) -> Style:
        ground, color = self._ground, self._variable(brush.variable)
        is_mixable = color.ansi is None and ground.ansi is None
        return Style(
            color=(ground.blend(color, brush.strength) if is_mixable else color).rich_color,
            bgcolor=ground.rich_color,
            bold=brush.is_bold or None,
            italic=brush.is_italic or None,
            dim=True if brush.strength < 1 and not is_mixable else None,
        )

    def _block(self, block: Block) -> Style:
        ground, color = self._ground, self._variable(block.variable)
        weight = Style(bold=block.is_bold or None, underline=block.is_underlined or None)
        if ground.ansi is not None or color.ansi is not None:
            return weight + Style(reverse=not block.is_underlined)
        mixed = ground.blend(color, block.strength * color.a, alpha=1)
        letters = mixed.get_contrast_text(1).rich_color
        return weight + Style(color=letters, bgcolor=mixed.rich_color)

    def _variable(self, name: str) -> Color:
        return Color.parse(self._widget.app.theme_variables[name])
