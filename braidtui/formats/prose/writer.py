"""Plain text, to be opened anywhere and pasted anywhere: who says what, and when."""

from collections.abc import Iterator

from braidtui.episode.model import Episode, Turn
from braidtui.episode.timecode import format_clock
from braidtui.formats.captions.names import told_names
from braidtui.formats.prose.heads.own import NO_TIME, is_plain_name, underlined


def write_text(episode: Episode) -> str:
    """The episode as text, a line a paragraph, whole seconds for times; titles are underlined.

    A head `Ada Moor 00:12:34` stands over the words of a turn, `Ada Moor --:--:--` of one without a
    time. Where no turn tells one, names stand before the words, unless some name is hard to tell
    from them. Sources and quotes are left out.
    """
    return "\n\n".join(_blocks(episode)) + "\n"


def _blocks(episode: Episode) -> Iterator[str]:
    names = told_names(episode)
    told = {name for name in names.values() if name}
    has_heads = any(turn.start is not None for turn in episode.turns)
    has_heads = has_heads or not all(map(is_plain_name, told))
    yield underlined(episode.title, "=")
    for segment in episode.segments:
        yield underlined(segment.title, "-")
        for turn in segment.turns:
            yield _said(turn, names[turn.speaker], has_heads)


def _said(turn: Turn, name: str, has_heads: bool) -> str:
    clock = NO_TIME if turn.start is None else format_clock(turn.start)
    if name:
        return f"{name} {clock}\n{turn.text}" if has_heads else f"{name}: {turn.text}"
    return turn.text if turn.start is None else f"{clock} {turn.text}"
