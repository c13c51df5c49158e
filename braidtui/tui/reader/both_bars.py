"""The two bars of the reader, kept true to what is open, read, found and hidden."""

from typing import TYPE_CHECKING

from braidtui.episode.model import Episode
from braidtui.tui.reader.status import headline, hints, status

if TYPE_CHECKING:
    from braidtui.tui.reader.screen import ReaderScreen

_LEAST_HEIGHT = 6  # rows of a terminal in which there is room for them


class BothBars:
    """Says what is open above, and below where one is."""

    def __init__(self, screen: "ReaderScreen") -> None:
        self._screen = screen

    def fit(self) -> None:
        """Show them where there is room; the line in which one types stands for the lower one."""
        screen = self._screen
        screen.head.display = has_room = screen.size.height >= _LEAST_HEIGHT
        is_asking = screen.find_prompt.is_open or screen.key_asking.is_open
        screen.status.display = has_room and not is_asking
        screen.map.fit(screen.size.height)

    def show(self, episode: Episode, turn: int) -> None:
        """Another episode, at a turn: until the transcript tells its place, so that the first frame
        is whole."""
        screen = self._screen
        screen.head.left = headline(episode)
        screen.status.left = status(episode, turn, turn / len(episode.turns))
        screen.status.right = hints(screen.keymap)

    def tell_place(self) -> None:
        """The hit, how many turns are hidden, the place; and in the line in which one types.

        What was just said stands there instead.
        """
        screen, progress = self._screen, self._screen.transcript.progress
        screen.find_prompt.say(screen.finding.told)
        if screen.notices.said:
            screen.status.left = (screen.notices.said,)
        elif progress:
            found = (
                *screen.selecting.status,
                *screen.finding.status,
                *screen.only_hits.status,
            )
            where = status(screen.opened.episode, progress.place.turn, progress.fraction)
            screen.status.left = (*found, *where)
