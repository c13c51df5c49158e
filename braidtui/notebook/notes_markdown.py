"""What the reader kept of an episode as Markdown, segment by segment, and what it rests on."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from braidtui.formats.markdown.document import document_head, joined_blocks, segment_head
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.sources import source_blocks, source_marks
from braidtui.formats.markdown.text import markdown_paragraphs, markdown_text
from braidtui.formats.markdown.turns import quoted
from braidtui.library.export.documents import Document, composed, manuscript_of
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import Attached
from braidtui.notebook.kept import Kept, Kind

_LOST = "Not in the text any more"


def notes_document(
    opened: Opened,
    attached: Sequence[Attached],
    segments: Sequence[int] | None,
    form: MarkdownForm,
) -> Document:
    """A document of what was kept, of these segments (from 0) or of all.

    Words that still stand in the text are told as they are now. Those that do not are told as they
    were kept, in a section of their own, where no segments are chosen.
    """
    manuscript = manuscript_of(opened, form)
    blocks = [*document_head(opened.episode)]
    found = _by_segment(manuscript, attached)
    for segment in sorted(found.keys() if segments is None else found.keys() & set(segments)):
        blocks += segment_head(manuscript, segment)
        for one in found[segment]:
            blocks += _kept(manuscript, one)
    if segments is None:
        blocks += _lost(manuscript, [one.kept for one in attached if not one.spans])
    cited = set(_cited(manuscript, found, segments))
    body = joined_blocks([*blocks, *source_blocks(manuscript, cited)])
    return composed(opened, manuscript, segments, body, part="notes", also={"sources": len(cited)})


def _by_segment(
    manuscript: Manuscript, attached: Sequence[Attached]
) -> Mapping[int, Sequence[Attached]]:
    """What is still in the text, in its order."""
    found: dict[int, list[Attached]] = {}
    for one in sorted((it for it in attached if it.spans), key=lambda it: it.spans[0]):
        found.setdefault(manuscript.episode.segment_of(one.spans[0].turn), []).append(one)
    return found


def _kept(manuscript: Manuscript, attached: Attached) -> Iterator[str]:
    kept, turns = attached.kept, [manuscript.episode.turns[span.turn] for span in attached.spans]
    said = [
        (manuscript.name(turn.speaker), turn.text[span.begin : span.end])
        for turn, span in zip(turns, attached.spans, strict=True)
    ]
    numbers = [n for span in attached.spans for n in manuscript.numbers.of_turn(span.turn)]
    marks = source_marks(manuscript, dict.fromkeys(numbers))
    names = ", ".join(dict.fromkeys(name for name, _ in said))
    attribution = [markdown_text(names), manuscript.clock(turns[0].start), _what(kept)]
    yield quoted(manuscript, [*_words(said)], f"{_told(attribution)}{marks}")
    yield from _note(kept)


def _lost(manuscript: Manuscript, lost: Sequence[Kept]) -> Iterator[str]:
    if lost:
        yield f"## {_LOST}"
    for kept in lost:
        said = [(anchor.speaker, anchor.text) for anchor in kept.anchors]
        told = (markdown_text(kept.speaker), manuscript.clock(kept.start), _what(kept))
        where = markdown_text(f"“{kept.segment}”") if kept.segment else ""
        yield quoted(manuscript, [*_words(said)], _told([*told, where]))
        yield from _note(kept)


def _words(said: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The paragraphs; where several speak, each turn begins with the name."""
    several = len({name for name, _ in said}) > 1
    for name, text in said:
        first, *others = markdown_paragraphs(text) or [""]
        yield f"**{markdown_text(name.strip())}:** {first}" if several else first
        yield from others


def _what(kept: Kept) -> str:
    """What it is, where the words alone do not tell."""
    return {Kind.MARK: f"mark {kept.mark}", Kind.QUOTE: "quote of mine"}.get(kept.kind, "")


def _note(kept: Kept) -> Iterator[str]:
    return iter(markdown_paragraphs(kept.note and f"Note: {kept.note}"))


def _told(parts: Collection[str]) -> str:
    return ", ".join(part for part in parts if part)


def _cited(
    manuscript: Manuscript,
    found: Mapping[int, Sequence[Attached]],
    segments: Sequence[int] | None,
) -> Iterator[int]:
    for segment, attached in found.items():
        if segments is None or segment in segments:
            for span in (span for one in attached for span in one.spans):
                yield from manuscript.numbers.of_turn(span.turn)
