"""The colours of a card: dark on paper, and one accent, which is the speaker's."""

from braidtui.episode.colors import hex_color, known_color
from braidtui.formats.card.words import speaker_of
from braidtui.formats.citing.excerpt import Excerpt

PAPER, INK, QUIET, RULE = "#fbf8f2", "#221f1c", "#6d665e", "#ded7cb"
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_STEPS = 40


def accent_of(excerpt: Excerpt) -> str:
    """The colour of who speaks first, as the reader has it on a light theme."""
    speaker = speaker_of(excerpt)
    index = excerpt.episode.speakers.index(speaker) if speaker else 0
    return readable(hex_color(known_color(speaker.color) if speaker else "", index))


def readable(color: str) -> str:
    """`#rrggbb`, darkened as far as words in it can be read on the paper."""
    parts = _parts(color)
    for step in range(_STEPS):
        darker = tuple(round(part * (1 - step / _STEPS)) for part in parts)
        if _contrast(darker, _parts(PAPER)) >= _LEAST_CONTRAST:
            return "#{:02x}{:02x}{:02x}".format(*darker)
    return INK


def _parts(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def _contrast(darker: tuple[int, ...], lighter: tuple[int, ...]) -> float:
    return (_luminance(lighter) + 0.05) / (_luminance(darker) + 0.05)


def _luminance(parts: tuple[int, ...]) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
