"""The names that stand before words, where a format tells who speaks."""

from collections.abc import Mapping

from braidtui.episode.model import Episode
from braidtui.episode.safe_text import as_line
from braidtui.formats.speech.composing import NOBODY


def told_names(episode: Episode) -> Mapping[str, str]:
    """By id the name of each who speaks, one line; "" for everybody where nobody is named."""
    if episode.speakers == (NOBODY,):
        return {NOBODY.id: ""}
    named = {speaker.id: as_line(speaker.name) for speaker in episode.speakers}
    return {turn.speaker: named.get(turn.speaker, turn.speaker) for turn in episode.turns} | named
