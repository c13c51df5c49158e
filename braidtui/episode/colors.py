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
# The palette of Okabe and Ito, which people of every colour vision can tell apart.
IN_ORDER = ("#56b4e9", "#e69f00", "#cc79a7", "#009e73", "#f0e442", "#d55e00", "#0072b2")
_HEX = re.compile(r"#[0-9a-f]{6}", re.ASCII)


def known_color(text: str) -> str:
    """The colour in lower case, or the empty string where `text` is none."""
    color = text.lower()
    return color if color in COLOR_NAMES or _HEX.fullmatch(color) else ""


def hex_color(color: str, index: int) -> str:
    """`#rrggbb` of a known colour; without one, that of the speaker `index`th in the cast."""
    return COLOR_NAMES.get(color, color) or IN_ORDER[index % len(IN_ORDER)]
