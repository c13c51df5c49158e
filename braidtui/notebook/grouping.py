"""What is kept of the same words, together: so these are told once."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.kept import Anchor, Kept, Kind


class Placed(Protocol):
    """A kept thing, and where its words stand now; () where they do not."""

    @property
    def kept(self) -> Kept: ...
    @property
    def spans(self) -> tuple[TurnSpan, ...]: ...


Thing = TypeVar("Thing", bound=Placed)


def grouped(things: Iterable[Thing]) -> list[list[Thing]]:
    """Groups in the order of the text: the first of each has the words, the others are on them.

    A thing goes with one whose words hold its own, a note of whole turns with one of these turns, a
    mark with one that it is at.
    """
    groups: list[list[Thing]] = []
    for thing in sorted(things, key=_rank):
        lead = next((group for group in groups if _is_on(thing, group[0])), None)
        if lead is None:
            groups.append([thing])
        else:
            lead.append(thing)
    return sorted(groups, key=lambda group: _places(group[0])[0])


def are_same_words(one: Placed, other: Placed) -> bool:
    """Whether both are on the very same words."""
    return _places(one) == _places(other)


def of_whole_turns(kept: Kept) -> bool:
    """Whether all the words of its turns were kept."""
    return all(map(_is_whole_turn, kept.anchors))


def _rank(thing: Placed) -> tuple[int, int, int, int, int]:
    """Those first whose words others may be on."""
    place = _places(thing)[0]
    kept = thing.kept
    last = 2 if kept.kind is Kind.MARK else kept.kind is Kind.NOTE and of_whole_turns(kept)
    return (int(last), place.turn, place.begin, -_length(thing), kept.created)


def _is_on(thing: Placed, lead: Placed) -> bool:
    """Words in the text are never on others that are gone, nor the other way about."""
    if bool(thing.spans) != bool(lead.spans):
        return False
    mine, its = _places(thing), _places(lead)
    if thing.kept.kind is Kind.MARK:
        return any(_touch(span, mine[0]) for span in its)
    if thing.kept.kind is Kind.NOTE and of_whole_turns(thing.kept):
        return {span.turn for span in mine} == {span.turn for span in its}
    return all(any(_holds(span, one) for span in its) for one in mine)


def _holds(span: TurnSpan, other: TurnSpan) -> bool:
    return span.turn == other.turn and span.begin <= other.begin and other.end <= span.end


def _touch(span: TurnSpan, other: TurnSpan) -> bool:
    return span.turn == other.turn and span.begin < other.end and other.begin < span.end


def _places(thing: Placed) -> Sequence[TurnSpan]:
    """Where its words are, or were."""
    return thing.spans or [TurnSpan(it.turn, it.begin, it.end) for it in thing.kept.anchors]


def _length(thing: Placed) -> int:
    return sum(span.end - span.begin for span in _places(thing))


def _is_whole_turn(anchor: Anchor) -> bool:
    return anchor.begin == 0 and (not anchor.after or anchor.after.startswith("\n\n"))
