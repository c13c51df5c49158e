"""The sites that the sources of an episode stand on, as bars."""

from functools import cached_property

from braidtui.episode.statistics.numbers import Numbers
from braidtui.typeset.cells import cell_len, fitted
from braidtui.typeset.heads import counted
from braidtui.typeset.statistics.parts import GAP, Line, bar, cut, heading_line

_LONGEST_NAME = 36
_UNNAMED = "no site told"
_WIDEST_BAR = 40


class SiteSection:
    """One line a site."""

    height = 1

    def __init__(self, numbers: Numbers, width: int) -> None:
        self._numbers = numbers
        self._width = width
        self.count = len(numbers.sites)

    @property
    def heading(self) -> Line:
        """What stands above the sites."""
        sources, sites = self._numbers.sources, len(self._numbers.sites)
        told = f"{counted(sources, 'source')} on {counted(sites, 'site')}"
        return heading_line("Sources by site", told, self._width)

    def lines(self, index: int) -> tuple[Line, ...]:
        """A site and how many sources stand there."""
        sites = self._numbers.sites
        most, count = len(sites[0].numbers), len(sites[index].numbers)
        digits = len(f"{most:,}")
        name = min(self._widest_name, _LONGEST_NAME, max(1, self._width - digits - 12))
        room = min(_WIDEST_BAR, max(0, self._width - name - digits - 2 * len(GAP)))
        line = (
            (fitted(sites[index].name or _UNNAMED, name) + GAP, "text"),
            (f"{count:>{digits},}" + GAP, "text"),
            (bar(count / most, room), "muted"),
        )
        return (cut(line, self._width),)

    @cached_property
    def _widest_name(self) -> int:
        return max(cell_len(site.name or _UNNAMED) for site in self._numbers.sites)
