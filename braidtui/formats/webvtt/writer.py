"""WebVTT, the captions of the web: written so that no text can make a cue or a block of its own."""

import re
from collections.abc import Iterator

from braidtui.episode.model import Episode
from braidtui.formats.captions.names import told_names
from braidtui.formats.cue_times import Cue, caption_time, cue_times

MARK = "NOTE braidtui: a cue is a turn, a NOTE the title of its segment"
"""The first NOTE of what we write begins so: a reader has the turns back, not just captions."""

_LINE_BREAKS = re.compile(r"[\r\n]+")


def write_webvtt(episode: Episode) -> str:
    """The episode as WebVTT: a cue a turn, the title of each segment in a NOTE before its turns.

    A cue lasts until the next turn starts, and each of its lines is a paragraph. Where times are
    estimated the first NOTE says so.
    """
    return "\n\n".join(_blocks(episode)) + "\n"


def _blocks(episode: Episode) -> Iterator[str]:
    times = cue_times(episode)
    yield f"WEBVTT {_comment(episode.title)}".rstrip()
    yield "\n".join([MARK, *_estimates(times)])
    names = told_names(episode)
    cues = iter(times)
    for segment in episode.segments:
        yield f"NOTE {_comment(segment.title)}".rstrip()
        for turn, cue in zip(segment.turns, cues, strict=False):
            yield _cue(names[turn.speaker], turn.text, cue)


def _estimates(times: tuple[Cue, ...]) -> Iterator[str]:
    if estimated := sum(cue.is_estimated for cue in times):
        which = "All" if estimated == len(times) else f"{estimated} of {len(times)}"
        yield f"{which} start times are estimated from the length of the text."


def _cue(name: str, text: str, cue: Cue) -> str:
    """A block of a timing line and the words; a blank line would end it, so there is none."""
    voice = f"<v {_escaped(_LINE_BREAKS.sub(' ', name))}>" if name else ""
    lines = (line for line in _LINE_BREAKS.split(_escaped(text)) if line and not line.isspace())
    return f"{caption_time(cue.start)} --> {caption_time(cue.end)}\n{voice}" + "\n".join(lines)


def _escaped(text: str) -> str:
    """Text of a cue or a name: without `>` it can hold no arrow either."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _comment(text: str) -> str:
    """Text of a header or NOTE, where nothing can be escaped: one line without an arrow."""
    return _LINE_BREAKS.sub(" ", text).replace("-->", "→").strip()
