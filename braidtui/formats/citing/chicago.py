"""The form of the Chicago Manual of Style, 17th edition: notes and bibliography, 14.267."""

from collections.abc import Sequence

from braidtui.episode.model import Episode
from braidtui.formats.citing.authors import authors_of, day_in_words, part_of_authors
from braidtui.formats.citing.excerpt import Said
from braidtui.formats.citing.names import family_first
from braidtui.formats.citing.quotation import (
    block,
    introduction,
    is_block,
    quoted_title,
    run_in,
    spoken_clock,
    stopped,
)

_LONG = 100  # words, 13.10
_MOST_IN_NOTE = 3  # authors, 14.76
_MOST_IN_BIBLIOGRAPHY, _KEPT_IN_BIBLIOGRAPHY = 10, 7


def cite_in_chicago(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> str:
    """The quotation, its note, and the entry for the bibliography."""
    before = introduction(words, authors_of(episode))
    if is_block(words, _LONG):
        quoted = "\n\n".join(filter(None, [before, f"{block(words)}¹"]))
    else:
        quoted = " ".join(filter(None, [before, f"{run_in(words, '.')}¹"]))
    at = words[0].start if timestamps else None
    return f"{quoted}\n\n1. {_note(episode, at)}\n\n{_entry(episode)}"


def _note(episode: Episode, at: int | None) -> str:
    names = authors_of(episode)
    authors = f"{names[0]} et al." if len(names) > _MOST_IN_NOTE else _listed(names)
    title = quoted_title(episode.title.strip(), ",") if episode.title.strip() else ""
    after = (
        _day(episode),
        f"in {episode.show.strip()}" if episode.show.strip() else "",
        _number(episode),
        "podcast, transcript",
        "" if episode.duration is None else spoken_clock(episode.duration),
        "" if at is None else f"at {spoken_clock(at)}",
        episode.url,
    )
    before = ", ".join(filter(None, [authors, title]))
    separator = " " if title else ", "
    return stopped(separator.join(filter(None, [before, ", ".join(filter(None, after))])))


def _entry(episode: Episode) -> str:
    title = quoted_title(episode.title.strip(), ".") if episode.title.strip() else ""
    show = f"In {episode.show.strip()}" if episode.show.strip() else ""
    duration = "" if episode.duration is None else spoken_clock(episode.duration)
    number = _number(episode)
    parts = (
        _authors(episode),
        title,
        _day(episode),
        ", ".join(filter(None, [show, number if show else number.capitalize()])),
        ", ".join(filter(None, ["Podcast, transcript", duration])),
        episode.url,
    )
    return " ".join(part if part.endswith("”") else stopped(part) for part in parts if part)


def _authors(episode: Episode) -> str:
    """`Vask, Liraen, and Halek Vauth, hosts`: only the first name is turned round."""
    names = authors_of(episode)
    if not names:
        return ""
    inverted = [family_first(names[0]), *names[1:]]
    if len(names) > _MOST_IN_BIBLIOGRAPHY:
        listed = f"{', '.join(inverted[:_KEPT_IN_BIBLIOGRAPHY])}, et al."
    else:
        listed = _listed(inverted)
    return f"{listed}, {part_of_authors(episode)}"


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence has them; a comma closes the first where that is turned round."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or "," in names[0] else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _day(episode: Episode) -> str:
    return f"{day_in_words(episode.date)}, {episode.date.year}" if episode.date else ""


def _number(episode: Episode) -> str:
    return "" if episode.number is None else f"episode {episode.number}"
