"""The reader of YouTube's captions as XML: `<text start dur>`, and `<p t d>` of its third form."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html import unescape

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.clock import read_told_clock
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance
from braidtui.formats.xml_captions.tree import local, read_tree, root_name, words_of


def claims(given: Given) -> bool:
    """Whether the root element is YouTube's, with captions in it."""
    root = root_name(given)
    beginning = given.text[:20_000]
    return root == "timedtext" or (root == "transcript" and "<text start=" in beginning)


def read_youtube_xml(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused where it is no XML or has no words."""
    root = read_tree(given)
    tally = Tally()
    utterances = list(_utterances(root, tally))
    if not utterances:
        raise refused("no captions of YouTube: no <text> or <p> with words in it")
    draft = Draft(utterances, has_prefixes=True, repairs=tally.notices)
    return imported_from(draft, options)


def _utterances(root: ET.Element, tally: Tally) -> Iterator[Utterance]:
    for element in root.iter():
        if not isinstance(element.tag, str) or local(element.tag) not in ("text", "p"):
            continue
        start, length = _span(element)
        if start is None:
            tally.count(1, "a caption has no start that can be read")
        # what a person wrote was escaped once by itself, and once more as XML
        if text := unescape(words_of(element)).strip():
            end = None if start is None or length is None else start + length
            yield Utterance(text, "", start, end)
        elif not element.get("a"):  # an event that only rolls the window
            tally.count(1, "a caption without words is left out")


def _span(element: ET.Element) -> tuple[int | None, int | None]:
    """Start and length in milliseconds: `start` and `dur` are seconds, `t` and `d` thousandths."""
    if "start" in element.keys():  # noqa: SIM118  (an element is no mapping)
        return read_told_clock(element.get("start", "")), read_told_clock(element.get("dur", ""))
    return _whole(element.get("t", "")), _whole(element.get("d", ""))


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None
