"""The formats that come in: who reads each, by name; a text's own content tells which it is."""

from collections.abc import Callable
from typing import NamedTuple

from braidtui.episode.collection import no_collection
from braidtui.episode.model import Episode
from braidtui.episode.reading.decoding import MAX_BYTES
from braidtui.episode.reading.nodes import MAX_SCALAR_BYTES
from braidtui.formats import lrc, sbv, whisper_tsv
from braidtui.formats.braid_page import reader as braid_page
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.html_page import reader as html_page
from braidtui.formats.imported import FormatRefused, Imported, refused
from braidtui.formats.json_shapes import bare_list, oyez, podlove, whisper, whisper_cpp
from braidtui.formats.json_shapes.services import (
    amazon,
    amberscript,
    assemblyai,
    azure,
    deepgram,
    google,
    rev,
    speechmatics,
    watson,
)
from braidtui.formats.json_text.unknown import why_unknown as why_unknown_json
from braidtui.formats.markdown import reader as markdown
from braidtui.formats.own_json import reader as own_json
from braidtui.formats.podcasting20 import reader as podcasting20
from braidtui.formats.printed import reader as printed
from braidtui.formats.prose import reader as prose
from braidtui.formats.subrip import reader as subrip
from braidtui.formats.webvtt import reader as webvtt
from braidtui.formats.xml_captions import podlove as podlove_xml
from braidtui.formats.xml_captions import ttml
from braidtui.formats.xml_captions import youtube as youtube_xml
from braidtui.formats.xml_captions.unknown import why_unknown as why_unknown_xml

__all__ = [
    "FORMATS",
    "READERS",
    "FormatRefused",
    "Imported",
    "Reader",
    "detect",
    "read",
]


class Reader(NamedTuple):
    """Whether a text is of a format, and the episode in it; `read` may raise FormatRefused.

    One that `is_general` is asked only where no other claims a text, in the order of the table.
    """

    claims: Callable[[Given], bool]
    read: Callable[[Given, ReadOptions], Imported]
    is_general: bool = False


READERS: dict[str, Reader] = {
    "braid-page": Reader(braid_page.claims, braid_page.read_braid_page),
    "print": Reader(printed.claims, printed.read_printed),
    "json": Reader(own_json.claims, own_json.read_own_json),
    "vtt": Reader(webvtt.claims, webvtt.read_webvtt),
    "srt": Reader(subrip.claims, subrip.read_subrip),
    "sbv": Reader(sbv.claims, sbv.read_sbv),
    "lrc": Reader(lrc.claims, lrc.read_lrc),
    "tsv": Reader(whisper_tsv.claims, whisper_tsv.read_tsv),
    "podcasting20": Reader(podcasting20.claims, podcasting20.read_podcasting20),
    "whisper": Reader(whisper.claims, whisper.read_whisper),
    "whisper-cpp": Reader(whisper_cpp.claims, whisper_cpp.read_whisper_cpp),
    "assemblyai": Reader(assemblyai.claims, assemblyai.read_assemblyai),
    "deepgram": Reader(deepgram.claims, deepgram.read_deepgram),
    "rev": Reader(rev.claims, rev.read_rev),
    "podlove": Reader(podlove.claims, podlove.read_podlove),
    "oyez": Reader(oyez.claims, oyez.read_oyez),
    "google": Reader(google.claims, google.read_google),
    "amazon": Reader(amazon.claims, amazon.read_amazon),
    "azure": Reader(azure.claims, azure.read_azure),
    "speechmatics": Reader(speechmatics.claims, speechmatics.read_speechmatics),
    "watson": Reader(watson.claims, watson.read_watson),
    "amberscript": Reader(amberscript.claims, amberscript.read_amberscript),
    "json-list": Reader(bare_list.claims, bare_list.read_bare_list),
    "html": Reader(html_page.claims, html_page.read_html),
    "ttml": Reader(ttml.claims, ttml.read_ttml),
    "podlove-xml": Reader(podlove_xml.claims, podlove_xml.read_podlove_xml),
    "youtube-xml": Reader(youtube_xml.claims, youtube_xml.read_youtube_xml),
    "md": Reader(markdown.claims, markdown.read_markdown, is_general=True),
    "text": Reader(prose.claims, prose.read_prose, is_general=True),
}
FORMATS: tuple[str, ...] = tuple(READERS)
_MAY_BE_LONG = MAX_SCALAR_BYTES >> 2  # code points, of at most four bytes each


def detect(given: Given) -> str | None:
    """The name of the format of a text, None where it is of none.

    Raises FormatRefused where more than one reader claims it: the person settles that.
    """
    exact = {name: reader for name, reader in READERS.items() if not reader.is_general}
    claimants = [name for name, reader in exact.items() if reader.claims(given)]
    if len(claimants) > 1:
        raise refused(f"this may be {' or '.join(claimants)}: say which with --as")
    general = (name for name, it in READERS.items() if it.is_general and it.claims(given))
    return claimants[0] if claimants else next(general, None)


def read(text: str, format: str | None = None, options: ReadOptions | None = None) -> Imported:
    """The episode in a text of the named format, or unnamed of the one that `detect` finds.

    Raises FormatRefused, with one line that says why: no such format, a text that is of none or
    not of this one, or what no episode file can hold.
    """
    if len(text) > MAX_BYTES:
        raise refused(f"the text is longer than {MAX_BYTES >> 20} MiB")
    given = Given(text)
    return read_given(given, format or detect(given), options)


def read_given(given: Given, name: str | None, options: ReadOptions | None = None) -> Imported:
    """The episode in a text of that format, None where it is of none; raises FormatRefused."""
    if name is None:
        raise _unknown(given)
    if name not in READERS:
        raise refused(f'"{name}" is no known format (known: {", ".join(READERS)})')
    with no_collection():
        imported = READERS[name].read(given, options or ReadOptions())
    _refuse_long_texts(imported.episode)
    return imported


def _unknown(given: Given) -> FormatRefused:
    """The refusal of a text that nobody claims, with what it is instead where that is known."""
    if why := why_unknown_json(given) or why_unknown_xml(given):
        return FormatRefused(why)
    return refused("there are no words in it")


def _refuse_long_texts(episode: Episode) -> None:
    """An episode file holds no longer text, so neither may an episode that becomes one."""
    turns = enumerate(episode.turns, start=1)
    texts = (
        *((f"turn {number}", turn.text) for number, turn in turns if len(turn.text) > _MAY_BE_LONG),
        *(("the title of a segment", segment.title) for segment in episode.segments),
        *(("a pull quote", quote.text) for quote in episode.quotes),
        ("the title", episode.title),
    )
    for what, text in texts:
        if len(text) > _MAY_BE_LONG and len(text.encode()) > MAX_SCALAR_BYTES:
            raise refused(f"{what} is longer than {MAX_SCALAR_BYTES >> 20} MiB")
