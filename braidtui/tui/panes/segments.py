"""The segments of the episode, with start and length, and a mark for the one being read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.reactive import var

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.tui.annotated import Annotated
from braidtui.tui.item_list import ItemList, ItemRow
from braidtui.tui.transcript.front_matter import length_of_segment
from braidtui.typeset.cells import fitted
from braidtui.typeset.heads import counted
from braidtui.typeset.wrap import wrap


class SegmentList(ItemList):
    """Choosing a segment asks to read on there; `turn` says where one reads."""

    ONE_ROW_WHERE_MANY = True
    BORDER_TITLE = "Segments"

    annotated: var[Annotated | None] = var(None)
    turn: var[int] = var(0)
    hits: var[Sequence[int] | None] = var[Sequence[int] | None](None)
    """How many hits a find has in each segment, while one is on."""

    @dataclass
    class SegmentChosen(Message):
        """A segment was chosen."""

        segment: int

    @property
    def episode(self) -> Episode | None:
        """The episode whose segments these are."""
        return self.annotated.episode if self.annotated else None

    @property
    def count(self) -> int:
        """How many segments there are."""
        return len(self.episode.segments) if self.episode else 0

    @property
    def current(self) -> int:
        """The segment being read."""
        return self.episode.segment_of(self.turn) if self.episode else 0

    def watch_annotated(self) -> None:
        """Show the segments of another episode."""
        self.items_changed()

    def watch_turn(self, old: int, new: int) -> None:
        """Follow the reading place, cursor and all."""
        if self.episode is None or self.episode.segment_of(old) == self.current:
            return
        for segment in (self.episode.segment_of(old), self.current):
            self.forget(segment)
        if not self.has_focus:
            self.cursor = self.current

    def watch_hits(self, old: Sequence[int] | None, new: Sequence[int] | None) -> None:
        """Tell how many hits there are."""
        if self.episode is None:
            return
        if self.is_long:
            self.forget_all()
            return
        if (old is None) != (new is None) and not all(map(self._detail, range(self.count))):
            self.items_changed()  # what has no time has a row more while hits are told
            return
        for segment in range(self.count):
            if (
                old is None
                or new is None
                or self._hits_in(old, segment) != self._hits_in(new, segment)
            ):
                self.forget(segment)

    def reveal_present(self) -> None:
        """Bring the segment being read into sight."""
        if not self.has_focus:
            self.reveal(self.current)

    def item_rows(self, index: int, width: int) -> Sequence[ItemRow]:
        """Number, title and time; the title wraps."""
        return tuple(self._written(index, width))

    @on(ItemList.Chosen)
    def choose_segment(self, event: ItemList.Chosen) -> None:
        """Say which segment it was."""
        event.stop()
        self.post_message(self.SegmentChosen(event.index))

    def _written(self, index: int, width: int) -> Iterator[ItemRow]:
        assert self.episode is not None
        segment, current = self.episode.segments[index], index == self.current
        number = f"{index + 1:>{len(str(self.count))}} "
        indent = " " * (len(number) + 2)
        style = "strong" if current else "text"
        room = max(1, width - len(indent))
        hits = self._hits_in(self.hits, index)
        count = f" {hits:,}" if self.is_long and hits else ""
        title = fitted(segment.title, room - len(count)) if self.is_long else segment.title
        for line, (begin, end) in enumerate(wrap(title, room) if not count else [(0, len(title))]):
            before = (("▸ " if current else "  ") + number) if line == 0 else indent
            yield (
                (before, "accent" if current else "muted"),
                (title[begin:end], style),
                (count, "accent"),
            )
        if self.hits is not None:
            time = "" if segment.start is None else f"{format_clock(segment.start)} · "
            told = counted(hits, "hit") if hits else "no hits"
            yield (indent + time, "muted"), (told, "accent" if hits else "muted")
        elif detail := self._detail(index):
            yield ((indent + detail, "muted"),)

    def _detail(self, index: int) -> str:
        """Start and length, as far as they are known."""
        assert self.episode is not None
        start = self.episode.segments[index].start
        time = "" if start is None else format_clock(start)
        return " · ".join(part for part in (time, length_of_segment(self.episode, index)) if part)

    @staticmethod
    def _hits_in(hits: Sequence[int] | None, segment: int) -> int:
        """How many hits are told; of an episode before, there may be fewer segments."""
        return hits[segment] if hits is not None and segment < len(hits) else 0
