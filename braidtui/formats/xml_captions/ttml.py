"""The reader of TTML, the captions of the W3C, and of what Apple Podcasts keeps in its cache.

https://www.w3.org/TR/ttml2/; Apple's words are spans without a blank between them.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import NOBODY, imported_from
from braidtui.formats.speech.draft import Draft, Grain, Utterance
from braidtui.formats.xml_captions.tree import attribute, local, read_tree, root_name, words_of
from braidtui.formats.xml_captions.ttml_times import Rates, read_rates, read_time

_XML = "{http://www.w3.org/XML/1998/namespace}"


def claims(given: Given) -> bool:
    """Whether the root element is `<tt>`."""
    return root_name(given) == "tt"


def read_ttml(given: Given, options: ReadOptions) -> Imported:
    """The episode in a text; raises FormatRefused where it is no XML or has no words.

    Where others have an agent, a paragraph without one is nobody's.
    """
    root = read_tree(given)
    if local(root.tag) != "tt":
        raise refused(f"no TTML: the root element is <{local(root.tag)}>")
    tally = Tally()
    utterances = list(_utterances(root, _names(root), read_rates(root), tally))
    if any(said.speaker for said in utterances):
        utterances = [it._replace(speaker=it.speaker or NOBODY.name) for it in utterances]
    has_voices = any(said.speaker for said in utterances) or _has_units(root)
    draft = Draft(
        utterances,
        Grain.PARAGRAPH if has_voices else Grain.CAPTION,
        has_prefixes=not any(said.speaker for said in utterances),
        title=_title(root),
        language=root.get(f"{_XML}lang", ""),
        repairs=tally.notices,
    )
    return imported_from(draft, options)


def _utterances(
    root: ET.Element, names: dict[str, str], rates: Rates, tally: Tally
) -> Iterator[Utterance]:
    """Each `<p>` with words; what its `<div>` tells of it counts where it tells nothing itself."""
    waiting = [(root, "")]
    while waiting:
        element, agent = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        agent = attribute(element, "agent") or agent
        if local(element.tag) != "p":
            waiting += [(child, agent) for child in reversed(element)]
            continue
        start, end = _span(element, rates, tally)
        if text := _words(element):
            agent = agent or _agent_within(element)
            name = names.get(agent.split()[0], agent.split()[0]) if agent.split() else ""
            yield Utterance(text, name, start, end)
        else:
            tally.count(1, "a paragraph without words is left out")


def _span(element: ET.Element, rates: Rates, tally: Tally) -> tuple[int | None, int | None]:
    """The times of a paragraph; those of its first and last part, where it has none itself."""
    timed = [it for it in element.iter() if it.get("begin")]
    begin = element.get("begin") or (timed[0].get("begin") if timed else None) or ""
    finish = element.get("end") or (timed[-1].get("end") if timed else None) or ""
    start, end = read_time(begin, rates), read_time(finish, rates)
    if start is None:
        tally.count(1, f"a paragraph has no time{' that can be read' if begin else ''}")
    if end is None and start is not None and (length := read_time(element.get("dur", ""), rates)):
        end = start + length
    return start, end


def _words(element: ET.Element) -> str:
    """The text of a paragraph: words that are marked as such are parted by a blank."""
    marked = [it for it in element.iter() if attribute(it, "unit") == "word"]
    if marked:
        return " ".join(word for it in marked if (word := " ".join(words_of(it).split())))
    glue = " " if any(attribute(it, "unit") for it in element.iter()) else ""
    lines = words_of(element, glue).split("\n") if glue else _lines(element)
    return "\n".join(line for it in lines if (line := " ".join(it.split())))


def _lines(element: ET.Element) -> list[str]:
    """The lines as `<br/>` parts them; a line feed in the source is a blank."""
    for it in element.iter():
        is_break = isinstance(it.tag, str) and local(it.tag) == "br"
        it.text = "\v" if is_break else " ".join((it.text or "").split("\n"))
        it.tail = " ".join((it.tail or "").split("\n"))
    return words_of(element).split("\v")


def _agent_within(element: ET.Element) -> str:
    return next((agent for it in element.iter() if (agent := attribute(it, "agent"))), "")


def _has_units(root: ET.Element) -> bool:
    return any(attribute(it, "unit") == "word" for it in root.iter())


def _names(root: ET.Element) -> dict[str, str]:
    """The names of the agents that the head defines, by their ids."""
    names: dict[str, str] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and local(element.tag) == "agent":
            id = element.get(f"{_XML}id", "")
            told = (" ".join(words_of(child).split()) for child in element)
            if id and (name := next(filter(None, told), "")):
                names[id] = name
    return names


def _title(root: ET.Element) -> str:
    for element in root.iter():
        if isinstance(element.tag, str) and local(element.tag) == "title":
            return " ".join(words_of(element).split())
    return ""
