"""SubRip (SRT), the subtitles every player reads."""

import re

from braidtui.episode.model import Episode, Turn
from braidtui.formats.cue_times import Cue, caption_time, cue_times

_LINE_BREAKS = re.compile(r"[\r\n]+")
_BEFORE_NUMBER = re.compile(r"[\r\n]+(?=[-+.,\d ]+(?:[\r\n]|\Z))", re.ASCII)


def write_subrip(episode: Episode) -> str:
    """The episode as SRT: a subtitle a turn, until the next turn starts, with the name before it.

    SRT knows no escapes and no comments: an arrow in a text becomes `→`, a paragraph that is only a
    number stands behind the one above it (some readers begin a subtitle there), and that times
    which nobody told are estimated cannot be said.
    """
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    blocks = (
        _block(number, turn, names.get(turn.speaker, turn.speaker), cue)
        for number, (turn, cue) in enumerate(
            zip(episode.turns, cue_times(episode), strict=True), start=1
        )
    )
    return "\n".join(blocks)


def _block(number: int, turn: Turn, name: str, cue: Cue) -> str:
    words = _BEFORE_NUMBER.sub(" ", f"{name}: {turn.text}".replace("-->", "→"))
    lines = "\n".join(line for line in _LINE_BREAKS.split(words) if line and not line.isspace())
    start, end = caption_time(cue.start, ","), caption_time(cue.end, ",")
    return f"{number}\n{start} --> {end}\n{lines}\n"
