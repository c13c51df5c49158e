"""What stands on a card."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from braidtui.episode.model import Episode, Speaker
from braidtui.episode.timecode import format_clock
from braidtui.formats.citing.authors import day_in_words
from braidtui.formats.citing.excerpt import Excerpt, Said, names_of, said, show_and_number


class CardWords(NamedTuple):
    """The texts of a card, each empty where it is not known."""

    paragraphs: tuple[str, ...]
    names: tuple[str, ...]
    role: str
    craft: str
    """The model that wrote the words and the voice that spoke them."""
    title: str
    show: str
    when: str


def card_words(excerpt: Excerpt) -> CardWords:
    """The words of an excerpt and what is told of them; no paragraphs where there are no words."""
    words, episode = said(excerpt), excerpt.episode
    names = names_of(words)
    alone = speaker_of(excerpt) if len(names) == 1 else None
    return CardWords(
        tuple(_paragraphs(words, named=len(names) > 1)),
        tuple(names),
        alone.role.strip() if alone else "",
        joined(" · ", alone.model, alone.voice) if alone else "",
        episode.title.strip(),
        show_and_number(episode),
        joined(" · ", _day(episode), _time(words)),
    )


def card_text(excerpt: Excerpt) -> str:
    """The card as a text: the quote between its marks, then a line for each thing told."""
    words = card_words(excerpt)
    if not words.paragraphs:
        return ""
    lines = (
        joined(", ", *words.names, words.role),
        words.craft,
        words.title,
        joined(" · ", words.show, words.when),
    )
    told = "\n".join(line for line in lines if line)
    return "“{}”".format("\n\n".join(words.paragraphs)) + (f"\n\n— {told}" if told else "")


def speaker_of(excerpt: Excerpt) -> Speaker | None:
    """Who says the first words, where the cast knows."""
    first = next((span.turn for span in excerpt.spans), None)
    if first is None:
        return None
    return excerpt.episode.speakers_by_id.get(excerpt.episode.turns[first].speaker)


def joined(separator: str, *parts: str) -> str:
    """What is there of some parts."""
    return separator.join(part.strip() for part in parts if part.strip())


def _paragraphs(words: Iterable[Said], *, named: bool) -> Iterator[str]:
    for stretch in words:
        first, *others = stretch.paragraphs
        yield f"{stretch.name}: {first}" if named else first
        yield from others


def _day(episode: Episode) -> str:
    return f"{day_in_words(episode.date)}, {episode.date.year}" if episode.date else ""


def _time(words: Iterable[Said]) -> str:
    start = next((stretch.start for stretch in words), None)
    return "" if start is None else format_clock(start)
