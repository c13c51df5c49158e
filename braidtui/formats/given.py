"""A text that is to be read: what several readers ask of it is found once."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from braidtui.episode.model import Source, Speaker
from braidtui.formats.json_text.parsing import UnreadableJsonError, parse_json

_OPENS_JSON = re.compile(r"[ \t\n]*+(?:\{[ \t\n]*+[\"}]|\[[ \t\n]*+[\[{\"\]])")


class Chapter(NamedTuple):
    """A segment that is told apart from the transcript: its start in milliseconds, its title."""

    start: int
    title: str
    sources: tuple[Source, ...] = ()


class ReadOptions(NamedTuple):
    """What the person, or a file beside the text, says of it.

    `join` makes turns of the cues of one speaker, without it each cue is a turn of its own (the
    paragraphs of an author are no cues).
    `strict` follows the standard of the format to the letter and refuses the rest. `name` is the
    title where the text tells none. `known` are people who may speak in it; `chapters` its
    segments, in the order of time.
    """

    join: bool = True
    strict: bool = False
    name: str = ""
    known: Sequence[Speaker] = ()
    chapters: Sequence[Chapter] = ()


class Given:
    """A text with line feeds alone: CRLF and a lone CR become one, a BOM in front goes."""

    def __init__(self, text: str) -> None:
        bare = text.removeprefix("\ufeff")
        self.text = bare.replace("\r\n", "\n").replace("\r", "\n") if "\r" in bare else bare

    @cached_property
    def lines(self) -> list[str]:
        """The lines, parted by LF and by nothing else."""
        return self.text.split("\n")

    @cached_property
    def is_json_like(self) -> bool:
        """Whether the text opens an object or a list as JSON does, and not as `[00:12]` does."""
        return bool(_OPENS_JSON.match(self.text))

    @cached_property
    def json(self) -> object:
        """The value of a JSON text; None where it is none, passes a limit, or is `null`."""
        if not self.is_json_like:
            return None
        try:
            return parse_json(self.text)
        except UnreadableJsonError:
            return None
