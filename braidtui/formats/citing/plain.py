"""The plain form: the words, and a line on whose they are."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode
from braidtui.episode.timecode import format_clock
from braidtui.formats.citing.excerpt import Said, show_and_number
from braidtui.formats.citing.quotation import nested


def cite_plainly(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> str:
    """One turn in quotation marks; several as `[00:00:24] Name: words`; then the attribution."""
    if len(words) == 1:
        quoted = "“{}”".format("\n\n".join(words[0].paragraphs))
    else:
        quoted = "\n\n".join(_turn(stretch, timestamps=timestamps) for stretch in words)
    told = ", ".join(attribution(episode, words, timestamps=timestamps))
    return f"{quoted}\n\n— {told}" if told else quoted


def attribution(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> Iterator[str]:
    """Who, show and number, title, date, time, URL: what of it is known."""
    title = episode.title.strip()
    yield from filter(
        None,
        (
            words[0].name if len(words) == 1 else "",
            show_and_number(episode),
            f"“{nested(title)}”" if title else "",
            episode.date.isoformat() if episode.date else "",
            times(words) if timestamps else "",
            episode.url,
        ),
    )


def times(words: Sequence[Said]) -> str:
    """From where the first turn starts to where the last one does, as far as they tell."""
    ends = dict.fromkeys(stretch.start for stretch in (words[0], words[-1]))
    return "–".join(format_clock(end) for end in ends if end is not None)


def _turn(stretch: Said, *, timestamps: bool) -> str:
    time = f"[{format_clock(stretch.start)}] " if timestamps and stretch.start is not None else ""
    return f"{time}{stretch.name}: " + "\n\n".join(stretch.paragraphs)
