"""An excerpt: some stretches of an episode's turns, and what was said in them."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.turn_span import TurnSpan


class Excerpt(NamedTuple):
    """What is taken out of an episode: whole turns or parts of them, in the order of turns."""

    episode: Episode
    spans: tuple[TurnSpan, ...]


class Said(NamedTuple):
    """What an excerpt has of one turn. `start` is the turn's own, in milliseconds."""

    turn: int
    name: str
    role: str
    start: int | None
    paragraphs: tuple[str, ...]


def said(excerpt: Excerpt) -> tuple[Said, ...]:
    """The words turn by turn; a turn of which there are none is left out."""
    by_turn = groupby(excerpt.spans, key=lambda span: span.turn)
    stretches = (_said(excerpt.episode, turn, spans) for turn, spans in by_turn)
    return tuple(stretch for stretch in stretches if stretch.paragraphs)


def spans_of_segment(episode: Episode, segment: int) -> tuple[TurnSpan, ...]:
    """All that is said in a segment."""
    first = episode.first_turns[segment]
    turns = enumerate(episode.segments[segment].turns, start=first)
    return tuple(TurnSpan(index, 0, len(turn.text)) for index, turn in turns)


def names_of(words: Iterable[Said]) -> tuple[str, ...]:
    """Who speaks, each once, in order of appearance."""
    return tuple(dict.fromkeys(stretch.name for stretch in words))


def show_and_number(episode: Episode) -> str:
    """`Braid No. 8`, or as much of it as is known."""
    number = "" if episode.number is None else f"No. {episode.number}"
    return " ".join(part for part in (episode.show.strip(), number) if part)


def _said(episode: Episode, index: int, spans: Iterable[TurnSpan]) -> Said:
    turn = episode.turns[index]
    speaker = episode.speakers_by_id.get(turn.speaker)
    name, role = (speaker.name, speaker.role) if speaker else (turn.speaker, "")
    parts = [_paragraphs(turn.text[span.begin : span.end]) for span in spans]
    return Said(index, name.strip(), role.strip(), turn.start, _joined(parts))


def _joined(parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Several stretches of one turn as one, with an ellipsis for what was between them."""
    paragraphs: list[str] = []
    for part in filter(None, parts):
        before = f"{paragraphs.pop()} … " if paragraphs else ""
        paragraphs += [before + part[0], *part[1:]]
    return tuple(paragraphs)


def _paragraphs(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := part.strip())]
