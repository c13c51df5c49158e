"""The cues of a text of subtitles."""

from braidtui.formats.captions.cue import Cue
from braidtui.formats.given import Given
from braidtui.formats.subrip.blocks import blocks_of
from braidtui.formats.subrip.wording import said_in, words_of


def read_cues(text: str) -> list[Cue]:
    """The cues of a text of SRT, in its order; none where it is no SRT. Nothing is ever raised.

    Read as such files really are: the index may be missing, twice or no number (`id` is what
    stands there); a time may lack hours, milliseconds or blanks, have a point or more digits; blank
    lines may be missing, doubled, or stand within the words, which go on behind them. `start` and
    `end` are milliseconds, never below 0, but an end may lie before its start. `text` keeps its
    lines: tags of style and `{\\...}` are gone, entities decoded, names before a colon still there.
    `voices` are the names of `<v Name>`.
    """
    cues = []
    for head, body, _ in blocks_of(Given(text)).all:
        voices = [voice for voice, _ in said_in(body) if voice] if "<" in body else ()
        words = words_of(body).strip()
        cues.append(Cue(head.id, head.start, head.end, words, tuple(dict.fromkeys(voices))))
    return cues
