"""Speakers, segments and sites with what each comes to, as a list to go on from."""

from collections.abc import Mapping, Sequence

from textual.color import Color

from braidtui.episode.statistics.numbers import Numbers
from braidtui.episode.statistics.sites import first_citing
from braidtui.episode.statistics.timeline import Timeline
from braidtui.tui.annotated import Annotated
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.statistics.sheet import Sheet
from braidtui.typeset.statistics.totals import note, totals
from braidtui.typeset.wrap import wrap

_WIDEST = 120  # cells; wider, an eye loses the line on the way from a name to its numbers


class NumberList(ItemList):
    """Choosing goes to a speaker's longest turn, to a segment, to what first rests on a site."""

    def __init__(self) -> None:
        super().__init__()
        self._annotated: Annotated | None = None
        self._sheet: Sheet | None = None

    @property
    def count(self) -> int:
        """How many speakers, segments and sites there are."""
        return self._sheet.count if self._sheet else 0

    @property
    def when_empty(self) -> str:
        """That it is under way."""
        return "Counting …"

    def show(
        self,
        annotated: Annotated,
        numbers: Numbers,
        timeline: Timeline,
        colors: Mapping[str, Color],
    ) -> None:
        """Show the numbers of an episode; colours by speaker id."""
        self._annotated = annotated
        self._sheet = Sheet(numbers, timeline, _WIDEST)
        self.show_colors(colors)
        self.items_changed()

    def show_colors(self, colors: Mapping[str, Color]) -> None:
        """Draw the speakers in other colours."""
        self.brushes.use(colors)
        self.forget_all()

    def goal(self, index: int) -> int | None:
        """The turn that an item leads to; None for a site on which the whole episode rests."""
        assert self._sheet and self._annotated
        section, place = self._sheet.at(index)
        if section is self._sheet.sites:
            episode, sources, _ = self._annotated
            return first_citing(self._sheet.numbers.sites[place], episode, sources)
        if section is self._sheet.segments:
            return self._sheet.segments.turn(place)
        return self._sheet.speakers.turn(place)

    def item_height(self, index: int, width: int) -> int:
        """The rows of an item, none of them written."""
        sheet = self._sheet_of(width)
        return len(self._above(sheet, index)) + sheet.at(index)[0].height

    def heading_rows(self, index: int) -> int:
        """What stands above the items is no part of them."""
        return len(self._above(self._sheet_of(self.scrollable_content_region.width), index))

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """What an item comes to, below the heading of its section."""
        sheet = self._sheet_of(width)
        return (*self._above(sheet, index), *sheet.lines(index))

    def _above(self, sheet: Sheet, index: int) -> Sequence[ItemRow]:
        """Headings; above the first of all what the episode comes to."""
        if index:
            return sheet.heading(index)
        told = filter(None, (totals(sheet.numbers), note(sheet.numbers)))
        lines = [text[one:other] for text in told for one, other in wrap(text, sheet.width)]
        return (*(((line, "muted"),) for line in lines), (), *sheet.heading(index))

    def _sheet_of(self, width: int) -> Sheet:
        """The sheet in so many cells."""
        assert self._sheet
        width = min(width, _WIDEST)
        if width != self._sheet.width:
            self._sheet = Sheet(self._sheet.numbers, self._sheet.timeline, width)
        return self._sheet
