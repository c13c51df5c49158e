"""Where kept words stand in an episode: what is written down to find them, and the finding."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.anchors.flow import flow_of, text_after, text_before
from braidtui.notebook.anchors.resembling import resembling
from braidtui.notebook.anchors.seeking import Sought, seek
from braidtui.notebook.anchors.writing import anchor_of, checksum
from braidtui.notebook.kept import Anchor, Kept

_MARKED = 100  # code points that a mark keeps at most


class Part(NamedTuple):
    """The kept words of one turn, whose they were, and where they stand now; () for nowhere."""

    anchor: Anchor
    spans: tuple[TurnSpan, ...]


class Attached(NamedTuple):
    """A kept thing and where its words stand now; () where they are not in the text any more.

    `found` tells the same of each of its anchors, as some of them may be gone.
    """

    kept: Kept
    spans: tuple[TurnSpan, ...]
    found: tuple[tuple[TurnSpan, ...], ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its words turn by turn."""
        return tuple(map(Part, self.kept.anchors, self.found))

    @property
    def is_whole(self) -> bool:
        """Whether all of its words stand in the text."""
        return all(self.found)


def anchors_of(episode: Episode, spans: Sequence[TurnSpan]) -> tuple[Anchor, ...]:
    """What to write down of some words; an empty span means the whole turn."""
    return tuple(anchor_of(episode, span) for span in spans)


def words_from(episode: Episode, span: TurnSpan) -> TurnSpan:
    """The words that follow the begin of a span in its turn; its last ones, where none follow."""
    text = episode.turns[span.turn].text
    begin = min(max(span.begin, 0), len(text))
    if not text[begin:].strip():
        begin = max(0, len(text) - _MARKED)
    end = begin + _MARKED
    if end < len(text) and (blank := text.rfind(" ", begin, end + 1)) > begin:
        end = blank
    return TurnSpan(span.turn, begin, min(end, len(text)))


def attach(episode: Episode, kept: Sequence[Kept]) -> tuple[Attached, ...]:
    """Finds the words of kept things again, each where it surely is, or nowhere.

    Words that stand where they stood, amid what stood there, cost nothing; for others the episode
    is read once (0.3 s for 100,000 turns).
    """
    finder = _Finder(episode)
    return tuple(attached(one, [finder.find(anchor) for anchor in one.anchors]) for one in kept)


def attached(kept: Kept, found: Iterable[tuple[TurnSpan, ...]]) -> Attached:
    """A kept thing with the places of each of its anchors."""
    places = tuple(found)
    return Attached(kept, _merged(places), places)


class _Finder:
    """Finds anchors one after the other: where one was found tells where the next is expected."""

    def __init__(self, episode: Episode) -> None:
        self._episode = episode
        self._shift = 0  # turns

    def find(self, anchor: Anchor) -> tuple[TurnSpan, ...]:
        spans = self._unmoved(anchor) or self._sought(anchor)
        if spans:
            self._shift = spans[0].turn - anchor.turn
        return spans

    def _unmoved(self, anchor: Anchor) -> tuple[TurnSpan, ...]:
        """The very same words at the same place, if what stands around tells them from others.

        Where nothing does, all of the episode must be the same.
        """
        turns, turn = self._episode.turns, anchor.turn
        if turn >= len(turns) or turns[turn].text[anchor.begin : anchor.end] != anchor.text:
            return ()
        if not (anchor.left or anchor.right):
            is_unmoved = anchor.place == self._checksum
        else:
            before = text_before(turns, turn, anchor.begin, len(anchor.before))
            after = text_after(turns, turn, anchor.end, len(anchor.after))
            is_unmoved = (before, after) == (anchor.before, anchor.after)
        return (TurnSpan(turn, anchor.begin, anchor.end),) if is_unmoved else ()

    def _sought(self, anchor: Anchor) -> tuple[TurnSpan, ...]:
        flow = flow_of(self._episode)
        sought = Sought.of(self._episode, flow, anchor)
        turn = min(max(anchor.turn + self._shift, 0), len(flow.turns) - 1)
        at = seek(sought, flow.begins[turn])
        if at is None:
            return resembling(sought)
        return tuple(flow.spans(at, at + len(sought.words), anchor.text))

    @cached_property
    def _checksum(self) -> int:
        return checksum(self._episode)


def _merged(found: Iterable[tuple[TurnSpan, ...]]) -> tuple[TurnSpan, ...]:
    """Spans in order, those of one turn that touch as one."""
    merged: list[TurnSpan] = []
    for span in sorted(span for spans in found for span in spans):
        last = merged[-1] if merged else None
        if last and last.turn == span.turn and span.begin <= last.end:
            merged[-1] = last._replace(end=max(last.end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
