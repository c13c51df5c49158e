"""The colours a speaker may have: `#rrggbb`, or a name out of one fixed list."""

import re
from types import MappingProxyType

COLOR_NAMES = MappingProxyType(
    {  # CSS levels 1 and 2, and the few of level 4 that people reach for
        "aqua": "#00ffff",
        "black": "#000000",
        "blue": "#0000ff",
        "brown": "#a52a2a",
        "coral": "#ff7f50",
        "crimson": "#dc143c",
        "cyan": "#00ffff",
        "fuchsia": "#ff00ff",
        "gold": "#ffd700",
        "gray": "#808080",
        "green": "#008000",
        "grey": "#808080",
        "indigo": "#4b0082",
        "lime": "#00ff00",
        "magenta": "#ff00ff",
        "maroon": "#800000",
        "navy": "#000080",
        "olive": "#808000",
        "orange": "#ffa500",
        "orchid": "#da70d6",
        "pink": "#ffc0cb",
        "purple": "#800080",
        "red": "#ff0000",
        "salmon": "#fa8072",
        "silver": "#c0c0c0",
        "teal": "#008080",
        "tomato": "#ff6347",
        "turquoise": "#40e0d0",
        "violet": "#ee82ee",
        "white": "#ffffff",
        "yellow": "#ffff00",
    }
)
_HEX = re.compile(r"#[0-9a-f]{6}", re.ASCII)


def known_color(text: str) -> str:
    """The colour in lower case, or the empty string where `text` is none."""
    color = text.lower()
    return color if color in COLOR_NAMES or _HEX.fullmatch(color) else ""
