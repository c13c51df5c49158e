"""What is said at the head of an episode, in words: which it is, and how much of it there is."""

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock


def dispatch(episode: Episode) -> str:
    """`♦ Braid · DISPATCH 008 · 2026-05-20`, or what is known of it, which may be nothing."""
    day = episode.date.isoformat() if episode.date else ""
    return dispatch_from(episode.show, episode.number, day)


def dispatch_from(show: str, number: int | None, day: str) -> str:
    """`dispatch` for what is known of an episode that need not be at hand."""
    which = "" if number is None else f"DISPATCH {number:03}"
    known = [part for part in (show, which, day) if part]
    return "♦ " + " · ".join(known) if known else ""


def extent(episode: Episode) -> str:
    """`00:13:05 · 6 segments · 39 turns`."""
    length = [] if episode.duration is None else [format_clock(episode.duration)]
    segments = counted(len(episode.segments), "segment")
    return " · ".join([*length, segments, counted(len(episode.turns), "turn")])


def counted(count: int, noun: str) -> str:
    """`1 turn`, `1,200 turns`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
