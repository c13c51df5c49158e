"""What the reader kept of an episode, as it is shown in the text: by turn."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

KEPT, OWN_QUOTE = "kept", "own quote"
"""Names of styles: of a highlight, and of a quote that the reader took."""

NOTE_SIGN = "✎"
_HIGHLIGHT_SIGN, _QUOTE_SIGN = "▬", "“"

Stretch = tuple[int, int]
"""Code points of a turn's text: from, to."""
_NONE: Mapping[int, Sequence[Stretch]] = MappingProxyType({})
_NO_NOTES: Mapping[int, Sequence[str]] = MappingProxyType({})
_NO_MARKS: Mapping[int, str] = MappingProxyType({})


class KeptMarks(NamedTuple):
    """Highlights and the reader's own quotes, the texts of notes, and the letters of marks."""

    highlights: Mapping[int, Sequence[Stretch]] = _NONE
    quotes: Mapping[int, Sequence[Stretch]] = _NONE
    notes: Mapping[int, Sequence[str]] = _NO_NOTES
    marks: Mapping[int, str] = _NO_MARKS

    def signs(self, turn: int) -> str:
        """What stands beside the name of a turn's speaker: `'a ▬ “ ✎`, or nothing."""
        letters = filter(str.isalpha, self.marks.get(turn, ""))
        signs = ["".join(f"'{letter}" for letter in letters)]
        for kept, sign in (
            (self.highlights, _HIGHLIGHT_SIGN),
            (self.quotes, _QUOTE_SIGN),
            (self.notes, NOTE_SIGN),
        ):
            signs += [sign] if kept.get(turn) else []
        return " ".join(filter(None, signs))


NOTHING_KEPT = KeptMarks()


def merged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The same code points, in order, no two stretches touching."""
    apart: list[Stretch] = []
    for begin, end in sorted(stretches):
        if apart and begin <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((begin, end))
    return tuple(apart)


def within(apart: Sequence[Stretch], begin: int, end: int) -> Iterator[Stretch]:
    """What of `merged` stretches lies between two code points; found, not searched for."""
    first = bisect_right(apart, begin, key=itemgetter(1))
    last = bisect_left(apart, end, key=itemgetter(0)) if begin < end else first
    for one, other in apart[first:last]:
        yield max(one, begin), min(other, end)
