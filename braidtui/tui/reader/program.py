"""The commands that lead out of the episode: its neighbours, palette, help, other panes."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from braidtui.config import config_path
from braidtui.library.catalog import Entry, Library
from braidtui.library.target import TargetError, turn_at
from braidtui.tui.commands import IN_READER, rows

if TYPE_CHECKING:
    from braidtui.tui.dialogs.picker import Choice
    from braidtui.tui.reader.screen import ReaderScreen

_LIKE_A_PLACE = re.compile(r"[0-9:.]+%?|[st]\d+")
Wish = Callable[[], None]
"""What is done when something is picked."""


class ProgramCommands:
    """What the reader's screen can do beyond its episode."""

    def __init__(self, screen: "ReaderScreen", library: Library) -> None:
        self._screen = screen
        self._library = library

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "palette": self.show_palette,
            "help": self.show_help,
            "next_pane": lambda: void(self._screen.focus_next()),
            "previous_pane": lambda: void(self._screen.focus_previous()),
            "next_episode": partial(self._neighbour, self._library.after, "newer"),
            "previous_episode": partial(self._neighbour, self._library.before, "older"),
        }

    def show_help(self) -> None:
        """Every key by group; picking one does it."""
        from braidtui.tui.dialogs.picker import Choice, Picker

        choices = [
            Choice(command.title, self._doing(command.id), keys, command.group)
            for command, keys in rows(self._screen.keymap, IN_READER)
        ]
        self._screen.app.push_screen(
            Picker("Keys", choices, placeholder="/ searches by what a key does"), _do
        )

    def show_palette(self) -> None:
        """Type a place, a command or a theme."""
        from braidtui.tui.dialogs.picker import Choice, Picker

        commands = [
            Choice(command.title, self._doing(command.id), keys)
            for command, keys in rows(self._screen.keymap, IN_READER)
        ]
        segments = [
            Choice(f"Segment {number}: {segment.title}", partial(self._go, f"s{number}"))
            for number, segment in enumerate(self._screen.opened.episode.segments, 1)
        ]
        themes = [
            Choice(f"Theme: {name}", partial(self._take_theme, name))
            for name in reversed(self._screen.app.available_themes)
        ]
        picker: Picker[Wish] = Picker(
            "Go to, or do",
            [*commands, *segments, *self._screen.copying.choices(), *themes],
            typing=True,
            placeholder="12:34, 50%, s3, or words",
            answer=self._place_choice,
        )
        self._screen.app.push_screen(picker, _do)

    def _place_choice(self, typed: str) -> "Choice[Wish | None] | None":
        """A typed place, as a choice that says where it leads, or why it does not."""
        from braidtui.tui.dialogs.picker import Choice

        place = typed.strip()
        if not place or not (place[0].isdigit() or place[0] in "st"):
            return None
        episode = self._screen.opened.episode
        try:
            turn = turn_at(episode, place)
        except TargetError as error:
            return Choice(str(error), None) if _LIKE_A_PLACE.fullmatch(place) else None
        title = episode.segments[episode.segment_of(turn)].title
        return Choice(f"Go to {place}: {title}", partial(self._go, place))

    def _doing(self, command: str) -> Wish:
        return partial(self._screen.action_command, command)

    def _go(self, place: str) -> None:
        self._screen.movement.to_turn(turn_at(self._screen.opened.episode, place))

    def _take_theme(self, name: str) -> None:
        self._screen.app.theme = name
        self._screen.tell(f'To have it always: theme = "{name}" in {config_path()}')

    def _neighbour(self, find: Callable[..., Entry | None], direction: str) -> None:
        path = self._screen.opened.path
        entry = find(path)
        if entry and not entry.path.exists():
            self._library.rescan()  # files have come and gone since it was listed
            entry = find(path)
        if entry is None and path not in {listed.path for listed in self._library.entries()}:
            self._screen.tell("This episode is not in the library, so it has no neighbours.")
        elif entry is None:
            self._screen.tell(f"There is no {direction} episode.")
        else:
            self._screen.opening.open(entry.path)


def _do(wish: Wish | None) -> None:
    if wish is not None:
        wish()


def void(_value: object) -> None:
    """A command gives nothing."""
