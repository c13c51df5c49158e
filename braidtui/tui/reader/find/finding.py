"""The find that is on: its hits in the open episode, and stepping from one to the next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from braidtui.episode.safe_text import clean_line
from braidtui.find.finder import Finder
from braidtui.find.hit import Field, Hit, Passage
from braidtui.tui.reader.find.slices import Slices
from braidtui.tui.reader.place.jumps import Stop
from braidtui.tui.transcript.marks import Marks
from braidtui.tui.transcript.reading import ReadingPlace
from braidtui.typeset.cells import elided
from braidtui.typeset.heads import counted

if TYPE_CHECKING:  # nothing of it is needed before something is to be found
    from braidtui.find.episode_hits import EpisodeHits, Place
    from braidtui.find.passages import Passages
    from braidtui.tui.reader.screen import ReaderScreen

_TOP, _END = (0,), (1 << 62,)  # places before and after all others
_END_OF_TEXT = 1 << 62
_MARKED_ON_BAR = 300  # hits, each by itself
_LABEL = 24  # cells


class Sought(NamedTuple):
    """What is looked for, and how the status line calls it."""

    label: str
    finder: Finder


class Found(NamedTuple):
    """What was looked for, its hits, and the one that was stepped to."""

    sought: Sought | None = None
    hits: "EpisodeHits | None" = None
    present: Hit | None = None


class Finding:
    """Looks for one thing at a time, in all turns that are shown."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._slices = Slices(screen, "finding")
        self.found = Found()
        self._known: tuple[object, Sequence[int] | None, Passages] | None = None
        self._around = ""
        self._stepped_to: Hit | None = None

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"next_hit": partial(self.step, 1), "previous_hit": partial(self.step, -1)}

    @property
    def told(self) -> str:
        """`4 of 14`, or what is known so far."""
        _, hits, present = self.found
        if hits is None:
            return ""
        if hits.is_too_slow:
            return f"{hits.counted:,}+ hits, too slow to find all"
        if not hits.is_counted:
            return f"{hits.counted:,}+ hits"
        if not hits.counted:
            return "no hits"
        if present is None:
            return counted(hits.counted, "hit")
        around = f", on from the {self._around}" if self._around else ""
        return f"{hits.rank(present):,} of {hits.counted:,}{around}"

    @property
    def status(self) -> tuple[str, ...]:
        """What is looked for, and which hit of how many."""
        sought = self.found.sought
        return (f"{elided(sought.label, _LABEL)} {self.told}",) if sought else ()

    def look_for(self, sought: Sought | None, begin: "Place | None" = None) -> None:
        """Mark the hits of something else, or of nothing; go to the first one at or after `begin`.

        Past the end it goes on from the top.
        """
        self._around = ""
        self._show(Found(sought, self._hits_of(sought)))
        self._work(self._going(1, (begin, _TOP)) if begin and sought else iter(()))

    def show_again(self, found: Found) -> None:
        """Mark what was found before."""
        if found.hits and found.hits.passages is not self._passages():
            self.look_for(found.sought)  # there, but not in these turns
            return
        self._around = ""
        self._show(found)
        self._work(iter(()))

    def look_at(self, sought: Sought, place: tuple[int, int]) -> None:
        """Mark the hits of something else; the one at a turn and a code point is the present."""
        self.look_for(sought)
        turn, offset = place
        hits = self.found.hits
        near = hits.within(Passage(turn, Field.TEXT), offset, _END_OF_TEXT) if hits else ()
        if near:
            self._arrive(near[0])

    def prepare(self) -> None:
        """Fold the episode while no key is pressed: something is going to be looked for."""
        from braidtui.find.searched import Form

        def folding() -> Iterator[None]:
            for block in self._passages().blocks:
                block.searched(Form.FOLDED)
                yield

        self._slices.begin(self._counted(folding()), at_once=0)

    def renew(self, *, is_same_file: bool = True) -> None:
        """Other turns are shown, or another episode is: find the same there."""
        sought, _, before = self.found if is_same_file else self.found._replace(present=None)
        if sought is None:
            return
        hits = self._hits_of(sought)
        if hits and before:
            before = (
                before if before in hits.within(before.passage, before.begin, before.end) else None
            )
        self._show(Found(sought, hits, before))
        self._work(iter(()))

    def clear(self) -> None:
        """Nothing is looked for any more."""
        self.look_for(None)
        self._known = None

    def step(self, direction: int) -> None:
        """Go to the next hit, or the one before; past the end on from the top, and say so."""
        sought, _, present = self.found
        if sought is None:
            self._screen.tell("Nothing to find yet.")
            return
        if self._stepped_to != present or not self._is_at_hit:
            self._screen.movement.remember()  # a row of steps is one jump
        self._stepped_to = present
        self._work(self._going(direction, (self._from(direction), _TOP if direction > 0 else _END)))

    def remember(self, place: ReadingPlace) -> None:
        """Note a place as that from which one came to the present hit; so do the next steps."""
        self._screen.movement.remember(Stop(self._screen.opened.path, place))
        self._stepped_to = self.found.present

    def place(self) -> "Place":
        """Where one reads, as hits are looked for from there."""
        view = self._screen.transcript
        if view.is_at_head:
            return (0,)
        turn, offset = view.place
        return (turn, Field.TEXT, 0, offset) if offset > 0 else (turn, Field.SEGMENT)

    @property
    def _is_at_hit(self) -> bool:
        """Whether the present hit is in sight."""
        hit, reading = self.found.present, self._screen.transcript.reading
        return bool(hit and reading and reading.is_in_sight(hit.turn, reading.rows.row_of(hit)))

    def _from(self, direction: int) -> "Place":
        """Where a step begins: at the present hit, while that is in sight."""
        hit = self.found.present
        if hit is None or not self._is_at_hit:
            return self.place()
        return (*hit[:3], hit.end) if direction > 0 else hit

    def _walk(self, direction: int, place: "Place") -> Iterator[Hit | None]:
        hits = self.found.hits
        if hits is None:
            return iter(())
        return hits.from_place(place) if direction > 0 else hits.before(place)

    def _going(self, direction: int, places: "Iterable[Place]") -> Iterator[None]:
        """Go to the next hit from the first of the places, else from the other: past the end."""
        self._around = ""
        for place in places:
            for hit in self._walk(direction, place):
                if hit:
                    self._stepped_to = hit if self._stepped_to == self.found.present else None
                    self._arrive(hit)
                    return
                yield
            self._around = "top" if direction > 0 else "end"
        self._around = ""

    def _arrive(self, hit: Hit) -> None:
        self.found = self.found._replace(present=hit)
        view = self._screen.transcript
        if view.reading:
            view.reading.reveal(hit.turn, view.reading.rows.row_of(hit))
            view.follow()
        self._mark()

    def _show(self, found: Found) -> None:
        self.found = found
        self._mark()
        if found.hits is None:
            self._screen.segments.hits = None
            self._screen.show_stretches(())

    def _mark(self) -> None:
        _, hits, present = self.found
        self._screen.transcript.show_marks(Marks(hits, present) if hits else None)
        self._screen.bars.tell_place()

    def _hits_of(self, sought: Sought | None) -> "EpisodeHits | None":
        if sought is None:
            return None
        from braidtui.find.episode_hits import EpisodeHits

        return EpisodeHits(sought.finder, self._passages(), self.found.hits)

    def _passages(self) -> "Passages":
        """Those of the turns that are shown; kept, as they are folded once."""
        from braidtui.find.passages import Passages

        reading = self._screen.transcript.reading
        shown = reading.rows.shown if reading and reading.rows.hides_some else None
        episode = self._screen.opened.episode
        if self._known is None or self._known[0] is not episode or self._known[1] is not shown:
            self._known = episode, shown, Passages(episode, shown)
        return self._known[2]

    def _work(self, steps: Iterator[None]) -> None:
        if not self._slices.begin(self._counted(steps)):
            self._screen.bars.tell_place()

    def _counted(self, steps: Iterator[None]) -> Iterator[None]:
        """Steps, then those of counting, and what counting tells."""
        hits = self.found.hits
        yield from steps
        if hits:
            yield from hits.counting()
            self._screen.segments.hits = hits.by_segment()
            self._screen.show_stretches(hits.stretches(_MARKED_ON_BAR))
            self._screen.bars.tell_place()


def label_of(typed: str) -> str:
    """`"words"`, or an expression as it is."""
    line = clean_line(typed)
    return line if line.startswith("/") else f'"{line}"'
