"""Which panes stand beside the transcript: docked where there is room, else laid over it by key."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from textual.widget import Widget

from braidtui.tui.item_list import ItemList
from braidtui.tui.transcript.view import TranscriptView

SEGMENTS, QUOTES, SOURCES = "segments", "quotes", "sources"
_ROOM_FOR_SEGMENTS = 70
_ROOM_FOR_SIDE = 100
_NARROWEST, _WIDEST, _WIDTH_STEP = 40, 200, 4


class PaneScreen(Protocol):
    """What the switch needs of the screen."""

    @property
    def panes(self) -> Mapping[str, ItemList]: ...
    @property
    def side(self) -> Widget: ...
    @property
    def transcript(self) -> TranscriptView: ...
    @property
    def focused(self) -> Widget | None: ...
    def tell(self, message: str) -> None: ...


class PaneSwitch:
    """Remembers which panes are wanted and which one lies over the text."""

    def __init__(self, screen: PaneScreen) -> None:
        self._screen = screen
        self._wanted = {SEGMENTS, QUOTES, SOURCES}
        self._put_away: set[str] = set()
        self._over = ""
        self._columns = 0

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        toggles = {f"toggle_{name}": partial(self.toggle, name) for name in self._wanted}
        return toggles | {
            "only_text": self.only_text,
            "wider": partial(self._widen, _WIDTH_STEP),
            "narrower": partial(self._widen, -_WIDTH_STEP),
        }

    @property
    def is_over(self) -> bool:
        """Whether a pane lies over the text."""
        return bool(self._over)

    def fit(self, columns: int) -> None:
        """Arrange the panes for a screen of so many columns."""
        self._columns = columns
        if self._over and (self._has_room(self._over) or not self._screen.panes[self._over].count):
            self._over = ""
        self.arrange()

    def toggle(self, name: str) -> None:
        """Show a pane or put it away."""
        if not self._screen.panes[name].count:
            self._screen.tell(f"This episode has no {name}.")
        elif not self._has_room(name):
            self._over = "" if self._over == name else name
            self.arrange()
            self._focus(name if self._over else "")
        else:
            self._wanted ^= {name}
            self.arrange()

    def only_text(self) -> None:
        """Put all panes away, or bring back those that were there."""
        self._over = ""
        if not self._has_room(SEGMENTS):
            self._screen.tell("There is only text in so narrow a terminal.")
            self.arrange()
            return
        self._wanted, self._put_away = (
            (set(), set(self._wanted)) if self._wanted else (self._put_away or self._all, set())
        )
        self.arrange()

    def close_over(self) -> None:
        """Take the pane that lies over the text away."""
        self._over = ""
        self.arrange()
        self._focus("")

    def arrange(self) -> None:
        """Show what is wanted and fits."""
        for name, pane in self._screen.panes.items():
            docked = name in self._wanted and self._has_room(name) and bool(pane.count)
            pane.display = docked or name == self._over
        side = self._screen.side
        side.display = any(self._screen.panes[name].display for name in (QUOTES, SOURCES))
        side.set_class(self._over in (QUOTES, SOURCES), "-over")
        self._screen.panes[SEGMENTS].set_class(self._over == SEGMENTS, "-over")
        focused = self._screen.focused
        if focused is None or not focused.display:
            self._focus("")

    @property
    def _all(self) -> set[str]:
        return {SEGMENTS, QUOTES, SOURCES}

    def _has_room(self, name: str) -> bool:
        return self._columns >= (_ROOM_FOR_SEGMENTS if name == SEGMENTS else _ROOM_FOR_SIDE)

    def _focus(self, name: str) -> None:
        (self._screen.panes[name] if name else self._screen.transcript).focus()

    def _widen(self, cells: int) -> None:
        view = self._screen.transcript
        width = max(_NARROWEST, min(_WIDEST, view.shown_width + cells))
        before, view.text_width = view.shown_width, width
        if cells > 0 and view.shown_width == before:
            self._screen.tell("There is no room for wider text.")
        else:
            self._screen.tell(f"Text at most {width} columns wide.")
