"""Two themes made for reading, beside Textual's own; and the grounds that text stands on."""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DEFAULT_THEME = "braid-dark"

THEMES = (
    Theme(
        name=DEFAULT_THEME,
        primary="#7aa2c8",
        secondary="#8f9bb3",
        accent="#e0af68",
        foreground="#d9d4c7",
        background="#15171c",
        surface="#1b1e25",
        panel="#23272f",
        success="#98bb6c",
        warning="#e0af68",
        error="#e46876",
        dark=True,
    ),
    Theme(
        name="braid-light",
        primary="#31668f",
        secondary="#5b6475",
        accent="#8a4f08",
        foreground="#2a2a26",
        background="#faf8f3",
        surface="#f2efe7",
        panel="#e6e2d6",
        success="#4b6b1f",
        warning="#8a4f08",
        error="#a8243a",
        dark=False,
    ),
)


def grounds(theme: Theme, variables: Mapping[str, str]) -> tuple[Color, ...]:
    """The backgrounds on which speakers' names stand: the screen's and the panes'.

    `variables` are those that the theme generates.
    """
    if theme.ansi:  # the terminal's own colours: all that is known is dark or light
        return (
            Color(0, 0, 0) if theme.dark and "light" not in theme.name else Color(255, 255, 255),
        )
    return tuple(Color.parse(variables[name]) for name in ("background", "surface"))
