"""The formats: who reads and who writes each, by name; a text's own content tells which it is."""

from collections.abc import Callable
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.reading.decoding import MAX_BYTES
from braidtui.episode.reading.nodes import MAX_SCALAR_BYTES
from braidtui.formats.braid_page import reader as braid_page
from braidtui.formats.imported import FormatRefused, Imported, refused
from braidtui.formats.markdown.document import write_markdown
from braidtui.formats.own_json import reader as own_json
from braidtui.formats.subrip import write_subrip
from braidtui.formats.webvtt import write_webvtt

__all__ = ["FORMATS", "READERS", "WRITERS", "FormatRefused", "Imported", "Reader", "detect", "read"]


class Reader(NamedTuple):
    """Whether a text is of a format, and the episode in it; `read` may raise FormatRefused."""

    claims: Callable[[str], bool]
    read: Callable[[str], Imported]


READERS: dict[str, Reader] = {
    "braid-page": Reader(braid_page.claims, braid_page.read_braid_page),
    "json": Reader(own_json.claims, own_json.read_own_json),
}
WRITERS: dict[str, Callable[[Episode], str]] = {
    "md": write_markdown,
    "srt": write_subrip,
    "vtt": write_webvtt,
}
FORMATS: tuple[str, ...] = tuple(READERS)


def detect(text: str) -> str | None:
    """The name of the format of a text, None where it is of none.

    Raises FormatRefused where more than one reader claims it: the person settles that.
    """
    claimants = [name for name, reader in READERS.items() if reader.claims(text)]
    if len(claimants) > 1:
        raise refused(f"this may be {' or '.join(claimants)}: say which with --as")
    return claimants[0] if claimants else None


def read(text: str, format: str | None = None) -> Imported:
    """The episode in a text of the named format, or unnamed of the one that `detect` finds.

    Raises FormatRefused, with one line that says why: no such format, a text that is of none or
    not of this one, or what no episode file can hold.
    """
    if len(text) > MAX_BYTES:
        raise refused(f"the text is longer than {MAX_BYTES >> 20} MiB")
    name = format or detect(text)
    if name not in READERS:
        what = "this is of no known format" if name is None else f'"{name}" is no known format'
        raise refused(f"{what} (known: {', '.join(READERS)})")
    imported = READERS[name].read(text)
    _refuse_long_texts(imported.episode)
    return imported


def _refuse_long_texts(episode: Episode) -> None:
    """An episode file holds no longer text, so neither may an episode that becomes one."""
    texts = (
        *((f"turn {number}", turn.text) for number, turn in enumerate(episode.turns, start=1)),
        *(("the title of a segment", segment.title) for segment in episode.segments),
        *(("a pull quote", quote.text) for quote in episode.quotes),
        ("the title", episode.title),
    )
    for what, text in texts:
        if len(text) > MAX_SCALAR_BYTES >> 2 and len(text.encode()) > MAX_SCALAR_BYTES:
            raise refused(f"{what} is longer than {MAX_SCALAR_BYTES >> 20} MiB")
