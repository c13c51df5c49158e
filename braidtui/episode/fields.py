"""The one table of the episode file: for each mapping its keys, in writing order, and their kinds.

The reader, the writer, the schema and every "did you mean" go by it. A key is also the name of the
model's attribute.
"""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """How a value is read and written."""

    LINE = auto()  # a text of one line
    BODY = auto()  # a text of paragraphs
    NUMBER = auto()  # a whole number of at most nine digits
    DATE = auto()  # YYYY-MM-DD
    TIME = auto()  # H:MM:SS, MM:SS or seconds
    URL = auto()  # a web address; one that is not http or https is shown, never opened
    FILE = auto()  # a web address, or a path beside the episode file
    COLOR = auto()  # #rrggbb or a name
    SPEAKER = auto()  # the id of a speaker
    SPEAKERS = auto()  # speakers by id
    QUOTES = auto()
    SOURCES = auto()
    SEGMENTS = auto()
    TURNS = auto()


class Field(NamedTuple):
    """One key of a mapping; `meaning` is what an editor shows for it."""

    key: str
    kind: Kind
    meaning: str
    required: bool = False


class Shape(NamedTuple):
    """A mapping of the file: its name and form in messages, and its fields."""

    noun: str
    fields: tuple[Field, ...]
    form: str = "a mapping"

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key the mapping may have, in writing order."""
        return tuple(field.key for field in self.fields)


EPISODE = Shape(
    "episode",
    (
        Field("show", Kind.LINE, "The show the episode belongs to."),
        Field("number", Kind.NUMBER, "The number of the episode within its show."),
        Field("date", Kind.DATE, "The day it was published, YYYY-MM-DD."),
        Field("title", Kind.LINE, "The title of the episode.", required=True),
        Field("duration", Kind.TIME, "How long it is: H:MM:SS, MM:SS or seconds."),
        Field("summary", Kind.BODY, "What it is about, in one or two sentences."),
        Field("url", Kind.URL, "The page of the episode."),
        Field("audio", Kind.FILE, "The recording: a URL, or a path beside this file."),
        Field("language", Kind.LINE, "The language that is spoken, such as en."),
        Field("note", Kind.BODY, "Where the words come from."),
        Field("speakers", Kind.SPEAKERS, "The cast, by the id that turns name.", required=True),
        Field("quotes", Kind.QUOTES, "Pull quotes, each a verbatim span of a turn."),
        Field("sources", Kind.SOURCES, "What the whole episode rests on."),
        Field("segments", Kind.SEGMENTS, "The segments, in order.", required=True),
    ),
)

SPEAKER = Shape(
    "speaker",
    (
        Field("name", Kind.LINE, "The name of the speaker.", required=True),
        Field("role", Kind.LINE, "The part the speaker has, such as moderator."),
        Field("model", Kind.LINE, "The language model that writes the lines."),
        Field("voice", Kind.LINE, "The voice that speaks the lines."),
        Field("color", Kind.COLOR, "A colour: #rrggbb or a name such as teal."),
    ),
)

QUOTE = Shape(
    "quote",
    (
        Field("text", Kind.LINE, "Words that stand just so in a turn.", required=True),
        Field("speaker", Kind.SPEAKER, "The id of the speaker of that turn."),
        Field("start", Kind.TIME, "The start of that turn."),
    ),
)

SOURCE = Shape(
    "source",
    (
        Field("url", Kind.URL, "The address of the source."),
        Field("title", Kind.LINE, "The title of the source."),
        Field("site", Kind.LINE, "The site it stands on; enough where no URL is known."),
        Field("date", Kind.DATE, "The day of the source, YYYY-MM-DD."),
    ),
    form="a URL or a mapping",
)

SEGMENT = Shape(
    "segment",
    (
        Field("title", Kind.LINE, "The title of the segment.", required=True),
        Field("start", Kind.TIME, "Where it starts; else its first turn's start stands for it."),
        Field("sources", Kind.SOURCES, "What the whole segment rests on."),
        Field("turns", Kind.TURNS, "The turns, in order."),
    ),
)

TURN = Shape(
    "turn",
    (
        Field("speaker", Kind.SPEAKER, "The id of the one who speaks.", required=True),
        Field("start", Kind.TIME, "Where the turn starts: H:MM:SS, MM:SS or seconds."),
        Field("text", Kind.BODY, "The words; a blank line makes a paragraph.", required=True),
        Field("sources", Kind.SOURCES, "What this turn rests on."),
    ),
)

SHAPES = (EPISODE, SPEAKER, QUOTE, SOURCE, SEGMENT, TURN)
