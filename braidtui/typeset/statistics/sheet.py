"""All numbers of an episode in so many cells: items by section, each written when asked for."""

from bisect import bisect_right
from itertools import accumulate
from typing import Protocol

from braidtui.episode.statistics.numbers import Numbers
from braidtui.episode.statistics.timeline import Timeline
from braidtui.typeset.statistics.parts import Line
from braidtui.typeset.statistics.segments import SegmentSection
from braidtui.typeset.statistics.sites import SiteSection
from braidtui.typeset.statistics.speakers import SpeakerSection


class Section(Protocol):
    """Items of one kind, each of `height` lines."""

    count: int
    height: int

    @property
    def heading(self) -> Line: ...
    def lines(self, index: int) -> tuple[Line, ...]: ...


class Sheet:
    """Speakers, then segments, where there are several, then sites."""

    def __init__(self, numbers: Numbers, timeline: Timeline, width: int) -> None:
        self.numbers = numbers
        self.timeline = timeline
        self.width = width
        self.speakers = SpeakerSection(numbers, width)
        self.segments = SegmentSection(numbers, timeline, width)
        self.sites = SiteSection(numbers, width)
        sections: tuple[Section, ...] = (self.speakers, self.segments, self.sites)
        self._sections = [
            section for section in sections if section.count > (section is self.segments)
        ]
        self._ends = list(accumulate(section.count for section in self._sections))

    @property
    def count(self) -> int:
        """How many items there are."""
        return self._ends[-1] if self._ends else 0

    def at(self, index: int) -> tuple[Section, int]:
        """The section of an item, and which item of it that is."""
        place = bisect_right(self._ends, index)
        return self._sections[place], index - (self._ends[place - 1] if place else 0)

    def heading(self, index: int) -> tuple[Line, ...]:
        """What stands above an item: the heading of its section above the first of it."""
        section, place = self.at(index)
        if place:
            return ()
        return ((), section.heading) if index else (section.heading,)

    def lines(self, index: int) -> tuple[Line, ...]:
        """An item."""
        section, place = self.at(index)
        return section.lines(place)
