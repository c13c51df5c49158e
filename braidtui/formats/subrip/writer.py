"""SubRip (SRT), the subtitles every player reads."""

import re

from braidtui.episode.model import Episode
from braidtui.formats.captions.entities import with_entities_decoded
from braidtui.formats.captions.names import told_names
from braidtui.formats.cue_times import Cue, caption_time, cue_times
from braidtui.formats.subrip.wording import BREAK, STYLING

_LINE_BREAKS = re.compile(r"[\r\n]+")
_BEFORE_NUMBER = re.compile(r"[\r\n]+(?=[-+.,\d ]+(?:[\r\n]|\Z))", re.ASCII)
_CHANGE = re.compile(r"(?:^|(?<=\s))>{2,3}(?!>)")
_DIALOGUE = re.compile(r"^([ \t\xa0]*)[-–—](?=[ \t\xa0]*[^\s\d>–—-])", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_LOOKS = str.maketrans("<>{}\\", "‹›｛｝＼")


def write_subrip(episode: Episode) -> str:
    """The episode as SRT: a subtitle a turn, until the next turn starts, with the name before it
    (none where nobody is named), and a line for each paragraph.

    SRT knows no escapes and no comments. What would be read as a sign is written as one that looks
    like it: an arrow is `→`, `>>` is `»`, `<i>` is `‹i›`, the dash of dialogue is `―`. A paragraph
    that is only a number stands behind the one above it (some readers begin a subtitle there), and
    that times which nobody told are estimated cannot be said.
    """
    names = told_names(episode)
    turns = zip(episode.turns, cue_times(episode), strict=True)
    return "\n".join(
        _block(number, names[turn.speaker], turn.text, cue)
        for number, (turn, cue) in enumerate(turns, start=1)
    )


def _block(number: int, name: str, text: str, cue: Cue) -> str:
    said = _without_signs(f"{name}: {text}" if name else text)
    words = _BEFORE_NUMBER.sub(" ", said)
    lines = "\n".join(line for line in _LINE_BREAKS.split(words) if line and not line.isspace())
    start, end = caption_time(cue.start, ","), caption_time(cue.end, ",")
    return f"{number}\n{start} --> {end}\n{lines}\n"


def _without_signs(text: str) -> str:
    """A text without what readers of SRT take for more than words, each replaced by its look."""
    text = _CHANGE.sub("»", text.replace("-->", "→"))
    text = _DIALOGUE.sub(r"\1―", text)
    for sign in (STYLING, BREAK):
        text = sign.sub(lambda found: found[0].translate(_LOOKS), text)
    return _ENTITY.sub("＆", text) if with_entities_decoded(text) != text else text
