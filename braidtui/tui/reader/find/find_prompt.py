"""Asking what to find, or which turns to show: the line at the bottom, and what it leads to."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from braidtui.tui.reader.find.finding import Found, Sought, label_of
from braidtui.tui.reader.find.slices import Slices
from braidtui.tui.transcript.front_matter import shown_of
from braidtui.tui.transcript.reading import HEAD, ReadingPlace, Stand

if TYPE_CHECKING:
    from braidtui.find.episode_hits import Place
    from braidtui.find.finder import InvalidPattern
    from braidtui.find.turn_filter import TurnFilter
    from braidtui.tui.panes.find_bar import FindBar
    from braidtui.tui.reader.screen import ReaderScreen


class Origin(NamedTuple):
    """Where one was when the question came up: in the window, as a place, and for a find."""

    stand: Stand
    place: ReadingPlace
    begin: "Place"


_FIND, _ONLY = "/", "&"
_HINTS = {
    _FIND: "words, or /a regular expression/",
    _ONLY: "show only turns with words, or speaker:name",
}


class FindPrompt:
    """One line for both questions; it is made when it is first needed."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen
        self._bar: FindBar | None = None
        self._sign = _FIND
        self._typed: dict[str, list[str]] = {_FIND: [], _ONLY: []}
        self._origin: Origin | None = None
        self._before = Found()
        self._looked_for = ""
        self._is_refused = False
        self._slices = Slices(screen, "filtering")

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"find": partial(self.ask, _FIND), "only_hits": partial(self.ask, _ONLY)}

    @property
    def is_open(self) -> bool:
        """Whether one is asked."""
        return self._bar is not None and self._bar.display

    def ask(self, sign: str) -> None:
        """Ask in the place of the status line."""
        view = self._screen.transcript
        if view.reading is None:
            return
        if self.is_open:
            self.leave()
        bar = self._made()
        self._sign, self._before = sign, self._screen.finding.found
        place = ReadingPlace(0, HEAD) if view.is_at_head else view.place
        self._origin = Origin(view.reading.stand, place, self._screen.finding.place())
        self._is_refused, self._looked_for = False, ""
        bar.ask(sign, _HINTS[sign], self._typed[sign])
        self._show(True)
        self._screen.finding.prepare()

    def look(self, typed: str) -> None:
        """At each key: go to the first hit from where one was, or count the turns that fit."""
        self._looked_for = typed
        if self._sign == _FIND:
            self._look_for(typed)
        else:
            self._count(typed)

    def keep(self) -> None:
        """Enter: what is found stays; an empty line stands for what was typed before."""
        before = self._typed[self._sign]
        typed = (self._bar.value if self._bar else "") or next(iter(before), "")
        if typed != self._looked_for:
            self.look(typed)
        if self._is_refused:
            return
        if typed:
            before[:] = [typed, *(it for it in before if it != typed)]
        if typed and self._sign == _ONLY:
            self._show_only(typed)
        elif typed and self._origin and self._screen.finding.found.present:
            self._screen.finding.remember(self._origin.place)
        self._show(False)

    def leave(self) -> None:
        """Escape: back to where one was, with what was marked before."""
        if self._sign == _FIND:
            self._look_for("")
        self._show(False)

    def say(self, text: str) -> None:
        """What was found, while one types what to find."""
        if self._bar and self._sign == _FIND:
            self._bar.said = text

    def _look_for(self, typed: str) -> None:
        from braidtui.find.pattern import InvalidPattern, pattern

        finding, view = self._screen.finding, self._screen.transcript
        if self._origin is None or view.reading is None:
            return
        self._is_refused = False
        view.reading.resume(self._origin.stand)
        try:
            if typed:
                finding.look_for(Sought(label_of(typed), pattern(typed)), self._origin.begin)
            else:
                finding.show_again(self._before)
        except InvalidPattern as invalid:
            finding.look_for(None)
            self._refuse(invalid)
        if not typed or finding.found.present is None:
            view.follow()

    def _count(self, typed: str) -> None:
        """Say how many turns would be shown."""
        from braidtui.find.pattern import InvalidPattern
        from braidtui.find.turn_filter import turn_filter

        if self._bar is None:
            return
        self._bar.said, self._is_refused = "", False
        try:
            steps = self._counting(turn_filter(typed), self._bar) if typed else iter(())
        except InvalidPattern as invalid:
            steps = iter(())
            self._refuse(invalid)
        self._slices.begin(steps)

    def _refuse(self, invalid: "InvalidPattern") -> None:
        self._is_refused = True
        if self._bar:
            self._bar.said = str(invalid)

    def _counting(self, wanted: "TurnFilter", bar: "FindBar") -> Iterator[None]:
        from braidtui.find.pattern import InvalidPattern

        episode, count = self._screen.opened.episode, 0
        try:
            for turn in wanted.turns(episode):
                count += turn is not None
                if turn is None:
                    yield
        except InvalidPattern as invalid:
            self._refuse(invalid)
        else:
            bar.said = shown_of(count, len(episode.turns)) if count else "no turn"

    def _show_only(self, typed: str) -> None:
        from braidtui.find.turn_filter import turn_filter

        only = self._screen.only_hits
        wanted = turn_filter(typed)
        if turns := only.turns(wanted):
            only.show(wanted, turns)
        else:
            self._screen.tell("No turn has that: all are shown.")

    def _made(self) -> "FindBar":
        if self._bar is None:
            from braidtui.tui.panes.find_bar import FindBar

            self._bar = FindBar(self)
            self._screen.mount(self._bar)
        return self._bar

    def _show(self, is_open: bool) -> None:
        """At once, so that the next key is typed where it belongs."""
        if self._bar is None:
            return
        self._bar.display = is_open
        self._screen.set_focus(self._bar if is_open else self._screen.transcript)
        self._screen.bars.fit()
