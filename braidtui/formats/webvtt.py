"""WebVTT, the captions of the web: written so that no text can make a cue or a block of its own."""

import re
from collections.abc import Iterator

from braidtui.episode.model import Episode, Turn
from braidtui.formats.cue_times import Cue, caption_time, cue_times

_LINE_BREAKS = re.compile(r"[\r\n]+")


def write_webvtt(episode: Episode) -> str:
    """The episode as WebVTT: a cue a turn, the title of each segment in a NOTE before its turns.

    A cue lasts until the next turn starts. Where times are estimated a NOTE says so.
    """
    return "\n\n".join(_blocks(episode)) + "\n"


def _blocks(episode: Episode) -> Iterator[str]:
    times = cue_times(episode)
    yield f"WEBVTT {_comment(episode.title)}".rstrip()
    if estimated := sum(cue.is_estimated for cue in times):
        which = "All" if estimated == len(times) else f"{estimated} of {len(times)}"
        yield f"NOTE {which} start times are estimated from the length of the text."
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    cues = iter(times)
    for segment in episode.segments:
        yield f"NOTE {_comment(segment.title)}".rstrip()
        for turn, cue in zip(segment.turns, cues, strict=False):
            yield _cue(turn, names.get(turn.speaker, turn.speaker), cue)


def _cue(turn: Turn, name: str, cue: Cue) -> str:
    """A block of a timing line and the words; a blank line would end it, so there is none."""
    voice = _escaped(_LINE_BREAKS.sub(" ", name))
    lines = (line for line in _LINE_BREAKS.split(_escaped(turn.text)) if line)
    return f"{caption_time(cue.start)} --> {caption_time(cue.end)}\n<v {voice}>" + "\n".join(lines)


def _escaped(text: str) -> str:
    """Text of a cue or a name: without `>` it can hold no arrow either."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _comment(text: str) -> str:
    """Text of a header or NOTE, where nothing can be escaped: one line without an arrow."""
    return _LINE_BREAKS.sub(" ", text).replace("-->", "→").strip()
