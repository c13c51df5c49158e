"""The segments that `-s` chooses: `2`, `s2`, `2-4`, `1,3`, counted from 1, or words of a title."""

import re
from collections.abc import Sequence

from braidtui.cli.outcome import CommandRefused
from braidtui.episode.model import Episode
from braidtui.episode.problem import shortened
from braidtui.library.episode_names import folded
from braidtui.typeset.heads import counted

_RANGE = re.compile(r"s?(\d{1,6})(?:-s?(\d{1,6}))?", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MOST_NAMED = 5


def chosen_segments(asked: tuple[str, ...], episode: Episode) -> frozenset[int] | None:
    """The indices (from 0) of the segments asked for, None for all.

    Raises CommandRefused for what is no segment of the episode.
    """
    if not asked:
        return None
    chosen: set[int] = set()
    for text in asked:
        parts = [part.strip() for part in text.split(",")]
        if any(_RANGE.fullmatch(part) for part in parts):
            for part in parts:
                chosen.update(_numbered(part, len(episode.segments)))
        else:
            chosen.add(_titled(text, episode))
    return frozenset(chosen)


def _numbered(text: str, count: int) -> range:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise CommandRefused(f"-s {text}: not a segment's number, nor a range such as 2-4")
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last:
        raise CommandRefused(f"-s {text}: runs backwards: {last}-{first} is the range")
    if not 1 <= first <= last <= count:
        raise CommandRefused(f"-s {text}: the episode has {counted(count, 'segment')}")
    return range(first - 1, last)


def _titled(text: str, episode: Episode) -> int:
    """The segment of that title, or the only one that has these words in its title."""
    titles = [folded(segment.title) for segment in episode.segments]
    wanted = folded(text).strip()
    words = set(_WORD.findall(wanted))
    found = [index for index, title in enumerate(titles) if title == wanted]
    found = found or [i for i, it in enumerate(titles) if words and words <= set(_WORD.findall(it))]
    if not found:
        raise CommandRefused(f"-s {text}: no segment's number or range (2-4), nor of its title")
    if len(found) > 1:
        raise CommandRefused(shortened(f"-s {text}: fits {_named(found, episode)}"))
    return found[0]


def _named(found: Sequence[int], episode: Episode) -> str:
    named = [f's{index + 1} "{episode.segments[index].title}"' for index in found[:_MOST_NAMED]]
    more = [f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else []
    return ", ".join([*named, *more])
