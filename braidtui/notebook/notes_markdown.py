"""What the reader kept of an episode as Markdown, segment by segment, and what it rests on."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.markdown.document import document_head, joined_blocks, segment_head
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.sources import source_blocks, source_marks
from braidtui.formats.markdown.text import markdown_paragraphs, markdown_text
from braidtui.formats.markdown.turns import quoted
from braidtui.library.export.documents import Document, composed, manuscript_of
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import Attached, Part
from braidtui.notebook.grouping import are_same_words, grouped
from braidtui.notebook.kept import Kept, Kind

_LOST = "Not in the text any more"
_KINDS = {Kind.HIGHLIGHT: "Highlight", Kind.QUOTE: "Quote of mine"}


def notes_document(
    opened: Opened,
    attached: Sequence[Attached],
    segments: Sequence[int] | None,
    form: MarkdownForm,
    nth: int = 1,
) -> Document:
    """A document of what was kept, of these segments (from 0) or of all.

    Words that still stand in the text are told as they are now. Those that do not are told as they
    were kept, in a section of their own, where no segments are chosen.
    The `nth` of several documents in one text with the same label has footnotes of its own name.
    """
    manuscript = manuscript_of(opened, form)
    if nth > 1:
        manuscript = replace(manuscript, label=f"{manuscript.label}-{nth}")
    blocks = [*document_head(opened.episode)]
    found = _by_segment(manuscript, attached)
    for segment in sorted(found.keys() if segments is None else found.keys() & set(segments)):
        blocks += segment_head(manuscript, segment)
        for group in grouped(found[segment]):
            blocks += _kept(manuscript, group)
    if segments is None:
        blocks += _lost(manuscript, [one for one in attached if not one.is_whole])
    cited = set(_cited(manuscript, found, segments))
    body = joined_blocks([*blocks, *source_blocks(manuscript, cited)])
    return composed(opened, manuscript, segments, body, part="notes")


def _by_segment(
    manuscript: Manuscript, attached: Sequence[Attached]
) -> Mapping[int, Sequence[Attached]]:
    """What is still in the text, in its order."""
    found: dict[int, list[Attached]] = {}
    for one in sorted((it for it in attached if it.spans), key=lambda it: it.spans[0]):
        found.setdefault(manuscript.episode.segment_of(one.spans[0].turn), []).append(one)
    return found


def _kept(manuscript: Manuscript, group: Sequence[Attached]) -> Iterator[str]:
    """The words of the first, and below them what else is on them."""
    lead = group[0]
    turns = manuscript.episode.turns
    said = [
        (part.anchor.speaker, _now(manuscript, part.spans)) for part in lead.parts if part.spans
    ]
    numbers = [
        n for one in group for span in one.spans for n in manuscript.numbers.of_turn(span.turn)
    ]
    start = manuscript.clock(turns[lead.spans[0].turn].start)
    same = _on_the_same(group)
    attribution = _told([markdown_text(_names(said)), start, _what(same)])
    marks = source_marks(manuscript, dict.fromkeys(numbers))
    yield quoted(manuscript, [*_words(said, lead.kept)], f"{attribution}{marks}")
    yield from _below(group, same, lambda part: _now(manuscript, part.spans))


def _below(
    group: Sequence[Attached], same: Sequence[Attached], words_of: Callable[[Part], str]
) -> Iterator[str]:
    """What the words after the quotation do not tell: some of its words, and notes."""
    for one in group:
        if one not in same and one.kept.kind is not Kind.NOTE:
            words = "\n\n".join(map(words_of, one.parts))
            yield from markdown_paragraphs(f"{_KINDS[one.kept.kind]}: {words}")
        yield from markdown_paragraphs(one.kept.note and f"Note: {one.kept.note}")


def _on_the_same(group: Sequence[Attached]) -> list[Attached]:
    """Those of which a word after the quotation is enough to tell what they are."""
    return [one for one in group if one.kept.kind is Kind.MARK or are_same_words(one, group[0])]


def _now(manuscript: Manuscript, spans: Sequence[TurnSpan]) -> str:
    """Words as they stand in the text now: an interjection may have parted them."""
    return " ".join(manuscript.episode.turns[it.turn].text[it.begin : it.end] for it in spans)


def _lost(manuscript: Manuscript, lost: Sequence[Attached]) -> Iterator[str]:
    """The words that are gone, whoever said them; notes stand with what is still there."""
    if lost:
        yield f"## {_LOST}"
    groups = [[one] for one in lost if one.spans]
    for group in [*grouped(one for one in lost if not one.spans), *groups]:
        lead, same = group[0], _on_the_same(group)
        gone = [part.anchor for part in lead.parts if not part.spans]
        said = [(anchor.speaker, anchor.text) for anchor in gone]
        where = markdown_text(f"“{lead.kept.segment}”") if lead.kept.segment else ""
        names, start = markdown_text(_names(said)), manuscript.clock(gone[0].start)
        told = _told([names, start, _what(same), where])
        yield quoted(manuscript, [*_words(said, lead.kept)], told)
        if not lead.spans:
            yield from _below(group, same, lambda part: part.anchor.text)


def _words(said: Sequence[tuple[str, str]], kept: Kept) -> Iterator[str]:
    """The paragraphs; where several speak, each turn begins with the name."""
    several = len({name for name, _ in said}) > 1
    for name, text in said:
        words = f"{text} …" if kept.kind is Kind.MARK else text
        first, *others = markdown_paragraphs(words) or [""]
        yield f"**{markdown_text(name.strip())}:** {first}" if several else first
        yield from others


def _names(said: Sequence[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(name for name, _ in said if name))


def _what(things: Sequence[Attached]) -> str:
    """What they are, where the words alone do not tell."""
    names = {Kind.MARK: "mark {}", Kind.QUOTE: "quote of mine"}
    told = (names.get(it.kept.kind, "").format(it.kept.mark) for it in things)
    return ", ".join(dict.fromkeys(filter(None, told)))


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
