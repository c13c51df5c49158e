"""The styles that rows are drawn in, by name: mixed from the theme once, for one widget's ground.

Component classes of a style sheet would do the same, but are matched anew at every change of a
widget, which costs a quarter of the start.
"""

from collections.abc import Iterable, Mapping, Sequence
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
    "note": Brush("foreground", 0.62, is_italic=True),
    "sign": Brush("text-success"),
    "own quote": Brush("text-accent", is_italic=True),
}


class Block(NamedTuple):
    """A ground of its own: a variable of the theme, how much of it, and the weight of letters.

    In the terminal's own colours it is letters on their colour, unless it is underlined; one that
    `is_colored` is bold black letters on a colour of the terminal.
    """

    variable: str
    strength: float = 1.0
    is_bold: bool = False
    is_underlined: bool = False
    is_colored: bool = False


_BLOCKS = {
    "cursor": Block("block-cursor-background"),
    "selection": Block("screen-selection-background"),
    "flash": Block("accent", 0.25),
    "present": Block("foreground", 0.08),
    "found": Block("accent", 0.3, is_underlined=True),
    "found now": Block("accent", is_bold=True),
    "kept": Block("success", 0.3, is_colored=True),
}


_BLACK = Color.parse("ansi_black").rich_color


class Brushes:
    """Gives the style of a name, one of the above or `speaker ID`, and of several on each other."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._colors: Mapping[str, Color] = {}
        self._known: dict[str | tuple[str, ...], Style] = {}

    def __call__(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._mixed(name)
        return self._known[name]

    def over(self, names: tuple[str, ...]) -> Style:
        """What several styles make of the letters that they lie over, the uppermost first."""
        if names not in self._known:
            letters = (self(name) for name in names if name not in _BLOCKS)
            blocks = [_BLOCKS[name] for name in names if name in _BLOCKS]
            self._known[names] = sum(letters, Style()) + self._blocks(blocks)
        return self._known[names]

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
            return self._blocks([_BLOCKS[name]])
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

    def _blocks(self, blocks: Sequence[Block]) -> Style:
        """Grounds on one another, the uppermost first. Where one hides what is below it, an
        underline tells that there is something."""
        if not blocks:
            return Style()
        ground, is_hidden = self._ground, False
        colors = [self._variable(block.variable) for block in blocks]
        if ground.ansi is not None or any(color.ansi is not None for color in colors):
            return self._blocks_of_terminal(blocks)
        for block, color in zip(reversed(blocks), reversed(colors), strict=True):
            strength = block.strength * color.a
            is_hidden = is_hidden or (strength == 1 and block is not blocks[-1])
            ground = ground.blend(color, strength, alpha=1)
        letters = ground.get_contrast_text(1).rich_color
        return _weight(blocks, is_hidden) + Style(color=letters, bgcolor=ground.rich_color)

    def _blocks_of_terminal(self, blocks: Sequence[Block]) -> Style:
        """In the terminal's own colours, which cannot be mixed."""
        on_their_color = [it for it in blocks if not it.is_underlined and not it.is_colored]
        style = _weight(blocks, is_hidden=len(on_their_color) > 1)
        style += Style(reverse=bool(on_their_color))
        for block in blocks:
            if block.is_colored:
                ground = self._variable(block.variable).rich_color
                style += Style(color=_BLACK, bgcolor=ground, bold=not on_their_color or None)
        return style

    def _variable(self, name: str) -> Color:
        return Color.parse(self._widget.app.theme_variables[name])


def _weight(blocks: Iterable[Block], is_hidden: bool) -> Style:
    return Style(
        bold=any(block.is_bold for block in blocks) or None,
        underline=is_hidden or any(block.is_underlined for block in blocks) or None,
    )
