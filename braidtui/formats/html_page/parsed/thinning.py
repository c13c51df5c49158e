"""An HTML text with only the tags that tell something of a transcript, each with its line.

What a parser is slow at never reaches it: tables, forms and SVG are plain boxes here, comments and
scripts are gone, and a page nested too deep is refused (selectolax 1.0 takes 80 s for 100,000).
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from braidtui.formats.imported import refused

MAX_CHARACTERS = 16 << 20
_DEEPEST = 5_000
_MOST_ELEMENTS = 30_000  # more of them only where there are words in them
_FEWEST_CHARACTERS = 14  # an element, tags and words
_MOST_WORK = 100_000_000  # steps up and down the open elements: what takes a parser 0.2 s

_ATTRIBUTES = (
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
)
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>]){_ATTRIBUTES}"
    r"(?:>|\Z)(.*?)(?:(?=</\1[\s/>])|\Z)"
    rf"|<(/?)([a-z][^\s/>]*+)({_ATTRIBUTES})(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s/\"'])(class|id|href|datetime|lang|property|name|content|rel|data-start|begin)\s*+=\s*+"
    r"(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++))",
    re.IGNORECASE | re.ASCII,
)
_BOXES = frozenset(
    {"div", "section", "article", "main", "header", "ul", "ol", "dl", "blockquote", "pre"}
    | {"nav", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_STAND_INS = {
    **dict.fromkeys(("table", "caption", "figure", "figcaption", "form", "fieldset"), "div"),
    **dict.fromkeys(("details", "summary", "address", "center", "dialog"), "div"),
    "tr": "hr",  # which closes a cell that is open, and nests in nothing
    **dict.fromkeys(("td", "th"), "li"),
}
_ENDS_ITSELF = frozenset({"p", "li", "dt", "dd", "br", "hr", "meta", "link"})
_BARE = frozenset({"b", "strong", "em", "i"})
_FORMATTING = _BARE | {"a"}
_WORDS = frozenset({"cite", "time", "span", "a"})
_ONCE = frozenset({"html", "head", "body"})
_KEPT = _BOXES | _ENDS_ITSELF | _BARE | _WORDS | _ONCE
_NAMES = {**{name: name for name in _KEPT}, **_STAND_INS}


def thinned(text: str) -> str:
    """The text for the parser; the attribute `l` of a tag is its line, from 1.

    Raises FormatRefused where the text is longer than 16 Mi characters or nested too deep.
    """
    if len(text) > MAX_CHARACTERS:
        raise refused(f"the page is longer than {MAX_CHARACTERS >> 20} Mi characters")
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    nesting = _Nesting()
    done, counted, line, has_title = 0, 0, 1, False
    is_in_p = False
    elements = 0
    for found in _MARKUP.finditer(text):
        start, end = found.span()
        yield text[done:start]
        done = end
        raw, inside, closes, name, attributes = found.groups()
        if name is None:
            if raw is not None and raw.lower() == "title" and not has_title:
                has_title = True
                yield f"<title>{inside}</title>"
        elif (kept := _NAMES.get(name) or _NAMES.get(name.lower())) is None:
            continue
        elif closes:
            if (kept != "p" or is_in_p) and nesting.close(kept, line):
                yield f"</{kept}>"
                is_in_p = is_in_p and kept != "p"
        else:
            line += text.count("\n", counted, start)
            counted = start
            elements += 1
            if elements > _MOST_ELEMENTS and _FEWEST_CHARACTERS * elements > len(text):
                raise refused("the page has elements by the thousand and hardly a word", line)
            nesting.open(kept, line)
            is_in_p = is_in_p or kept == "p"
            yield _opening(kept, attributes, line)
    yield text[done:]


def attributes_of(text: str) -> dict[str, str]:
    """The attributes that are looked at, their entities decoded; of two the first one counts."""
    told: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        told.setdefault(name.lower(), unescape(double or single or bare))
    return told


def _opening(name: str, attributes: str, line: int) -> str:
    if name in _BARE:  # such tags are opened again and again, each kind with other attributes anew
        return f"<{name}>"
    if "=" not in attributes:
        return f'<{name} l="{line}">'
    told = attributes_of(attributes)
    others = "".join(f' {key}="{escape(value)}"' for key, value in told.items())
    return f'<{name} l="{line}"{others}>'


class _Nesting:
    """How deep the elements stand in each other, by the rules for end tags of the HTML standard."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts = dict.fromkeys(_NAMES.values(), 0)
        self._work = 0

    def open(self, name: str, line: int) -> None:
        """Raises FormatRefused where that is one too deep."""
        if name not in _ENDS_ITSELF and name not in _ONCE:
            self._open.append(name)
            self._counts[name] += 1
        self._work += len(self._open)
        self._refuse_depth(line)

    def close(self, name: str, line: int) -> bool:
        """Whether an end tag does anything; raises FormatRefused where that takes too long."""
        if name in _ENDS_ITSELF or name in _ONCE:
            self._work += len(self._open)
        elif not self._counts[name]:
            return False
        elif self._open[-1] == name:
            self._counts[self._open.pop()] -= 1
            self._work += 20
        else:
            self._close_around(name)
        self._refuse_depth(line)
        return True

    def _close_around(self, name: str) -> None:
        """Close the nearest of that name, and what stands in it; a word ends at its box."""
        for at in range(len(self._open) - 1, -1, -1):
            self._work += 20
            if self._open[at] == name:
                closed = self._open[at : at + 1 if name in _FORMATTING else None]
                del self._open[at : at + len(closed)]
                for gone in closed:
                    self._counts[gone] -= 1
                return
            if name not in _FORMATTING and name in _WORDS and self._open[at] in _BOXES:
                return

    def _refuse_depth(self, line: int) -> None:
        if len(self._open) > _DEEPEST or self._work > _MOST_WORK:
            raise refused("the elements of the page are nested too deep", line)
