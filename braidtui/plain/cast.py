"""The cast on a page: each speaker by sign, name and colour."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Speaker
from braidtui.plain.ink import speaker_styles
from braidtui.plain.paragraphs import Page, hanging_lines, joined
from braidtui.typeset.cells import cell_len
from braidtui.typeset.glyphs import glyph

_INDENT = "  "


class Cast:
    """Knows how each speaker of an episode is written."""

    def __init__(self, speakers: Sequence[Speaker], page: Page) -> None:
        self._speakers = speakers
        self._page = page
        self._styles = speaker_styles(speakers)
        self._names = {
            speaker.id: f"{glyph(index)} {speaker.name}" for index, speaker in enumerate(speakers)
        }

    def name_lines(self, speaker: str, beside: str = "") -> Iterator[str]:
        """The speaker with this id, and dim beside it a text: on the same line where it fits."""
        ink, style, name = self._page.ink, self._styles[speaker], self._names[speaker]
        if cell_len(name) + 2 + cell_len(beside) <= self._page.width:
            yield joined("  ", ink.styled(style, name), ink.dim(beside))
            return
        for line in hanging_lines(name, self._page.width, _INDENT):
            yield ink.styled(style, line)
        if beside:
            for line in hanging_lines(beside, self._page.width - len(_INDENT)):
                yield _INDENT + ink.dim(line)

    def lines(self) -> Iterator[str]:
        """The whole cast, each with role, model and voice."""
        for speaker in self._speakers:
            craft = joined(" · ", speaker.role, speaker.model, speaker.voice)
            yield from self.name_lines(speaker.id, craft)
