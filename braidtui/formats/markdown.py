"""Markdown: a transcript to keep among one's notes, with its sources as footnotes."""

from collections.abc import Iterable, Iterator

from braidtui.episode.model import Episode, Quote, Source, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.episode.sources import SourceNumbers, number_sources
from braidtui.episode.timecode import format_time
from braidtui.episode.web_address import refusal
from braidtui.formats.markdown_text import markdown_text


def write_markdown(episode: Episode) -> str:
    """The episode as Markdown, unwrapped: a heading a segment, a paragraph a paragraph of a turn.

    No text becomes markup. A source is one footnote; only http and https URLs become links.
    """
    return "\n\n".join(block for block in _blocks(episode) if block) + "\n"


def _blocks(episode: Episode) -> Iterator[str]:
    numbers = number_sources(episode)
    quotes = _quotes_by_segment(episode)
    yield f"# {markdown_text(episode.title)}"
    yield _facts(episode)
    yield from _paragraphs(episode.summary)
    yield _citing("Sources:", numbers.of_episode)
    yield from quotes.get(None, ())
    for index in range(len(episode.segments)):
        yield from _segment(episode, index, numbers, quotes.get(index, ()))
    yield from _paragraphs(episode.note and f"Note: {episode.note}")
    yield "\n".join(f"[^{number}]: {_source(source)}" for number, source in numbers.all)


def _facts(episode: Episode) -> str:
    """One line on where the episode comes from, as far as that is known."""
    facts = (
        markdown_text(episode.show),
        "" if episode.number is None else f"dispatch {episode.number}",
        episode.date.isoformat() if episode.date else "",
        "" if episode.duration is None else format_time(episode.duration),
    )
    return " · ".join(fact for fact in facts if fact)


def _segment(
    episode: Episode, index: int, numbers: SourceNumbers, quotes: Iterable[str]
) -> Iterator[str]:
    segment, first = episode.segments[index], episode.first_turns[index]
    yield f"## {markdown_text(segment.title)}"
    yield _times(segment.start, episode.end_of_segment(index))
    yield _citing("Sources:", _own_numbers(segment.sources, numbers.of_segment(index)))
    yield from quotes
    for at, turn in enumerate(segment.turns, start=first):
        yield from _turn(episode, turn, numbers.of_turn(at))


def _times(start: int | None, end: int | None) -> str:
    if start is None:
        return ""
    return format_time(start) + ("" if end is None else f"–{format_time(end)}")


def _own_numbers(sources: Iterable[Source], of_segment: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of a segment's own sources: they stand before those of its turns."""
    own = [source.url for source in sources]
    return of_segment[: len({url for url in own if url}) + own.count("")]


def _turn(episode: Episode, turn: Turn, cited: Iterable[int]) -> Iterator[str]:
    """The paragraphs of a turn: time, name and role before the first, footnotes after the last."""
    speaker = episode.speakers_by_id.get(turn.speaker)
    name = markdown_text(speaker.name if speaker else turn.speaker)
    role = f" ({markdown_text(speaker.role)})" if speaker and speaker.role else ""
    time = "" if turn.start is None else f"[{format_time(turn.start)}] "
    first, *others = [*_paragraphs(turn.text)] or [""]
    *before, last = [f"**{time}{name}{role}:** {first}".rstrip(), *others]
    yield from before
    yield last + _marks(cited)


def _quotes_by_segment(episode: Episode) -> dict[int | None, list[str]]:
    """The pull quotes by the segment they stand in, None for those that stand in none."""
    quotes: dict[int | None, list[str]] = {}
    for quote, found in zip(episode.quotes, find_quotes(episode), strict=True):
        segment = None if found is None else episode.segment_of(found.turn)
        said = None if found is None else episode.turns[found.turn]
        quotes.setdefault(segment, []).append(_quote(episode, quote, said))
    return quotes


def _quote(episode: Episode, quote: Quote, said: Turn | None) -> str:
    id, start = (said.speaker, said.start) if said else (quote.speaker, quote.start)
    speaker = episode.speakers_by_id.get(id)
    name = markdown_text(speaker.name if speaker else id)
    time = "" if start is None else format_time(start)
    attribution = ", ".join(part for part in (name, time) if part)
    return f"> {markdown_text(quote.text)}" + (f"\n>\n> — {attribution}" if attribution else "")


def _source(source: Source) -> str:
    parts = [source.title, source.site, source.date.isoformat() if source.date else ""]
    told = [markdown_text(part) for part in parts if part]
    if source.url:
        told.append(markdown_text(source.url) if refusal(source.url) else _link(source.url))
    return ", ".join(told)


def _link(url: str) -> str:
    return f"<{url.replace('<', '%3C').replace('>', '%3E')}>"


def _citing(words: str, numbers: Iterable[int]) -> str:
    marks = _marks(numbers)
    return f"{words} {marks}" if marks else ""


def _marks(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _paragraphs(text: str) -> list[str]:
    return [shown for line in text.split("\n") if (shown := markdown_text(line))]
