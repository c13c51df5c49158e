"""What is kept in the open episode, where it stands now: in the text, the panes, and by turn."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from braidtui.episode.model import Episode, Quote
from braidtui.library.opened import Opened
from braidtui.notebook.places import Notebook, NotebookError
from braidtui.tui.panes.quotes import ShownQuote
from braidtui.tui.transcript.kept_marks import KeptMarks, Stretch, merged

if TYPE_CHECKING:  # the first frame needs nothing that is kept
    from braidtui.notebook.attaching import Attached
    from braidtui.notebook.keepsakes import Keepsakes
    from braidtui.notebook.kept import Kept, Kind
    from braidtui.tui.reader.screen import ReaderScreen

SECONDS_BETWEEN_LOOKS = 1.0


class Reading(NamedTuple):
    """What the notebook holds of an episode, at one state of the notebook."""

    opened: Opened
    revision: int
    attached: "tuple[Attached, ...]"


class KeptHere:
    """Reads the notebook again when this reader or another one has changed it."""

    def __init__(self, screen: "ReaderScreen", notebook: Notebook | None) -> None:
        self._screen = screen
        self._notebook = notebook
        self._reading: Reading | None = None
        self._failure = ""

    @property
    def keepsakes(self) -> "Keepsakes":
        """The notebook's; raises NotebookError where there is none."""
        if self._notebook is None:
            raise NotebookError("there is no notebook to keep that in")
        return self._notebook.keepsakes

    @property
    def attached(self) -> "tuple[Attached, ...]":
        """What is known to be kept of the open episode; nothing before it was read."""
        reading = self._reading
        return reading.attached if reading and reading.opened is self._screen.opened else ()

    def show(self) -> None:
        """Another episode, or a corrected one: find in it what was kept of it."""
        if self._notebook is not None:
            opened = self._screen.opened
            self._screen.deeds.do(lambda: self.read(opened), self.draw)

    def read(self, opened: Opened) -> Reading:
        """What is kept of an episode; raises NotebookError. For a thread."""
        from braidtui.notebook.attaching import attach

        revision = self.keepsakes.revision()
        return Reading(opened, revision, attach(opened.episode, self.keepsakes.of(opened)))

    def read_now(self) -> None:
        """Know what is kept of the open episode, if it was not read yet; a failure is told."""
        if self._reading is None or self._reading.opened is not self._screen.opened:
            try:
                self.draw(self.read(self._screen.opened))
            except NotebookError as error:
                self._screen.complain(str(error))

    def everything(self) -> "tuple[Kept, ...]":
        """What is kept of all episodes; raises NotebookError. For a thread."""
        return self.keepsakes.all()

    def draw(self, reading: Reading) -> None:
        """Show what was read, unless another episode is open by now."""
        for notice in self.keepsakes.notices():
            self._screen.complain(notice)
        if reading.opened is self._screen.opened:
            self._reading = reading
            episode = reading.opened.episode
            self._screen.show_kept(
                kept_marks(reading.attached), own_quotes(episode, reading.attached)
            )

    async def look(self) -> None:
        """Show what another reader has kept or dropped; a failure is told once."""
        if self._notebook is None:
            return
        try:
            revision, self._failure = await asyncio.to_thread(self.keepsakes.revision), ""
        except NotebookError as error:
            if str(error) != self._failure:
                self._failure = str(error)
                self._screen.complain(self._failure)
            return
        if self._reading is not None and self._reading.revision != revision:
            self.show()


def kept_marks(attached: "Sequence[Attached]") -> KeptMarks:
    """What is kept, by the turns it stands in now; what is nowhere is left out."""
    from braidtui.notebook.kept import Kind

    return KeptMarks(
        _stretches(attached, Kind.HIGHLIGHT),
        _stretches(attached, Kind.QUOTE),
        _by_turn((it.spans[-1].turn, it.kept.note) for it in attached if it.spans and it.kept.note),
        {
            turn: "".join(sorted(letters))
            for turn, letters in _by_turn(
                (it.spans[0].turn, it.kept.mark) for it in attached if it.spans and it.kept.mark
            ).items()
        },
    )


def own_quotes(episode: Episode, attached: "Sequence[Attached]") -> tuple[ShownQuote, ...]:
    """The reader's own quotes, for their pane; one that is gone from the text has its old words."""
    from braidtui.notebook.kept import Kind

    quotes = (it for it in attached if it.kept.kind == Kind.QUOTE)
    return tuple(ShownQuote(_quote(episode, it), it.spans, is_own=True) for it in quotes)


def _quote(episode: Episode, attached: "Attached") -> Quote:
    kept, spans = attached.kept, attached.spans
    if spans:
        words = (episode.turns[it.turn].text[it.begin : it.end] for it in spans)
        return Quote("\n\n".join(words))
    speaker = (it.id for it in episode.speakers if it.name == kept.speaker)
    return Quote(kept.text, next(speaker, ""), kept.start)


def _stretches(attached: "Sequence[Attached]", kind: "Kind") -> Mapping[int, Sequence[Stretch]]:
    spans = (span for it in attached if it.kept.kind == kind for span in it.spans)
    by_turn: dict[int, list[Stretch]] = {}
    for turn, begin, end in spans:
        by_turn.setdefault(turn, []).append((begin, end))
    return {turn: merged(stretches) for turn, stretches in by_turn.items()}


def _by_turn(pairs: Iterator[tuple[int, str]]) -> dict[int, list[str]]:
    by_turn: dict[int, list[str]] = {}
    for turn, text in pairs:
        by_turn.setdefault(turn, []).append(text)
    return by_turn
