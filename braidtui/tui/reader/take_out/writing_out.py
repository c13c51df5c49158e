"""Writing files: a segment or the episode as Markdown, words as a picture."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from braidtui.config.settings import Exporting
from braidtui.tui.reader.keep.chosen import Chosen

if TYPE_CHECKING:
    from braidtui.library.export.plan import Plan, Written
    from braidtui.tui.reader.screen import ReaderScreen


class WritingOut:
    """Asks for the path, in the folder that the person set, or in the one last written to."""

    def __init__(self, screen: "ReaderScreen", form: Exporting) -> None:
        self._screen = screen
        self._form = form
        self._folder: Path | None = form.folder

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By command id, what it does."""
        return {
            "export_segment": self.write_segment,
            "export_episode": self.write_episode,
            "save_card": self.save_card,
        }

    def write_segment(self) -> None:
        """The segment being read."""
        place = self._screen.transcript.place
        segment = self._screen.opened.episode.segment_of(place.turn)
        self._write_markdown(f"Segment {segment + 1} as Markdown", (segment,))

    def write_episode(self) -> None:
        """All of it."""
        self._write_markdown("The episode as Markdown", None)

    def save_card(self) -> None:
        """The quote under the cursor, the selection or the turn being read, as a picture."""
        from braidtui.formats.card import drawn_card
        from braidtui.formats.citing import Excerpt
        from braidtui.library.export.names import card_name
        from braidtui.library.export.plan import plan_whole

        if chosen := Chosen.of(self._screen):
            card = drawn_card(Excerpt(chosen.opened.episode, chosen.spans))
            name = card_name(chosen.opened, chosen.spans)
            title = f"A card as SVG: {card.shortening}" if card.shortening else "A card as SVG"
            self._ask(title, name, lambda path: plan_whole(path, name, card.svg))

    def _write_markdown(self, title: str, segments: tuple[int, ...] | None) -> None:
        from braidtui.formats.markdown.form import MarkdownForm
        from braidtui.library.export.documents import documents
        from braidtui.library.export.plan import plan

        form = MarkdownForm(self._form.timestamps, self._form.sources, self._form.flavor)
        (document,) = documents(self._screen.opened, segments, form)
        self._ask(title, document.name, lambda path: plan(path, document))

    def _ask(self, title: str, name: str, plan: "Callable[[Path], Plan]") -> None:
        from braidtui.tui.dialogs.writing_file import WriteFile

        try:
            path = (self._folder or Path.cwd()) / name
        except FileNotFoundError:  # the folder we began in is gone
            path = Path(name)
        self._screen.app.push_screen(WriteFile(title, path, plan), self._tell)

    def _tell(self, written: "Written | None") -> None:
        if written is None:
            return
        self._folder = written.path.parent
        words = {"new": "Written", "same": "Nothing to change in"}.get(
            written.deed, written.deed.capitalize()
        )
        kept = f" (what was there is now {written.copy.name})" if written.copy else ""
        self._screen.tell(f"{words}: {written.path}{kept}")
