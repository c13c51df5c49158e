"""What the two bars of the reader say."""

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.tui.commands import COMMANDS, shown_keys


def headline(episode: Episode) -> tuple[str, ...]:
    """Show, number and title."""
    number = f"{episode.number:03}" if episode.number is not None else ""
    name = " ".join(part for part in (episode.show, number) if part)
    return (" · ".join(part for part in (name, episode.title) if part),)


def status(episode: Episode, turn: int, fraction: float) -> tuple[str, ...]:
    """Percent, time of the turn and segment k of n, with its title."""
    parts = [f"{fraction:>4.0%}"]
    if turn < len(episode.turns) and (start := episode.turns[turn].start) is not None:
        whole = f" / {format_clock(episode.duration)}" if episode.duration else ""
        parts.append(format_clock(start) + whole)
    segment = episode.segment_of(turn)
    if 0 <= segment < len(episode.segments):
        parts.append(f"{segment + 1} of {len(episode.segments)}")
        parts.append(episode.segments[segment].title)
    return tuple(parts)


def hints(keymap: dict[str, str]) -> tuple[str, ...]:
    """The keys that a newcomer looks for, as `L library  ? help`: all, or the last few."""
    hinted = [command for command in COMMANDS if command.hint]
    keys = [shown_keys(keymap.get(it.id, it.keys).split(",")[0]) for it in hinted]
    told = [f"{key} {command.hint}" for key, command in zip(keys, hinted, strict=True)]
    return tuple("  ".join(told[-count:]) for count in (len(told), 3, 2))
