"""An episode of a draft."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from braidtui.episode.model import Episode, Source, Speaker, Turn
from braidtui.episode.problem import Problem
from braidtui.episode.safe_text import as_body, clean
from braidtui.episode.timecode import format_time
from braidtui.formats.given import ReadOptions
from braidtui.formats.imported import FormatRefused, Imported, notice, refused
from braidtui.formats.reading.titles import title_line
from braidtui.formats.speech.casting import Cast, placed
from braidtui.formats.speech.columns import sane
from braidtui.formats.speech.draft import Draft
from braidtui.formats.speech.naming import NOBODY_NAME
from braidtui.formats.speech.parting import segments_of
from braidtui.formats.speech.speaking import Said, said_in

NOBODY = Speaker("speaker", NOBODY_NAME)


def imported_from(draft: Draft, options: ReadOptions) -> Imported:
    """The episode that a draft makes, with every notice; raises FormatRefused without a turn, and
    under `options.strict` for the draft's repairs.

    Headings of the text win over chapters from elsewhere. Who is announced and never speaks is
    told in a notice, and stays in the cast only with an id.
    """
    said = said_in(draft, options)
    repairs = [*draft.repairs, *said.repairs]
    if options.strict and repairs:
        raise FormatRefused(*(Problem(p.line, p.column, p.message) for p in sorted(repairs)))
    if not said.paragraphs:
        raise refused("no turn in it: there are no words")
    names = [said.rows.names[paragraph.row] for paragraph in said.paragraphs]
    cast = Cast(names, draft.cast, options.known)
    turns = _turns(draft, said, [cast.ids[name] for name in names])
    episode = _episode(draft, said, turns, cast, options.name)
    notices = [*draft.notices, *repairs, *said.notices, *_of_cast(cast)]
    notices += _of_duration(draft, episode)
    return Imported(episode, tuple(sorted(notices)))


def _episode(draft: Draft, said: Said, turns: Sequence[Turn], cast: Cast, name: str) -> Episode:
    """The turns and all that the text tells of them; `name` is a title where it has none."""
    title = title_line(draft.title) or title_line(name) or "Untitled"
    rows = [paragraph.row for paragraph in said.paragraphs]
    episode = Episode(
        title,
        cast.speakers,
        segments_of(turns, rows, said.borders, title),
        show=title_line(draft.show),
        number=draft.number,
        date=draft.date,
        duration=_duration(draft, said),
        summary=_body(draft.summary),
        url=title_line(draft.url),
        audio=title_line(draft.audio),
        language=title_line(draft.language),
        note=_body(draft.note),
        sources=tuple(draft.sources),
    )
    return replace(episode, quotes=placed(episode, draft.quotes, cast.ids))


def _turns(draft: Draft, said: Said, ids: Sequence[str]) -> list[Turn]:
    starts, origins = said.rows.starts, said.rows.origins
    turns = [
        Turn(id, text, starts[row]) for id, (row, _, text) in zip(ids, said.paragraphs, strict=True)
    ]
    if not any(utterance.sources for utterance in draft.utterances):
        return turns
    return [
        turn._replace(sources=_sources(draft, origins[row : last + 1]))
        for turn, (row, last, _) in zip(turns, said.paragraphs, strict=True)
    ]


def _sources(draft: Draft, origins: Sequence[int]) -> tuple[Source, ...]:
    """What the utterances rest on, each source once; of those without a URL nobody knows which
    are one."""
    cited = chain.from_iterable(draft.utterances[origin].sources for origin in origins)
    return tuple({it if it.url else at: it for at, it in enumerate(cited)}.values())


def _duration(draft: Draft, said: Said) -> int | None:
    """The longer of what the text tells and the end of the last words; None where the last words
    begin after it."""
    told = [end for end in (sane(draft.duration), *said.rows.ends) if end is not None]
    latest = max((start for start in said.rows.starts if start is not None), default=0)
    return max(told) if told and max(told) >= latest else None


def _of_duration(draft: Draft, episode: Episode) -> list[Problem]:
    if draft.duration is None or episode.duration is not None:
        return []
    told = format_time(draft.duration)
    return [notice(1, f"the duration {told} is left out: words are said after it")]


def _of_cast(cast: Cast) -> list[Problem]:
    if not cast.silent:
        return []
    return [notice(1, f"announced, but nobody says a word as: {', '.join(cast.silent)}")]


def _body(text: str) -> str:
    return as_body(clean(text)).strip()
