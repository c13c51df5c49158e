"""The writer of episode files: stable bytes that read back as an equal Episode."""

from collections.abc import Iterator
from typing import Any

from braidtui.episode.fields import EPISODE, QUOTE, SEGMENT, SOURCE, SPEAKER, TURN, Kind, Shape
from braidtui.episode.model import Episode, Source, Speaker
from braidtui.episode.timecode import format_time
from braidtui.episode.yaml_scalars import WIDTH, paragraphs, scalar

_LONGEST_SIMPLE_KEY = 120  # YAML itself allows 1024 characters
_LISTED = {Kind.QUOTES: QUOTE, Kind.SEGMENTS: SEGMENT, Kind.TURNS: TURN}
_FOLDED = {(EPISODE, "summary"), (EPISODE, "note"), (QUOTE, "text"), (TURN, "text")}


def write_episode(episode: Episode) -> str:
    """The YAML file of an episode: keys in the order of the fields, what is absent left out.

    It reads back equal where the episode keeps the rules of the file: known speakers, starts that
    run forward, no segment that tells less than its first turn.
    """
    return "\n".join([*_mapping(episode, EPISODE, 0), ""])


def _mapping(value: object, shape: Shape, indent: int) -> Iterator[str]:
    """The lines of a mapping, each indented."""
    margin = " " * indent
    for field in shape.fields:
        content = getattr(value, field.key)
        if content is None or content in ("", ()):
            continue
        lead = f"{margin}{field.key}: "
        if isinstance(content, tuple):
            if shape is EPISODE:
                yield ""
            yield lead.rstrip()
            yield from _nested(content, field.kind, indent + 2)
        elif (shape, field.key) in _FOLDED:
            yield lead + paragraphs(content, indent + 2, len(lead))
        else:
            yield lead + _plain(content, field.kind)


def _nested(content: tuple[Any, ...], kind: Kind, indent: int) -> Iterator[str]:
    for value in content:
        if kind is Kind.SPEAKERS:
            yield from _speaker(value, indent)
        elif kind is Kind.SOURCES:
            yield from _source(value, indent)
        else:
            yield from _item(value, _LISTED[kind], indent)


def _item(value: object, shape: Shape, indent: int) -> Iterator[str]:
    """A mapping as an item of a list."""
    first, *others = _mapping(value, shape, indent + 2)
    yield f"{' ' * indent}- {first[indent + 2 :]}"
    yield from others


def _speaker(speaker: Speaker, indent: int) -> Iterator[str]:
    margin, key = " " * indent, scalar(speaker.id)
    is_simple = len(key) <= _LONGEST_SIMPLE_KEY
    yield f"{margin}{key}:" if is_simple else f"{margin}? {key}\n{margin}:"
    yield from _mapping(speaker, SPEAKER, indent + 2)


def _source(source: Source, indent: int) -> Iterator[str]:
    """A bare URL, a mapping on one line, or one line a key where that would be too long."""
    margin = " " * indent
    if source == Source(url=source.url):
        yield f"{margin}- {scalar(source.url)}"
        return
    told = [(field, getattr(source, field.key)) for field in SOURCE.fields]
    pairs = [f"{f.key}: {_plain(value, f.kind, in_flow=True)}" for f, value in told if value]
    line = f"{margin}- {{{', '.join(pairs)}}}"
    if len(line) <= WIDTH:
        yield line
    else:
        yield from _item(source, SOURCE, indent)


def _plain(content: Any, kind: Kind, *, in_flow: bool = False) -> str:
    match kind:
        case Kind.NUMBER:
            return str(content)
        case Kind.DATE:
            return str(content.isoformat())
        case Kind.TIME:
            return format_time(content)
        case _:
            return scalar(content, in_flow=in_flow)
