"""The tree of an XML text, and the guards before it: no declarations of entities, no depth."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from xml.parsers.expat import errors

from braidtui.episode.problem import Problem, shortened
from braidtui.formats.given import Given
from braidtui.formats.imported import FormatRefused, refused

_LONGEST = 64 << 20
_DEEPEST = 200
_ROOT = re.compile(
    r"(?:\s|<\?(?:(?!\?>).){0,500}+\?>|<!--(?:(?!-->).){0,2000}+-->)*+"
    r"<(?:[\w.-]{1,60}:)?([\w.-]{1,60})(?=[\s/>])",
    re.DOTALL,
)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(/?)[^\s<>/!?](?:[^<>\"']|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)",
    re.DOTALL,
)
_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED_ENCODING = re.compile(r"\s*<\?xml[^>]{0,500}\?>")


def root_name(given: Given) -> str:
    """The name of the root element without its prefix; "" where the text begins otherwise."""
    root = _ROOT.match(given.text[:20_000])
    return root[1] if root else ""


def read_tree(given: Given) -> ET.Element:
    """The root of the text; whatever encoding the text declares, it has been decoded already.

    Raises FormatRefused, with the line, where it is no XML, declares entities or is too deep.
    """
    text = given.text
    if len(text) > _LONGEST:
        raise refused(f"the text is longer than {_LONGEST >> 20} Mi characters")
    if declares := _DECLARES.search(text):
        line = text.count("\n", 0, declares.start()) + 1
        raise refused("XML with declarations of its own (DOCTYPE) is not read", line)
    _refuse_depth(text)
    declared = _DECLARED_ENCODING.match(text)
    bare = "\n" * text.count("\n", 0, declared.end()) + text[declared.end() :] if declared else text
    try:
        return ET.fromstring(bare)
    except ET.ParseError as error:
        line, column = error.position
        words = shortened(f"no XML that can be read: {errors.messages[error.code]}")
        raise FormatRefused(Problem(line, column + 1, words)) from error
    except ValueError as error:  # a lone surrogate
        raise refused("the text holds what is no character") from error


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str:
    """An attribute by its local name, whatever namespace it stands in; "" where it is missing."""
    told = element.get(name)
    if told is not None:
        return told
    return next((value for key, value in element.items() if local(key) == name), "")


def words_of(element: ET.Element, glue: str = "") -> str:
    """All text of an element in order; a `<br/>` is a line feed. `glue` stands between elements."""
    return "".join(_texts(element, glue))


def _texts(element: ET.Element, glue: str) -> Iterator[str]:
    """Walked without recursion: the texts after elements wait on a stack."""
    waiting: list[ET.Element | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        if not isinstance(item.tag, str):
            continue
        if local(item.tag) == "br":
            yield "\n"
        yield item.text or ""
        for child in reversed(item):
            waiting += (child.tail or "", child, glue)


def _refuse_depth(text: str) -> None:
    depth = 0
    for markup in _MARKUP.finditer(text):
        if markup[1] is None or text[markup.end() - 2 : markup.end()] == "/>":
            continue
        depth += -1 if markup[1] else 1
        if depth > _DEEPEST:
            line = text.count("\n", 0, markup.start()) + 1
            raise refused(f"the elements are nested deeper than {_DEEPEST}", line)
