"""Speakers' names can be read on every theme, whatever colour was asked for."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from braidtui.episode.colors import COLOR_NAMES
from braidtui.episode.model import Speaker
from braidtui.tui.colors import LEAST_CONTRAST, contrast, readable, speaker_colors
from braidtui.tui.themes import THEMES, grounds

ALL_THEMES = [*THEMES, *BUILTIN_THEMES.values()]
CAST = [Speaker(f"s{n}", f"Speaker {n}") for n in range(12)]


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: theme.name)
def test_every_speaker_stands_out_on_every_ground(theme) -> None:
    on = grounds(theme, theme.to_color_system().generate())
    wanted = [Speaker(name, name, color=name) for name in COLOR_NAMES]
    for speakers in (CAST, wanted):
        for color in speaker_colors(speakers, on).values():
            assert all(contrast(color, ground) >= LEAST_CONTRAST for ground in on)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable(Color.parse("#56b4e9"), (Color(0, 0, 0),)) == Color.parse("#56b4e9")


def test_the_first_seven_speakers_have_seven_colours() -> None:
    colors = speaker_colors(CAST[:7], (Color(0, 0, 0),))
    assert len({color.hex for color in colors.values()}) == 7
