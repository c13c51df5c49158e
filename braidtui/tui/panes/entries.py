"""The episodes of the library as a list, each with how much of it is read."""

from collections.abc import Mapping, Sequence

from braidtui.episode.timecode import format_length
from braidtui.library.catalog import Entry
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.typeset.cells import cell_len, elided, fitted

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_METER = 5


class EntryList(ItemList):
    """Episodes on two rows each: title and how much is read; date, length, show and cast."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.read: Mapping[str, float] = {}

    @property
    def count(self) -> int:
        """How many episodes are listed."""
        return len(self.entries)

    @property
    def shows_cursor(self) -> bool:
        """Always: enter opens also while one filters."""
        return True

    @property
    def when_empty(self) -> str:
        """That there is nothing, or nothing that fits."""
        return "  No episode here."

    def show(self, entries: Sequence[Entry], read: Mapping[str, float]) -> None:
        """List other episodes."""
        self.entries, self.read = entries, read
        self.items_changed()

    def item_height(self, index: int, width: int) -> int:
        """A blank row and two."""
        return 3

    def heading_rows(self, index: int) -> int:
        """The blank row is no part of the episode."""
        return 1

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """What is known of an episode; of a broken one, its first problem."""
        entry = self.entries[index]
        if entry.broken is not None:
            problem = entry.broken.located(entry.path.name)
            return (
                (),
                (("  ! " + elided(entry.title, width - 4), "bad"),),
                (("    " + elided(problem, width - 4), "muted"),),
            )
        number = "" if entry.number is None else f"{entry.number:03}"
        meter = _meter(self.read.get(entry.key, 0.0))
        title = fitted(entry.title, max(1, width - 6 - cell_len(meter) - 1))
        details = (
            str(entry.date or ""),
            "" if entry.duration is None else format_length(entry.duration),
            entry.show,
            ", ".join(entry.speakers),
        )
        detail = elided(" · ".join(part for part in details if part), max(1, width - 7))
        return (
            (),
            ((f" {number:>4} ", "accent"), (title, "strong"), (meter + " ", "muted")),
            (("      " + detail, "muted"),),
        )


def _meter(read: float) -> str:
    """How much is read, as a bar of five cells and a percentage: told apart without colour."""
    eighths = round(read * _METER * 8)
    bar = "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    return f"{bar:░<{_METER}} {read:>4.0%}"
