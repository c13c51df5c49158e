"""An episode as plain lines: for a pipe, a pager, a screen reader, a person."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.timecode import format_clock
from braidtui.plain.cast import Cast
from braidtui.plain.excerpt import Part, is_whole
from braidtui.plain.paragraphs import Page, body_lines, hanging_lines, joined
from braidtui.plain.transcript_head import head_lines, title_lines
from braidtui.plain.transcript_sources import marks, source_lines

_INDENT = "  "


def transcript_lines(episode: Episode, parts: Sequence[Part], page: Page) -> Iterator[str]:
    """The lines of these parts, as wide as the page, but for URLs, which stay whole."""
    whole = is_whole(episode, parts)
    numbers = number_sources(episode)
    cast = Cast(episode.speakers, page)
    yield from title_lines(episode, page)
    if whole:
        yield from head_lines(episode, cast, numbers.of_episode, page)
    cited = set(numbers.of_episode if whole else ())
    for part in parts:
        yield from _segment_lines(episode, part, numbers, page)
        cited.update(_own_sources(episode, part.segment, numbers))
        for turn in part.turns:
            yield from _turn_lines(episode, turn, numbers.of_turn(turn), cast, page)
            cited.update(numbers.of_turn(turn))
    yield from source_lines([source for source in numbers.all if source.number in cited], page)
    if whole and episode.note:
        yield ""
        yield from body_lines(f"Note: {episode.note}", page.width, "")


def _segment_lines(
    episode: Episode, part: Part, numbers: SourceNumbers, page: Page
) -> Iterator[str]:
    index = part.segment
    title = joined(" ", f"── {index + 1}.", episode.segments[index].title)
    rule = joined("  ", title, _span(episode, index))
    yield ""
    yield from map(page.ink.bold, hanging_lines(rule, page.width, "   "))
    if own := _own_sources(episode, index, numbers):
        yield from hanging_lines(f"Sources: {marks(own)}", page.width)


def _own_sources(episode: Episode, segment: int, numbers: SourceNumbers) -> Sequence[int]:
    """The numbers that a segment cites itself: they stand before those of its turns."""
    sources = episode.segments[segment].sources
    distinct = {source.url for source in sources if source.url}
    without_url = sum(not source.url for source in sources)
    return numbers.of_segment(segment)[: len(distinct) + without_url]


def _span(episode: Episode, segment: int) -> str:
    """From where to where a segment goes, as far as it is known."""
    start, end = episode.segments[segment].start, episode.end_of_segment(segment)
    if start is None:
        return ""
    return format_clock(start) if end is None else f"{format_clock(start)}–{format_clock(end)}"


def _turn_lines(
    episode: Episode, index: int, cited: Sequence[int], cast: Cast, page: Page
) -> Iterator[str]:
    turn = episode.turns[index]
    yield ""
    yield from cast.name_lines(turn.speaker, "" if turn.start is None else format_clock(turn.start))
    yield from body_lines(joined(" ", turn.text, marks(cited)), page.width, _INDENT)
