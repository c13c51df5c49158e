"""SubRip (SRT), the subtitles every player reads."""

import re

from braidtui.episode.model import Episode
from braidtui.formats.captions.names import told_names
from braidtui.formats.cue_times import Cue, caption_time, cue_times

_LINE_BREAKS = re.compile(r"[\r\n]+")
_BEFORE_NUMBER = re.compile(r"[\r\n]+(?=[-+.,\d ]+(?:[\r\n]|\Z))", re.ASCII)


def write_subrip(episode: Episode) -> str:
    """The episode as SRT: a subtitle a turn, until the next turn starts, with the name before it
    (none where nobody is named), and a line for each paragraph.

    SRT knows no escapes and no comments: an arrow in a text becomes `→`, a paragraph that is only a
    number stands behind the one above it (some readers begin a subtitle there), and that times
    which nobody told are estimated cannot be said.
    """
    names = told_names(episode)
    turns = zip(episode.turns, cue_times(episode), strict=True)
    return "\n".join(
        _block(number, names[turn.speaker], turn.text, cue)
        for number, (turn, cue) in enumerate(turns, start=1)
    )


def _block(number: int, name: str, text: str, cue: Cue) -> str:
    said = f"{name}: {text}" if name else text
    words = _BEFORE_NUMBER.sub(" ", said.replace("-->", "→"))
    lines = "\n".join(line for line in _LINE_BREAKS.split(words) if line and not line.isspace())
    start, end = caption_time(cue.start, ","), caption_time(cue.end, ",")
    return f"{number}\n{start} --> {end}\n{lines}\n"
