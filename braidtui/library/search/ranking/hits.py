"""Hits made of what was found: with text, speaker and place, each checked before it is shown."""

from collections.abc import Callable, Mapping, Sequence

from braidtui.library.cache.outline import Outline, TurnTexts
from braidtui.library.entry import Entry
from braidtui.library.place_names import place_name
from braidtui.library.search.matching.shelf import Placed
from braidtui.library.search.query import Query, finder_of
from braidtui.library.search.ranking.verifying import Looked, is_right
from braidtui.library.search.results import Hit


class HitMaker:
    """Makes hits of one query. `wrong` counts the turns that have not what was looked for."""

    def __init__(
        self,
        query: Query,
        read: Mapping[str, float],
        texts: TurnTexts,
        name: Callable[[Entry], str],
    ) -> None:
        self.wrong = 0
        self._query = query
        self._read = read
        self._texts = texts
        self._name = name
        self._finder = finder_of(query)

    def texts(self, placed: Placed, turns: Sequence[int]) -> Mapping[int, str]:
        """The texts of some turns; none where the file has changed since."""
        return self._texts.texts(placed.content, turns)

    def right(self, placed: Placed, turns: Sequence[int]) -> dict[int, str]:
        """The texts of those turns that are right, by turn."""
        texts = self.texts(placed, turns).items()
        return {turn: text for turn, text in texts if self.is_right(placed, turn, text)}

    def is_right(self, placed: Placed, turn: int, text: str) -> bool:
        """Whether a turn has what is looked for."""
        if (outline := self._texts.outline(placed.content)) is None:
            return False
        read = self._read.get(placed.entry.key, 0)
        episode = Looked(placed.entry, read, outline, placed.quoted)
        if is_right(self._query, episode, turn, text):
            return True
        self.wrong += 1
        return False

    def hit(self, placed: Placed, turn: int, text: str) -> Hit | None:
        """A hit on a turn; None where the file has changed since."""
        if (outline := self._texts.outline(placed.content)) is None:
            return None
        segment, who = outline.segment_of(turn), outline.cast_index(turn)
        return Hit(
            placed.entry,
            turn,
            outline.cast[who],
            who,
            outline.start(turn),
            segment,
            outline.segment_title(segment),
            text,
            self._finder.spans(text),
            outline.line(turn),
            f"{self._name(placed.entry)}@{_place(outline, turn)}",
        )


def _place(outline: Outline, turn: int) -> str:
    is_first = outline.is_first_at_its_start(turn)
    return place_name(turn, outline.start(turn), is_first_at_its_start=is_first)
