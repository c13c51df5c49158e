"""The app: settings, themes and terminal around the reader's screen."""

import asyncio
import gc
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.filter import Monochrome, NoColor
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from braidtui.config import Config
from braidtui.episode.model import Episode
from braidtui.episode.problem import shortened
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.notebook.places import Notebook, Place
from braidtui.tui.colors import speaker_colors
from braidtui.tui.crash import keep_trace
from braidtui.tui.keymap import checked_keys
from braidtui.tui.late_keys import LateKeys
from braidtui.tui.pasted_escapes import keep_escapes_from_keys
from braidtui.tui.reader.screen import ReaderScreen
from braidtui.tui.terminal import TerminalGuard
from braidtui.tui.themes import DEFAULT_THEME, THEMES, grounds

if TYPE_CHECKING:  # nothing is copied before the first frame
    from braidtui.tui.clipboard.clipboard import Clipboard

_SECONDS_BETWEEN_LOOKS = 1.0


class BraidApp(App[None]):
    """Reads one episode after another."""

    TITLE = "braidtui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    theme: Reactive[str] = Reactive(DEFAULT_THEME)
    """Ours from the first frame on: a change of theme is a second pass over all styles."""

    def __init__(
        self,
        library: Library,
        notebook: Notebook | None,
        config: Config,
        opened: Opened,
        place: Place | None = None,
        *,
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.own_keys, refused = checked_keys(config.keys)
        self._reader = ReaderScreen(library, notebook, opened, place, config)
        self._notices = [*notices, *library.notices, *refused]
        self._interrupted = False
        self._copies_with: Clipboard | None = None
        self.late_keys = LateKeys()
        self.guard: TerminalGuard | None = None
        self.animation_level = "none"
        if config.theme and config.theme not in self.available_themes:
            hint = did_you_mean(config.theme, self.available_themes)
            self._notices.append(shortened(f'config.toml: no theme "{config.theme}"{hint}'))
        elif config.theme:
            self.theme = config.theme
        self._fit_grey()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes, then our own."""
        return {**super().available_themes, **{theme.name: theme for theme in THEMES}}

    def get_default_screen(self) -> Screen[None]:
        """The reader stands below all other screens."""
        return self._reader

    def on_mount(self) -> None:
        """Watch over the terminal, and say what is wrong with the settings."""
        self.set_keymap(self.own_keys)
        self.theme_changed_signal.subscribe(self, lambda _theme: self._fit_grey())
        if self.guard is not None:
            self.guard.attach(asyncio.get_running_loop())
            self.set_interval(_SECONDS_BETWEEN_LOOKS, self.guard.look)
        # What comes back from ctrl+z finds a screen that others wrote on.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.call_after_refresh(self._started)

    def colors_of(self, episode: Episode) -> Mapping[str, Color]:
        """A readable colour for each speaker of an episode on the present theme."""
        return speaker_colors(episode.speakers, self.text_grounds)

    @property
    def text_grounds(self) -> tuple[Color, ...]:
        """The backgrounds on which speakers' names stand."""
        return grounds(self.current_theme, self.theme_variables)

    async def on_event(self, event: events.Event) -> None:
        """Note whom a key is handed to."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.late_keys.handed(event, self.focused)
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that nobody took: perhaps it was meant for what has the focus by now."""
        if self.late_keys.passed_on(event, self.focused or self.screen):
            event.prevent_default()

    def action_interrupt(self) -> None:
        """Ctrl+C copies what is selected, else asks for a second press."""
        if self.screen.selections and (text := self.screen.get_selected_text()):
            self.copy_to_clipboard(text)
        elif self._interrupted:
            self.exit()
        else:
            self._interrupted = True
            self.set_timer(2, self._forget_interrupt)
            self.notify("Press ctrl+c again to quit.", markup=False, timeout=2)

    def search_library(self) -> None:
        """Search all episodes; the hit that is chosen is opened in the reader."""
        self._reader.library_search.search()

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Leave, when what was asked to be copied is, and what was typed is safe."""
        self._reader.notes.rescue()
        if self._copies_with is not None:
            self._copies_with.finish()
        super().exit(*arguments, **named)

    def tell(self, message: str) -> None:
        """Say something in passing, on whatever screen; text, never markup."""
        if self.screen is self._reader:
            self._reader.tell(message)
        else:
            self.notify(message, markup=False, timeout=4)

    def keep_all(self) -> str:
        """Write down the reading place, and what waits to be kept, whatever the way out.

        Gives "" or why it could not be.
        """
        return self._reader.keep_all()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, and say which way it went; what Textual's own widgets copy goes here too."""
        if self._copies_with is None:
            from braidtui.tui.clipboard.clipboard import Clipboard

            self._copies_with = Clipboard(self, tell=self.tell)
        self._copies_with.copy(text)

    def _fatal_error(self) -> None:
        """One safe line instead of a trace of content; the trace goes to a file."""
        self._exit_renderables.append(Text(shortened(keep_trace(self._exception))))
        self._close_messages_no_wait()

    def _fit_grey(self) -> None:
        """Without colours: a theme of the terminal's own has none that could be made grey.

        Textual settles that before the theme is known.
        """
        if self.no_color:
            grey = NoColor() if self.native_ansi_color else Monochrome()
            for index, filter in enumerate(self._filters):
                if isinstance(filter, NoColor | Monochrome):
                    self._filters[index] = grey

    def _forget_interrupt(self) -> None:
        self._interrupted = False

    def _started(self) -> None:
        gc.freeze()
        gc.enable()
        for notice in self._notices:
            self.notify(notice, markup=False, severity="warning", timeout=8)


def run_reader(
    library: Library,
    notebook: Notebook | None,
    config: Config,
    opened: Opened,
    place: Place | None,
    *,
    notices: Sequence[str] = (),
) -> int:
    """Read until the person leaves; gives the exit code."""
    gc.disable()  # saves a tenth of the start; on again once the first screen stands
    app = BraidApp(library, notebook, config, opened, place, notices=notices)
    app.guard = TerminalGuard(lambda code: app.exit(return_code=code), app.keep_all)
    app.guard.watch()
    keep_escapes_from_keys()
    app.run(mouse=config.mouse)
    if failure := app.keep_all():
        print(failure, file=sys.stderr)
    return app.return_code or 0
