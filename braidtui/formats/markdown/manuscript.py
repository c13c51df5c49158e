"""An episode about to become Markdown: what all its documents have in common, found once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from braidtui.episode.model import Episode, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.timecode import format_clock
from braidtui.formats.markdown.form import MarkdownForm


@dataclass(frozen=True)
class Manuscript:
    """An episode and the form it takes; `label` begins the name of each footnote.

    Footnotes are numbered as in the whole episode, whichever segments a document has.
    """

    episode: Episode
    form: MarkdownForm
    label: str

    @cached_property
    def numbers(self) -> SourceNumbers:
        """The sources of the whole episode."""
        return number_sources(self.episode)

    @cached_property
    def quotes(self) -> Mapping[int | None, Sequence[tuple[int, Turn | None]]]:
        """The pull quotes (their index, the turn that says them) by the segment they stand in."""
        quotes: dict[int | None, list[tuple[int, Turn | None]]] = {}
        for index, found in enumerate(find_quotes(self.episode)):
            segment = None if found is None else self.episode.segment_of(found.turn)
            said = None if found is None else self.episode.turns[found.turn]
            quotes.setdefault(segment, []).append((index, said))
        return quotes

    @cached_property
    def block_ids(self) -> Sequence[str]:
        """For each turn a name that a link can lead to; it tells the time, which outlasts edits."""
        return tuple(_block_ids(self.episode.turns))

    def clock(self, milliseconds: int | None) -> str:
        """A time as it is shown, empty where there is none or none is wished for."""
        if milliseconds is None or self.form.timestamps == "none":
            return ""
        return format_clock(milliseconds)

    def name(self, speaker: str) -> str:
        """The name of a speaker, known or not."""
        known = self.episode.speakers_by_id.get(speaker)
        return known.name if known else speaker

    @property
    def is_for_obsidian(self) -> bool:
        """Whether the document may have what Obsidian alone understands."""
        return self.form.flavor == "obsidian"


def _block_ids(turns: Sequence[Turn]) -> Iterator[str]:
    met: Counter[str] = Counter()
    for number, turn in enumerate(turns, start=1):
        if turn.start is None:
            yield f"turn-{number}"
            continue
        time = format_clock(turn.start).replace(":", "-")
        met[time] += 1
        yield time if met[time] == 1 else f"{time}-{met[time]}"
