"""The form of the APA's Publication Manual, 7th edition: 8.25 to 8.28, and 10.12 on podcasts."""

from collections.abc import Sequence

from braidtui.episode.model import Episode
from braidtui.formats.citing.authors import authors_of, day_in_words, part_of_authors
from braidtui.formats.citing.excerpt import Said
from braidtui.formats.citing.names import apa_name, short_name
from braidtui.formats.citing.quotation import (
    block,
    introduction,
    is_block,
    quoted_title,
    run_in,
    spoken_clock,
    stopped,
)

_LONG = 40  # words, 8.27
_MOST_AUTHORS = 20  # 9.8


def cite_in_apa(episode: Episode, words: Sequence[Said], *, timestamps: bool) -> str:
    """The quotation with its citation in the text, then the entry for the list of references."""
    citation = f"({_citation(episode, words[0], timestamps=timestamps)})"
    before = introduction(words, authors_of(episode))
    if is_block(words, _LONG):
        quoted = "\n\n".join(filter(None, [before, f"{block(words)} {citation}"]))
    else:
        quoted = " ".join(filter(None, [before, run_in(words, ""), f"{citation}."]))
    return f"{quoted}\n\n{_reference(episode)}"


def _citation(episode: Episode, first: Said, *, timestamps: bool) -> str:
    """`Vask & Vauth, 2026, 0:24`; where there is no time, the section that the words are in."""
    year = f"{episode.date.year}" if episode.date else "n.d."
    section = episode.segments[episode.segment_of(first.turn)].title.strip()
    place = f"{section} section" if section else ""
    if timestamps and first.start is not None:
        place = spoken_clock(first.start)
    return f"{_short_authors(episode)} " + ", ".join(filter(None, [year, place]))


def _short_authors(episode: Episode) -> str:
    """With the comma after them; where nobody is known, it is the title that leads."""
    authors = [short_name(name) for name in authors_of(episode)]
    if not authors:
        return quoted_title(episode.title.strip(), ",")
    return f"{authors[0]} et al.," if len(authors) > 2 else f"{' & '.join(authors)},"


def _reference(episode: Episode) -> str:
    day = f"{episode.date.year}, {day_in_words(episode.date)}" if episode.date else "n.d."
    number = "" if episode.number is None else f"(No. {episode.number})"
    title = " ".join(filter(None, [episode.title.strip(), number, "[Audio podcast episode]."]))
    authors = _authors(episode)
    head = [f"{authors} ({day}).", title] if authors else [title, f"({day})."]
    show = f"In {stopped(episode.show.strip())}" if episode.show.strip() else ""
    return " ".join(filter(None, [*head, show, episode.url]))


def _authors(episode: Episode) -> str:
    """`Vask, L., & Vauth, H. (Hosts).`"""
    names = [apa_name(name) for name in authors_of(episode)]
    if not names:
        return ""
    if len(names) > _MOST_AUTHORS:
        listed = f"{', '.join(names[: _MOST_AUTHORS - 1])}, . . . {names[-1]}"
    else:
        listed = ", & ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"{listed} ({part_of_authors(episode).capitalize()})."
