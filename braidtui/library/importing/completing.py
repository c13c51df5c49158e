"""An episode, completed by what the files beside its transcript tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker
from braidtui.library.importing.told import Told


def completed(episode: Episode, told: Told) -> Episode:
    """What is told wins over what the transcript says; the people told of lend it their roles."""
    if not (told.values or told.cast or told.sources):
        return episode
    cast = _cast(episode.speakers, told.cast)
    changes: dict[str, Any] = dict(told.values)
    if changes.get("duration", _end(episode)) < _end(episode):
        del changes["duration"]
    people = tuple(cast.values())
    quotes = tuple(_of_cast(quote, people) for quote in changes.pop("quotes", ()))
    renamed = replace(
        episode,
        speakers=people,
        segments=tuple(_renamed(segment, cast) for segment in episode.segments),
        quotes=(*(_renamed_quote(quote, cast) for quote in episode.quotes), *quotes),
        sources=_united(told.sources, episode.sources),
    )
    return replace(renamed, **changes)


def _end(episode: Episode) -> int:
    starts = episode.starts
    return starts[-1] if starts else 0


def _cast(speakers: Sequence[Speaker], told: Sequence[Speaker]) -> dict[str, Speaker]:
    """Each speaker by the id in the episode, as told where a name or a label (`SPEAKER_00`, told as
    the id) is the same; nobody gets an id that somebody else has."""
    known = {speaker.id.casefold(): speaker for speaker in told}
    known |= {speaker.name.casefold(): speaker for speaker in told}
    taken = {speaker.id for speaker in speakers}
    cast = {}
    for speaker in speakers:
        person = known.get(speaker.name.casefold())
        if person and (person.id == speaker.id or person.id not in taken):
            taken.add(person.id)
            cast[speaker.id] = person
        elif person:
            cast[speaker.id] = replace(person, id=speaker.id)
        else:
            cast[speaker.id] = speaker
    return cast


def _renamed(segment: Segment, cast: Mapping[str, Speaker]) -> Segment:
    if all(id == speaker.id for id, speaker in cast.items()):
        return segment
    turns = [turn._replace(speaker=cast[turn.speaker].id) for turn in segment.turns]
    return replace(segment, turns=tuple(turns))


def _renamed_quote(quote: Quote, cast: Mapping[str, Speaker]) -> Quote:
    return replace(quote, speaker=cast[quote.speaker].id) if quote.speaker in cast else quote


def _of_cast(quote: Quote, cast: Sequence[Speaker]) -> Quote:
    """A quote may name only who speaks."""
    named = any(quote.speaker == speaker.id for speaker in cast)
    return quote if named else replace(quote, speaker="")


def _united(first: Sequence[Source], second: Sequence[Source]) -> tuple[Source, ...]:
    """All of them, each URL once."""
    urls = {source.url for source in first if source.url}
    return (*first, *(source for source in second if source.url not in urls))
