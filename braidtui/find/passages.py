"""The passages of an episode in which something is found, some dozens of them as one text.

Costs follow what is looked at: a block is put together, and folded, when it is first searched.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from braidtui.episode.model import Episode
from braidtui.find.hit import Field, Passage
from braidtui.find.searched import Form, Searched, searched

_TURNS = 64


class Block:
    """Passages in a row: the head of an episode (segment -1), or turns of one segment."""

    def __init__(
        self, episode: Episode, segment: int, turns: Sequence[int], first: int, has_title: bool
    ) -> None:
        """`turns` are those that are shown; a title stands above the turn `first`."""
        self.segment = segment
        self.first = first
        self._episode = episode
        self._turns = turns
        self._has_title = has_title
        self._searched: dict[Form, Searched] = {}
        self._begins: Sequence[int] = ()

    @property
    def last(self) -> int:
        """The last turn."""
        return self._turns[-1] if self._turns else self.first

    @property
    def joined(self) -> str:
        """The texts, parted by NUL, which no text holds."""
        return "\0".join(self._texts())

    def searched(self, form: Form) -> Searched:
        """The joined texts in a form; kept."""
        if form not in self._searched:
            self._searched[form] = searched(self.joined, form)
        return self._searched[form]

    def passage(self, index: int) -> Passage:
        """The passage that comes `index`th."""
        if self.segment < 0:
            return Passage(0, index)
        if index == 0 and self._has_title:
            return Passage(self.first, Field.SEGMENT, self.segment)
        turn, is_text = divmod(index - self._has_title, 2)
        return Passage(self._turns[turn], Field.TEXT if is_text else Field.SPEAKER)

    def located(self, begin: int, end: int) -> tuple[Passage, int, int]:
        """The passage of a span of the joined texts, and the span in it."""
        if not self._begins:
            lengths = (len(text) + 1 for text in self._texts())
            self._begins = (0, *accumulate(lengths))
        index = bisect_right(self._begins, begin) - 1
        return self.passage(index), begin - self._begins[index], end - self._begins[index]

    def _texts(self) -> Iterator[str]:
        episode = self._episode
        if self.segment < 0:
            yield from (episode.title, episode.summary)
            return
        if self._has_title:
            yield episode.segments[self.segment].title
        for turn in self._turns:
            yield episode.speakers_by_id[episode.turns[turn].speaker].name
            yield episode.turns[turn].text


class Passages:
    """Those of a whole episode, or of the turns that are shown of it, with their headings."""

    def __init__(self, episode: Episode, shown: Sequence[int] | None = None) -> None:
        """`shown` are turns in order, None for all and the head above them."""
        self.episode = episode
        self.blocks = tuple(_blocks(episode, shown))
        self._firsts = [block.first for block in self.blocks]

    def first_block_of(self, turn: int) -> int:
        """Index of the first block that may hold what is of a turn."""
        index = bisect_left(self._firsts, turn)
        is_inside = index == len(self._firsts) or self._firsts[index] > turn
        return max(0, index - is_inside)

    def last_block_of(self, turn: int) -> int:
        """Index of the last block that may hold what is of a turn."""
        return max(0, bisect_right(self._firsts, turn) - 1)


def _blocks(episode: Episode, shown: Sequence[int] | None) -> Iterator[Block]:
    if shown is None:
        yield Block(episode, -1, (), 0, False)
    firsts = (*episode.first_turns, len(episode.turns))
    for segment in range(len(episode.segments)):
        begin, end = firsts[segment : segment + 2]
        turns: Sequence[int] = range(begin, end)
        if shown is not None:
            turns = shown[bisect_left(shown, begin) : bisect_left(shown, end)]
            if not turns:
                continue
        yield Block(episode, segment, turns[:_TURNS], turns[0] if turns else begin, True)
        for begin in range(_TURNS, len(turns), _TURNS):
            yield Block(episode, segment, turns[begin : begin + _TURNS], turns[begin], False)
