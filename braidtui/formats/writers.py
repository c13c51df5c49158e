"""The formats that go out: who writes each, by name."""

from collections.abc import Callable
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.formats.chapters.writer import write_chapters
from braidtui.formats.markdown.document import write_markdown
from braidtui.formats.own_json.writer import write_own_json
from braidtui.formats.podcasting20.writer import write_podcasting20
from braidtui.formats.prose.writer import write_text
from braidtui.formats.subrip.writer import write_subrip
from braidtui.formats.webvtt.writer import write_webvtt


class Writer(NamedTuple):
    """How an episode becomes a text of a format, and how the name of such a file ends."""

    write: Callable[[Episode], str]
    suffix: str


WRITERS: dict[str, Writer] = {
    "text": Writer(write_text, ".txt"),
    "md": Writer(write_markdown, ".md"),
    "json": Writer(write_own_json, ".json"),
    "vtt": Writer(write_webvtt, ".vtt"),
    "srt": Writer(write_subrip, ".srt"),
    "podcasting20": Writer(write_podcasting20, ".transcript.json"),
    "chapters": Writer(write_chapters, ".chapters.json"),
}
