"""The body of a Markdown document: a heading a segment, a paragraph a paragraph of a turn."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.formats.markdown.sources import own_source_marks, source_blocks
from braidtui.formats.markdown.text import markdown_paragraphs, markdown_text
from braidtui.formats.markdown.turns import quote_block, turn_blocks


def write_markdown(episode: Episode) -> str:
    """The whole episode, without front matter."""
    label = "" if episode.number is None else f"{episode.number:03}"
    return markdown_body(Manuscript(episode, MarkdownForm(), label), None)


def markdown_body(manuscript: Manuscript, segments: Sequence[int] | None) -> str:
    """The episode, or these of its segments (from 0), as Markdown, unwrapped.

    No text becomes markup. A source is one footnote; only http and https URLs become links. What
    is of no segment stands in a document of the whole alone, but for the note on the words.
    """
    whole = segments is None
    chosen = range(len(manuscript.episode.segments)) if segments is None else segments
    blocks = [*document_head(manuscript.episode), *(_of_no_segment(manuscript) if whole else ())]
    for segment in chosen:
        blocks += _segment(manuscript, segment)
    note = manuscript.episode.note
    blocks += markdown_paragraphs(note and f"Note: {note}")
    blocks += source_blocks(manuscript, _cited(manuscript, chosen, whole))
    return joined_blocks(blocks)


def document_head(episode: Episode) -> Iterator[str]:
    """The title, and one line on where the episode comes from, as far as that is known."""
    yield f"# {markdown_text(episode.title)}"
    facts = (
        markdown_text(episode.show),
        "" if episode.number is None else f"dispatch {episode.number}",
        episode.date.isoformat() if episode.date else "",
        "" if episode.duration is None else format_clock(episode.duration),
    )
    yield " · ".join(fact for fact in facts if fact)


def joined_blocks(blocks: Sequence[str]) -> str:
    """Blocks as a document, parted by blank lines."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def segment_head(manuscript: Manuscript, segment: int) -> Iterator[str]:
    """The title of a segment, and its line of times."""
    episode = manuscript.episode
    yield f"## {markdown_text(episode.segments[segment].title)}"
    start = manuscript.clock(episode.segments[segment].start)
    end = manuscript.clock(episode.end_of_segment(segment))
    yield f"{start}–{end}" if start and end else start


def _of_no_segment(manuscript: Manuscript) -> Iterator[str]:
    yield from markdown_paragraphs(manuscript.episode.summary)
    yield own_source_marks(manuscript, None)
    yield from _quotes(manuscript, None)


def _segment(manuscript: Manuscript, segment: int) -> Iterator[str]:
    yield from segment_head(manuscript, segment)
    yield own_source_marks(manuscript, segment)
    yield from _quotes(manuscript, segment)
    first = manuscript.episode.first_turns[segment]
    for turn in range(first, first + len(manuscript.episode.segments[segment].turns)):
        yield from turn_blocks(manuscript, turn)


def _quotes(manuscript: Manuscript, segment: int | None) -> Iterator[str]:
    for index, said in manuscript.quotes.get(segment, ()):
        yield quote_block(manuscript, manuscript.episode.quotes[index], said)


def _cited(manuscript: Manuscript, segments: Sequence[int], whole: bool) -> Iterator[int]:
    if whole:
        yield from manuscript.numbers.of_episode
    for segment in segments:
        yield from manuscript.numbers.of_segment(segment)
