"""What is written down of kept words, so that they are told from all others of the episode."""

import zlib

from braidtui.episode.model import Episode, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.anchors.flow import flow_of
from braidtui.notebook.kept import Anchor

_LEAST = 64  # letters of context, where there are as many
_SIZES = (12, 16, 24, 32, 48, 64, 128, 256, 512)  # letters that may tell


def anchor_of(episode: Episode, span: TurnSpan) -> Anchor:
    """The anchor of some words of a turn; of all its words, where the span is empty."""
    turn = episode.turns[span.turn]
    begin, end = max(0, span.begin), min(span.end, len(turn.text))
    if begin >= end:
        begin, end = 0, len(turn.text)
    flow = flow_of(episode)
    letters = flow.letters
    at, to = flow.offset(span.turn, begin), flow.offset(span.turn, end)
    left = next((n for n in _sizes(at) if _is_once(letters, at - (n + 1) // 2, at)), 0)
    room = len(letters) - to
    right = next((n for n in _sizes(room) if _is_once(letters, to, to + (n + 1) // 2)), 0)
    return Anchor(
        turn=span.turn,
        begin=begin,
        end=end,
        text=turn.text[begin:end],
        speaker=speaker_name(episode, turn),
        start=turn.start,
        before=flow.before(span.turn, begin, max(left, _LEAST)),
        after=flow.after(span.turn, end, max(right, _LEAST)),
        is_alone=_is_once(letters, at, to),
        left=left,
        right=right,
        place=None if left or right else checksum(episode),
    )


def speaker_name(episode: Episode, turn: Turn) -> str:
    """Who speaks; the id where the cast has no such."""
    speaker = episode.speakers_by_id.get(turn.speaker)
    return speaker.name if speaker else turn.speaker


def checksum(episode: Episode) -> int:
    """A number that another one has as soon as anything of its turns changes."""
    sums = 0
    for turn in episode.turns:
        said = f"{speaker_name(episode, turn)}\0{turn.start}\0{turn.text}\0"
        sums = zlib.crc32(said.encode("utf-8", "surrogatepass"), sums)
    return sums


def _sizes(room: int) -> list[int]:
    """How many letters may tell, where there are `room`: few only at the ends of the episode.

    The nearer half of them must stand once: so much is no chance, in whatever monotonous talk.
    """
    return [size for size in _SIZES if size <= room] or [room]


def _is_once(letters: str, begin: int, end: int) -> bool:
    """Whether some letters stand nowhere else."""
    words = letters[begin:end]
    return bool(words) and letters.find(words) == begin and letters.find(words, begin + 1) < 0
