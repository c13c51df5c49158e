"""Plain text, to be opened anywhere and pasted anywhere: who says what, and when."""

from collections.abc import Iterator

from braidtui.episode.model import Episode, Turn
from braidtui.episode.timecode import format_clock
from braidtui.formats.captions.names import told_names

_SHORTEST_RULE, _LONGEST_RULE = 3, 60


def write_text(episode: Episode) -> str:
    """The episode as text, a line a paragraph, whole seconds for times; titles are underlined.

    A head `Ada Moor 00:12:34` stands over the words of a turn; one that tells no time has its name
    before the words. Sources and quotes are left out.
    """
    return "\n\n".join(_blocks(episode)) + "\n"


def _blocks(episode: Episode) -> Iterator[str]:
    names = told_names(episode)
    yield _underlined(episode.title, "=")
    for segment in episode.segments:
        yield _underlined(segment.title, "-")
        for turn in segment.turns:
            yield _said(turn, names[turn.speaker])


def _underlined(title: str, sign: str) -> str:
    return f"{title}\n{sign * min(max(len(title), _SHORTEST_RULE), _LONGEST_RULE)}"


def _said(turn: Turn, name: str) -> str:
    if turn.start is None:
        return f"{name}: {turn.text}" if name else turn.text
    clock = format_clock(turn.start)
    return f"{name} {clock}\n{turn.text}" if name else f"{clock} {turn.text}"
