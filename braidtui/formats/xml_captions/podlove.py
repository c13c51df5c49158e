"""The reader of Podlove's simple transcripts as XML; real files of it are called `.xsl`.

`<pst:speech>` holds a `<pst:speaker>`, maybe empty, and `<pst:item start end>` with words.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.clock import read_told_clock
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance
from braidtui.formats.xml_captions.tree import attribute, local, read_tree, root_name, words_of


def claims(given: Given) -> bool:
    """Whether the text is XML with an element of Podlove's simple transcripts."""
    if not root_name(given):
        return False
    beginning = given.text[:20_000]
    return "podlove.org/simple-transcripts" in beginning or "<pst:" in beginning


def read_podlove_xml(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused where it is no XML or has no words."""
    root = read_tree(given)
    tally = Tally()
    utterances = list(_utterances(root, tally))
    if not utterances:
        raise refused("no transcript of Podlove: no <speech> with an <item> in it")
    draft = Draft(
        utterances,
        has_prefixes=not any(said.speaker for said in utterances),
        repairs=tally.notices,
    )
    return imported_from(draft, options)


def _utterances(root: ET.Element, tally: Tally) -> Iterator[Utterance]:
    for speech in root.iter():
        if not isinstance(speech.tag, str) or local(speech.tag) != "speech":
            continue
        name = ""
        for element in speech:
            kind = local(element.tag) if isinstance(element.tag, str) else ""
            if kind == "speaker":
                name = " ".join(words_of(element).split())
            elif kind == "item":
                yield from _item(element, name, tally)


def _item(element: ET.Element, name: str, tally: Tally) -> Iterator[Utterance]:
    start, end = (read_told_clock(attribute(element, key).strip()) for key in ("start", "end"))
    if start is None:
        tally.count(1, "an item has no start that can be read")
    if text := " ".join(words_of(element).split()):
        yield Utterance(text, name, start, end)
    else:
        tally.count(1, "an item without words is left out")
