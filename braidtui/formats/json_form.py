"""An episode as JSON holds it: the structure and the names of the episode file.

Keys, always all of them, absent texts, numbers and times null, absent lists empty:

    show, number, date ("YYYY-MM-DD"), title, duration, summary, url, audio, language, note
    speakers   by id: {name, role, model, voice, color}
    quotes     [{text, speaker, start, stated}]; speaker and start are those of the turn that has
               the words, null where none has; stated {speaker, start} is what the file says
    sources    [{url, title, site, date}], here those of the whole episode
    segments   [{title, start, sources, turns}]; a turn is {speaker, start, text, sources}

Times are seconds: a whole number, or a fraction where there are milliseconds. Paragraphs of a text
are parted by a blank line. Keys may be added, none is taken away. `own_json` reads it back.
"""

import json
from collections.abc import Iterable

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.quotes import find_quotes

Json = dict[str, object]


def episode_json(episode: Episode) -> Json:
    """The episode as a value that `json.dumps` takes, its keys in the order of the file."""
    return {
        "show": episode.show or None,
        "number": episode.number,
        "date": episode.date.isoformat() if episode.date else None,
        "title": episode.title,
        "duration": seconds(episode.duration),
        "summary": episode.summary or None,
        "url": episode.url or None,
        "audio": episode.audio or None,
        "language": episode.language or None,
        "note": episode.note or None,
        "speakers": {speaker.id: _speaker(speaker) for speaker in episode.speakers},
        "quotes": _quotes(episode),
        "sources": _sources(episode.sources),
        "segments": [_segment(segment) for segment in episode.segments],
    }


def file_text(document: Json) -> str:
    """A document as the text of a file, in Unicode and indented."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def seconds(milliseconds: int | None) -> int | float | None:
    """Milliseconds as seconds: whole where they are, None where there are none."""
    if milliseconds is None:
        return None
    return milliseconds / 1000 if milliseconds % 1000 else milliseconds // 1000


def _speaker(speaker: Speaker) -> Json:
    return {
        "name": speaker.name,
        "role": speaker.role or None,
        "model": speaker.model or None,
        "voice": speaker.voice or None,
        "color": speaker.color or None,
    }


def _quotes(episode: Episode) -> list[Json]:
    turns = [found and episode.turns[found.turn] for found in find_quotes(episode)]
    return [
        {
            "text": quote.text,
            "speaker": turn.speaker if turn else None,
            "start": seconds(turn.start) if turn else None,
            "stated": {"speaker": quote.speaker or None, "start": seconds(quote.start)},
        }
        for quote, turn in zip(episode.quotes, turns, strict=True)
    ]


def _sources(sources: Iterable[Source]) -> list[Json]:
    return [
        {
            "url": source.url or None,
            "title": source.title or None,
            "site": source.site or None,
            "date": source.date.isoformat() if source.date else None,
        }
        for source in sources
    ]


def _segment(segment: Segment) -> Json:
    return {
        "title": segment.title,
        "start": seconds(segment.start),
        "sources": _sources(segment.sources),
        "turns": [_turn(turn) for turn in segment.turns],
    }


def _turn(turn: Turn) -> Json:
    return {
        "speaker": turn.speaker,
        "start": seconds(turn.start),
        "text": turn.text,
        "sources": _sources(turn.sources),
    }
