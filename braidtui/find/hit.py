"""A hit in an episode, and the texts of it in which there may be hits."""

from typing import NamedTuple


class Field:
    """What of an episode a text is, as numbers in the order in which they are read.

    The titles of the episode and of a segment, and the name above a turn. No enum: that takes 1 ms
    of the start.
    """

    EPISODE, SUMMARY, SEGMENT, SPEAKER, TEXT = range(5)


class Passage(NamedTuple):
    """One text of an episode: which turn it is of, or stands above. Ordered as it is read.

    `segment` tells titles of segments above one turn apart, else it is 0.
    """

    turn: int
    field: int
    segment: int = 0


class Hit(NamedTuple):
    """A hit; ordered as the episode is read. Turn, field and segment are those of its Passage.

    `begin` and `end` are code points of the text that the field tells.
    """

    turn: int
    field: int
    segment: int
    begin: int
    end: int

    @property
    def passage(self) -> Passage:
        """The text in which it is."""
        return Passage(self.turn, self.field, self.segment)

    @property
    def place(self) -> tuple[int, int]:
        """The turn, and the code point of its text."""
        return self.turn, self.begin if self.field == Field.TEXT else 0
