"""Styles: what lies over the same letters can be told apart, on every theme and without colour."""

from itertools import combinations, product

import pytest
from rich.style import Style
from textual.app import App
from textual.filter import monochrome_style

from braidtui.tui.brushes import Brushes
from braidtui.tui.themes import THEMES

ALONE = ("kept", "found", "found now", "selection")
OVER_EACH_OTHER = [
    (*(["selection"] if is_selected else []), *hit, *(["kept"] if is_kept else []))
    for is_selected, hit, is_kept in product((0, 1), ([], ["found"], ["found now"]), (0, 1))
]


async def styles(theme: str, names: list[tuple[str, ...]]) -> list[Style]:
    app: App[None] = App()
    for own in THEMES:
        app.register_theme(own)
    app.theme = theme
    async with app.run_test():
        brushes = Brushes(app.screen)
        return [brushes("text") + brushes.over(it) for it in names]


@pytest.mark.parametrize(
    "theme", ["braid-dark", "braid-light", "nord", "textual-light", "ansi-dark"]
)
async def test_whatever_lies_over_the_same_letters_looks_different(theme: str) -> None:
    found = await styles(theme, OVER_EACH_OTHER)
    for (one, style), (other, another) in combinations(zip(OVER_EACH_OTHER, found, strict=True), 2):
        assert style != another, (one, other)


@pytest.mark.parametrize("theme", ["braid-dark", "braid-light"])
async def test_what_lies_over_letters_is_told_without_colour(theme: str) -> None:
    names = [(), *((name,) for name in ALONE), ("found", "kept"), ("found now", "kept")]
    grey = [monochrome_style(style) for style in await styles(theme, names)]
    for (one, style), (other, another) in combinations(zip(names, grey, strict=True), 2):
        assert _looks(style) != _looks(another) or _contrast(style, another) > 12, (one, other)


async def test_in_the_colours_of_the_terminal_a_highlight_is_bold_too() -> None:
    (kept,) = await styles("ansi-dark", [("kept",)])
    assert kept.bold
    assert not kept.reverse


async def test_an_own_quote_is_told_from_one_of_the_episode() -> None:
    app: App[None] = App()
    async with app.run_test():
        brushes = Brushes(app.screen)
        own, quote = brushes("text") + brushes.over(("own quote",)), brushes("quote")
        assert own.italic
        assert quote.italic
        assert own.color != quote.color  # without colours, the sign at the name tells


def _looks(style: Style) -> tuple[bool | None, ...]:
    return style.bold, style.underline, style.reverse


def _contrast(one: Style, other: Style) -> int:
    grounds = [style.bgcolor.get_truecolor().red for style in (one, other) if style.bgcolor]
    return abs(grounds[0] - grounds[1])
