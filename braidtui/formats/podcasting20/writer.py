"""The JSON transcript of the Podcasting 2.0 namespace, version 1.0.0."""

from braidtui.episode.model import Episode
from braidtui.formats.captions.names import told_names
from braidtui.formats.cue_times import Cue, cue_times
from braidtui.formats.json_form import Json, file_text, seconds

GENERATOR = "braidtui"


def write_podcasting20(episode: Episode) -> str:
    """The episode as a transcript: a segment a turn, until the next turn starts; times in seconds.

    Paragraphs are parted by a blank line; `speaker` is missing where nobody is named. `generator`
    and `title` stand beside what the namespace knows: the first tells a reader that segments are
    turns. That times which nobody told are estimated cannot be said.
    """
    names = told_names(episode)
    turns = zip(episode.turns, cue_times(episode), strict=True)
    segments = [_segment(names[turn.speaker], turn.text, cue) for turn, cue in turns]
    head: Json = {"version": "1.0.0", "generator": GENERATOR, "title": episode.title}
    return file_text(head | {"segments": segments})


def _segment(name: str, text: str, cue: Cue) -> Json:
    who: Json = {"speaker": name} if name else {}
    return who | {"startTime": seconds(cue.start), "endTime": seconds(cue.end), "body": text}
