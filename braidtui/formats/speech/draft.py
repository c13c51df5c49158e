"""A draft: what a reader of a format found in a text, before it is an episode."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from braidtui.episode.model import Quote, Source, Speaker
from braidtui.episode.problem import Problem


class Grain(Enum):
    """What an utterance of a draft is, and so how it may be joined."""

    CAPTION = "a stretch of speech cut anywhere, or one word of it: joined into paragraphs"
    PARAGRAPH = (
        "a paragraph that its author made: joined to the one above only where it names nobody"
    )
    TURN = "a turn already: never joined"
    OWN = "a turn that this program has written: kept as it is"


class Utterance(NamedTuple):
    """Words said in one go. `speaker` is a name as the text has it, "" where it is not told: who
    spoke goes on. `start` and `end` are milliseconds, None where not told; `line` counts from 1."""

    text: str
    speaker: str = ""
    start: int | None = None
    end: int | None = None
    line: int = 1
    sources: tuple[Source, ...] = ()


class Heading(NamedTuple):
    """The title of a segment that begins with the utterance at index `before` (the count of all
    where none follows)."""

    before: int
    title: str
    start: int | None = None
    line: int = 1


@dataclass(frozen=True)
class Draft:
    """What stands in a text; names, titles and words are not cleaned yet.

    `has_prefixes` says that a name may stand before a colon in the words themselves, `has_aliases`
    that a first name may stand for a full one, as where a person has written the names. `cast` are
    people the text tells of (an `id` may be empty). `repairs` are departures from the standard of
    the format, which a strict reading refuses; `notices` is what else is to be said.
    """

    utterances: Sequence[Utterance]
    grain: Grain = Grain.CAPTION
    has_prefixes: bool = False
    has_aliases: bool = False
    headings: Sequence[Heading] = ()
    cast: Sequence[Speaker] = ()
    quotes: Sequence[Quote] = ()
    sources: Sequence[Source] = ()
    title: str = ""
    show: str = ""
    number: int | None = None
    date: datetime.date | None = None
    duration: int | None = None
    summary: str = ""
    url: str = ""
    audio: str = ""
    language: str = ""
    note: str = ""
    notices: Sequence[Problem] = ()
    repairs: Sequence[Problem] = ()
