"""Copying: the selection, the turn being read, a quote or a segment, with who said it and when."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, get_args

from braidtui.config.settings import Copying as Form
from braidtui.config.settings import Style
from braidtui.tui.reader.keep.chosen import Chosen

if TYPE_CHECKING:
    from braidtui.tui.dialogs.picker import Choice
    from braidtui.tui.reader.screen import ReaderScreen

STYLES: tuple[Style, ...] = get_args(Style)
_NAMES = {
    "plain": "plain text",
    "markdown": "Markdown",
    "apa": "APA citation",
    "chicago": "Chicago citation",
}


class Copying:
    """Copies in the form that the person set, until another one is picked."""

    def __init__(self, screen: "ReaderScreen", form: Form) -> None:
        self._screen = screen
        self._form = form

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {"copy": self.copy, "copy_segment": self.copy_segment}

    def copy(self, form: Form | None = None) -> None:
        """Copy what is chosen; in the quotes pane the quote under the cursor."""
        from braidtui.formats.citing import Excerpt, cite

        if chosen := Chosen.of(self._screen):
            excerpt = Excerpt(chosen.opened.episode, chosen.spans)
            self._screen.app.copy_to_clipboard(cite(excerpt, *(form or self._form)))
            self._screen.selecting.end()

    def copy_segment(self, form: Form | None = None) -> None:
        """Copy the segment being read."""
        from braidtui.formats.citing import segment_text

        episode = self._screen.opened.episode
        segment = episode.segment_of(self._screen.transcript.place.turn)
        self._screen.app.copy_to_clipboard(segment_text(episode, segment, *(form or self._form)))

    def choices(self) -> "list[Choice[Callable[[], None]]]":
        """Every form to copy in, for the palette: this once, and from now on."""
        from braidtui.tui.dialogs.picker import Choice

        once = [
            Choice(
                f"Copy as {_NAMES[style]}", partial(self.copy, Form(style, self._form.timestamps))
            )
            for style in STYLES
        ]
        ever = [
            Choice(f"From now on copy as {_NAMES[style]}", partial(self._take_up, style))
            for style in STYLES
        ]
        have = "without" if self._form.timestamps else "with"
        return [*once, *ever, Choice(f"From now on copy {have} timestamps", self._switch_times)]

    def _take_up(self, style: Style) -> None:
        self._form = self._form._replace(style=style)
        self._screen.tell(f'To have it always: style = "{style}" under [copy] in config.toml')

    def _switch_times(self) -> None:
        has_times = not self._form.timestamps
        self._form = self._form._replace(timestamps=has_times)
        told = "true" if has_times else "false"
        self._screen.tell(f"To have it always: timestamps = {told} under [copy] in config.toml")
