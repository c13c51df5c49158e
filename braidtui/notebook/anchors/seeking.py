"""Where the letters of an anchor stand in a flow, unchanged: there for sure, or nowhere."""

from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.notebook.anchors.flow import Flow
from braidtui.notebook.anchors.letters import letters
from braidtui.notebook.anchors.writing import speaker_name
from braidtui.notebook.kept import Anchor

_NEAR = 60_000  # letters around where the words are expected, that are looked through first
_MOST = 16  # places: words with more of them tell nothing


class Sought(NamedTuple):
    """An anchor as letters, and the flow of the episode it is sought in."""

    episode: Episode
    flow: Flow
    anchor: Anchor
    words: str
    before: str
    after: str

    @classmethod
    def of(cls, episode: Episode, flow: Flow, anchor: Anchor) -> "Sought":
        texts = (anchor.text, anchor.before, anchor.after)
        return cls(episode, flow, anchor, *map(letters, texts))

    def is_same_turn(self, at: int) -> bool:
        """Whether the turn of a letter has the start and the speaker of the anchor's.

        A start that the turn beside it tells too is none.
        """
        turns, index = self.flow.turns, self.flow.turn_at(at)
        starts = [turn.start for turn in turns[max(0, index - 1) : index + 2]]
        if self.anchor.start is None or starts.count(self.anchor.start) != 1:
            return False
        turn, anchor = turns[index], self.anchor
        return (turn.start, speaker_name(self.episode, turn)) == (anchor.start, anchor.speaker)

    def is_told_before(self, at: int) -> bool:
        """Whether what told the words on their left stands before a letter."""
        tail = self.before[len(self.before) - self.anchor.left :]
        return bool(self.anchor.left) and self.flow.letters.endswith(tail, 0, at)

    def is_told_after(self, at: int) -> bool:
        """Whether what told the words on their right stands from a letter on."""
        head = self.after[: self.anchor.right]
        return bool(self.anchor.right) and self.flow.letters.startswith(head, at)


def seek(sought: Sought, near: int) -> int | None:
    """Where the words begin, as a letter of the flow; `near` is where they are expected."""
    if not sought.words or not (sought.anchor.left or sought.anchor.right):
        return None
    whole = sought.before + sought.words + sought.after
    places = [at + len(sought.before) for at in _near_or_far(sought.flow.letters, whole, near)]
    if len(places) > 1:
        places = [at for at in places if sought.is_same_turn(at)]
    if not places:
        places = _told_by_both(sought) or _told_by_one(sought)
    return places[0] if len(places) == 1 else None


def find_all(text: str, words: str, most: int = _MOST) -> list[int]:
    """Where words stand in a text; none where they do at more than `most` places."""
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        if len(places) > most:
            return []
        at = text.find(words, at + 1)
    return places


def common_begin(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    length = min(len(one), len(other))
    return next((i for i in range(length) if one[i] != other[i]), length)


def common_end(one: str, other: str) -> int:
    """How many letters two texts end with alike."""
    return common_begin(one[::-1], other[::-1])


def _told_by_both(sought: Sought) -> list[int]:
    """Where the words stand with what told them, on the left and on the right."""
    anchor, words = sought.anchor, sought.words
    tail = sought.before[len(sought.before) - anchor.left :]
    places = [at + len(tail) for at in find_all(sought.flow.letters, tail + words)]
    return [
        at for at in places if sought.is_told_before(at) and sought.is_told_after(at + len(words))
    ]


def _told_by_one(sought: Sought) -> list[int]:
    """Where the words stand with one more sign that it is they.

    That is enough where they stood once. Words that stood elsewhere too may have taken the place of
    those that were deleted: so none of them may have stood near, and the time must agree.
    """
    words = sought.words
    if sought.anchor.is_alone:
        return [
            at
            for at in find_all(sought.flow.letters, words)
            if sought.is_told_before(at)
            or sought.is_told_after(at + len(words))
            or sought.is_same_turn(at)
        ]
    tail, head = sought.before[len(sought.before) - sought.anchor.left :], sought.after
    lefts = find_all(sought.flow.letters, tail + words) if sought.anchor.left else []
    rights = find_all(sought.flow.letters, words + head[: sought.anchor.right])
    places = [at + len(tail) for at in lefts if words not in sought.after]
    places += [at for at in rights if sought.anchor.right and words not in sought.before]
    return [at for at in places if sought.is_same_turn(at)]


def _near_or_far(text: str, words: str, near: int) -> list[int]:
    """The places near, else all: none or two are enough to know."""
    begin = max(0, near - _NEAR)
    close = find_all(text[begin : near + _NEAR], words)
    return [begin + at for at in close] if close else find_all(text, words)
