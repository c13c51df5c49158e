"""A colour for each speaker that can be read on every theme (contrast 4.5 to 1, WCAG 1.4.3)."""

from collections.abc import Sequence
from functools import lru_cache

from textual.color import Color

from braidtui.episode.colors import hex_color
from braidtui.episode.model import Speaker

LEAST_CONTRAST = 4.5
_STEPS = 40


def speaker_colors(speakers: Sequence[Speaker], grounds: tuple[Color, ...]) -> dict[str, Color]:
    """By speaker id, the speaker's own colour or the next one, readable on all `grounds`."""
    return {
        speaker.id: speaker_color(speaker, index, grounds) for index, speaker in enumerate(speakers)
    }


def speaker_color(speaker: Speaker, index: int, grounds: tuple[Color, ...]) -> Color:
    """The colour of the speaker who comes `index`th in the cast, readable on all `grounds`."""
    return readable(Color.parse(hex_color(speaker.color, index)), grounds)


@lru_cache(256)
def readable(color: Color, grounds: tuple[Color, ...]) -> Color:
    """`color`, or the nearest one towards white or black that stands out on every ground."""
    dark = sum(map(_luminance, grounds)) / len(grounds) < 0.18
    goal = Color(255, 255, 255) if dark else Color(0, 0, 0)
    for step in range(_STEPS):
        candidate = color.blend(goal, step / _STEPS, alpha=1)
        if all(contrast(candidate, ground) >= LEAST_CONTRAST for ground in grounds):
            return candidate
    return goal


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
