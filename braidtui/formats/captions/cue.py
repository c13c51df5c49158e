"""A cue: words that stand on a screen for a time."""

from typing import NamedTuple


class Cue(NamedTuple):
    """A cue as its file has it; `start` and `end` are milliseconds.

    `text` is without tags, its entities are decoded and its lines kept. `voices` names who speaks,
    in the order of the text; it is empty where the cue does not say. Nothing is cleaned yet: what
    is to be shown passes `safe_text` first.
    """

    id: str
    start: int
    end: int
    text: str
    voices: tuple[str, ...] = ()
