"""The head of a transcript: dispatch, title, length, pull quotes, the cast."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode, Quote
from braidtui.episode.quotes import find_quotes
from braidtui.episode.timecode import format_clock
from braidtui.episode.turn_span import TurnSpan
from braidtui.plain.cast import Cast
from braidtui.plain.paragraphs import Page, body_lines, hanging_lines, joined
from braidtui.plain.transcript_sources import marks
from braidtui.typeset.heads import dispatch, extent

_INDENT = "  "


def title_lines(episode: Episode, page: Page) -> Iterator[str]:
    """Which episode it is."""
    if which := dispatch(episode):
        yield from [*hanging_lines(which, page.width, _INDENT), ""]
    for line in hanging_lines(episode.title, page.width):
        yield page.ink.bold(line)
    yield from hanging_lines(extent(episode), page.width)


def head_lines(episode: Episode, cast: Cast, cited: Sequence[int], page: Page) -> Iterator[str]:
    """What stands before the first segment: summary, quotes, cast, addresses, sources."""
    if episode.summary:
        yield ""
        yield from body_lines(episode.summary, page.width, "")
    for quote, found in zip(episode.quotes, find_quotes(episode), strict=True):
        yield ""
        yield from body_lines(f"“{quote.text}”", page.width, _INDENT)
        if who := _who(episode, quote, found):
            yield from body_lines(f"— {who}", page.width, _INDENT)
    yield ""
    yield from cast.lines()
    addresses = (("Page", episode.url), ("Audio", episode.audio), ("Language", episode.language))
    lines = [f"{label}: {text}" for label, text in addresses if text]
    lines += hanging_lines(f"Sources: {marks(cited)}", page.width) if cited else []
    yield from ["", *lines] if lines else []


def _who(episode: Episode, quote: Quote, found: TurnSpan | None) -> str:
    """Who said a quote, and when: as its turn tells, else as the quote itself does."""
    turn = episode.turns[found.turn] if found else None
    speaker = episode.speakers_by_id.get(turn.speaker if turn else quote.speaker)
    start = turn.start if turn else quote.start
    return joined(
        ", ", speaker.name if speaker else "", "" if start is None else format_clock(start)
    )
