"""The head and the colophon of an episode as lines of styled parts."""

from collections.abc import Iterator
from typing import NamedTuple

from braidtui.episode.model import Episode, Speaker
from braidtui.episode.timecode import format_clock, format_length
from braidtui.find.hit import Field
from braidtui.tui.annotated import Annotated
from braidtui.typeset.cells import cell_len
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.heads import counted, dispatch, extent
from braidtui.typeset.wrap import wrap_body

Part = tuple[str, str]
"""A text and the name of its style; `speaker ID` is that speaker's colour."""
Line = tuple[Part, ...]


class HeadLine(NamedTuple):
    """A line of the head. Where `field` tells which text it is of, `begin` is its place in that."""

    parts: Line
    field: int | None = None
    begin: int = 0


def head(annotated: Annotated, width: int) -> tuple[HeadLine, ...]:
    """What stands above the first segment: dispatch, title, length, quote and cast."""
    episode = annotated.episode
    lines = [HeadLine(())]
    if known := dispatch(episode):
        lines += map(HeadLine, _wrapped(known, width, "heading"))
    lines += _found(Field.EPISODE, episode.title, width, "strong")
    lines += map(HeadLine, _wrapped(extent(episode), width, "muted"))
    if episode.summary:
        lines += [HeadLine(()), *_found(Field.SUMMARY, episode.summary, width, "text")]
    if episode.quotes:
        lines += map(HeadLine, [(), *_pull_quote(annotated, width)])
    lines += map(HeadLine, [(), *_cast(episode, width), ()])
    return tuple(lines)


def head_of_some(shown: int, turns: int) -> tuple[HeadLine, ...]:
    """What stands above a part of the turns, instead of the head: how many are hidden."""
    parts = ((shown_of(shown, turns), "muted"),)
    return HeadLine(()), HeadLine(parts), HeadLine(())


def shown_of(shown: int, turns: int) -> str:
    """`12 of 39 turns · 27 hidden`."""
    return f"{shown:,} of {counted(turns, 'turn')} · {turns - shown:,} hidden"


def colophon(episode: Episode, width: int) -> tuple[Line, ...]:
    """What stands below the last turn: that it ends here, and the note on where it comes from."""
    end = f"♦ End of {episode.title}"
    lines = [*_wrapped(end, width, "heading")]
    if episode.note:
        lines += [(), *_wrapped(episode.note, width, "muted")]
    return (*lines, ())


def length_of_segment(episode: Episode, segment: int) -> str:
    """How long a segment runs, as in `2 min`; empty where no times tell."""
    start, end = episode.segments[segment].start, episode.end_of_segment(segment)
    return "" if start is None or end is None or end < start else format_length(end - start)


def _pull_quote(annotated: Annotated, width: int) -> Iterator[Line]:
    episode, place = annotated.episode, annotated.quotes[0]
    quote, turn = episode.quotes[0], episode.turns[place.turn] if place else None
    for line in _wrapped(f"“{quote.text}”", width - 4, "quote"):
        yield (("  ", "text"), *line)
    speaker = episode.speakers_by_id.get(turn.speaker if turn else quote.speaker)
    start = turn.start if turn else quote.start
    if speaker:
        time = f", {format_clock(start)}" if start is not None else ""
        yield (("  — ", "muted"), (speaker.name, f"speaker {speaker.id}"), (time, "muted"))


def _cast(episode: Episode, width: int) -> Iterator[Line]:
    """One line a speaker where all fits, else a second line for model and voice."""
    rows = [(index, speaker, _machine(speaker)) for index, speaker in enumerate(episode.speakers)]
    names = max((cell_len(speaker.name) for _, speaker, _ in rows), default=0)
    roles = max((cell_len(speaker.role) for _, speaker, _ in rows), default=0)
    machines = max((cell_len(machine) for _, _, machine in rows), default=0)
    for index, speaker, machine in rows:
        style = f"speaker {speaker.id}"
        if 2 + names + 2 + roles + 2 + machines <= width:
            name = speaker.name + " " * (names - cell_len(speaker.name))
            role = speaker.role + " " * (roles - cell_len(speaker.role))
            yield (
                (f"{glyph(index)} {name}", style),
                (f"  {role}", "text"),
                (f"  {machine}", "muted"),
            )
            continue
        for number, line in enumerate(_wrapped(speaker.name, width - 2, style)):
            yield ((f"{glyph(index)} " if number == 0 else "  ", style), *line)
        for line in _wrapped(_joined(speaker.role, machine), width - 2, "muted"):
            yield (("  ", "text"), *line)


def _machine(speaker: Speaker) -> str:
    return _joined(speaker.model, speaker.voice)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _found(field: int, text: str, width: int, style: str) -> Iterator[HeadLine]:
    """The lines of a text in which hits are marked."""
    for span in wrap_body(text, width):
        begin, end = span or (0, 0)
        yield HeadLine(((text[begin:end], style),) if span else (), field, begin)


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [((text[span[0] : span[1]], style),) if span else () for span in wrap_body(text, width)]
