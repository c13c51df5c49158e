"""The one table of the fields of a query, such as `speaker:`; parser, search and help go by it."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from braidtui.episode.reading.suggestions import did_you_mean


class Kind(Enum):
    """What the values of a field are."""

    NAME = auto()  # words of it in a row; the last may be begun, unless it stands in quotes
    EPISODE = auto()  # a number, a range of them, or an id
    DAYS = auto()  # a day, a month, a year, or a range of them
    LENGTH = auto()  # a length of time, or a range
    CHOICE = auto()  # one of a few words


class Field(NamedTuple):
    """A field: what it narrows to and which values it takes, in words for help.

    `is_of_episode`: it holds for all turns of an episode or for none. `also` is what others call
    it, for a "did you mean".
    """

    name: str
    kind: Kind
    meaning: str
    values: str
    is_of_episode: bool = False
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


_EPISODES = "a number, a range such as 3..8, or an id"
_DAYS = "2026, 2026-05, 2026-05-20, >2026-05, or a range such as 2026-05..2026-07"
_LENGTHS = "minutes, 1h30m, 00:05:30, >30m, or a range such as 10m..20m"

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        field.name: field
        for field in (
            Field(
                "speaker",
                Kind.NAME,
                "Who speaks.",
                "a name or a part of it",
                also=("host", "guest", "who", "by", "from", "author", "name"),
            ),
            Field("role", Kind.NAME, "The speaker’s role.", "words of it", also=("cast",)),
            Field(
                "model",
                Kind.NAME,
                "The language model that writes the speaker’s lines.",
                "a name or a part of it",
                also=("llm", "writer"),
            ),
            Field(
                "voice",
                Kind.NAME,
                "The voice that speaks the lines.",
                "a name or a part of it",
                also=("tts",),
            ),
            Field(
                "show",
                Kind.NAME,
                "The show.",
                "a name or a part of it",
                is_of_episode=True,
                also=("podcast", "feed", "series"),
            ),
            Field(
                "in",
                Kind.NAME,
                "The title of the segment.",
                "words of the segment's title",
                also=("segment", "section", "chapter", "part"),
            ),
            Field(
                "title",
                Kind.NAME,
                "The title of the episode.",
                "words of the episode's title",
                is_of_episode=True,
                also=("headline", "about"),
            ),
            Field(
                "site",
                Kind.NAME,
                "The site of a source that the turn rests on.",
                "a domain or a part of it",
                also=("source", "url", "link", "domain", "cites"),
            ),
            Field(
                "episode",
                Kind.EPISODE,
                "Which episodes.",
                _EPISODES,
                is_of_episode=True,
                also=("number", "dispatch", "id", "ep"),
            ),
            Field(
                "date",
                Kind.DAYS,
                "When the episode was published.",
                _DAYS,
                is_of_episode=True,
                also=("year", "month", "day", "published", "after", "before", "since", "until"),
            ),
            Field(
                "dur",
                Kind.LENGTH,
                "How long the episode is.",
                _LENGTHS,
                is_of_episode=True,
                also=("duration", "length", "len", "time", "minutes"),
            ),
            Field(
                "has",
                Kind.CHOICE,
                "What the turn has: a pull quote, or a source it rests on.",
                "quote or source",
                choices=("quote", "source"),
                also=("with",),
            ),
            Field(
                "is",
                Kind.CHOICE,
                "Whether you have read the episode.",
                "read or unread",
                is_of_episode=True,
                choices=("read", "unread"),
                also=("status", "state"),
            ),
        )
    }
)

_OTHER_NAMES = {other: field.name for field in FIELDS.values() for other in field.also}


def field_meant(name: str) -> str:
    """` (did you mean "speaker"?)` for a name that is no field, or nothing."""
    name = _OTHER_NAMES.get(name.lower(), name)
    return did_you_mean(name, FIELDS)
