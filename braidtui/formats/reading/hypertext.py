"""What tells a page, or a part of one, from prose with a few tags in it, as in Markdown."""

import re

_BEGINNING = 20_000
_END = 300
_FEW = 2  # lines of Markdown: no page has more of them
_BEFORE = r"(?:\s++|<!--.*?-->|<\?xml[^>]{0,200}\?>)*+"
_PARAGRAPHS = "p|li|dt|dd|tr|td|th"  # their end tags may be missing
_BOXES = (
    "article|aside|blockquote|center|div|dl|figure|footer|form|h[1-6]|header|main|nav|ol|pre"
    "|section|table|ul"
)
_OTHERS = (
    "a|abbr|audio|b|base|big|br|button|code|del|details|em|font|hr|i|iframe|img|ins|kbd|link|mark"
    "|meta|noscript|picture|q|s|script|small|span|strike|strong|style|sub|summary|sup|title"
    "|u|video|wbr"
)
_TAGGED = re.compile(rf"{_BEFORE}<(?!!--)[!?/a-z]", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(rf"{_BEFORE}<(?P<name>[a-z][\w:.-]{{0,99}})", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(
    rf"{_BEFORE}<(?:!doctype\s+html\b|(?:html|head|body)[\s>])", re.IGNORECASE | re.DOTALL
)
_ELEMENT = re.compile(
    rf"{_BEFORE}<(?:cite|time|{_PARAGRAPHS}|{_BOXES}|{_OTHERS})(?:\s[^<>]*+)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_TELLS = re.compile(r"<(?:!doctype\s+html|html|body|cite|time)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6}[ \t]+\S|(?:\*\*|__)[^\s*_])", re.MULTILINE)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style|title)\b.*?(?:</(?:script|style|title)\b[^>]*+>|\Z)"
    rf"|<(?P<closes>/?)(?:(?P<paragraph>{_PARAGRAPHS})|(?P<box>{_BOXES})|(?P<break>br))\b[^<>]*+>"
    r"|<[/a-z][^<>]*+>",
    re.IGNORECASE | re.DOTALL,
)


def is_hypertext(text: str) -> bool:
    """Whether a text is HTML: it begins as a page does, or with an element and has `<cite>` or
    `<time>`, or most of its words stand in paragraphs and boxes."""
    beginning = text[:_BEGINNING]
    if _PAGE.match(beginning):
        return True
    if not _ELEMENT.match(beginning):
        return False
    if _TELLS.search(beginning):
        return True
    return len(_MARKDOWN.findall(beginning)) < _FEW and _is_in_elements(beginning)


def is_marked_up(text: str) -> bool:
    """Whether a text begins as XML or HTML does, and is no prose that has a tag at its top
    (`<music>`)."""
    beginning = text[:_BEGINNING]
    if not _TAGGED.match(beginning):
        return False
    if _ELEMENT.match(beginning) or is_hypertext(beginning):
        return is_hypertext(beginning)
    root = _ROOT.match(beginning)
    return root is None or _is_closed(text, root["name"]) or _is_mostly_tags(beginning)


def _is_closed(text: str, root: str) -> bool:
    return text[-_END:].rstrip().endswith(f"</{root}>")


def _is_mostly_tags(text: str) -> bool:
    """Whether at least half of the lines are elements or tags, as in XML that is cut off."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    tagged = sum(line[0] == "<" and (line[-1] == ">" or "</" in line) for line in lines)
    return 2 * tagged >= len(lines)


def _is_in_elements(text: str) -> bool:
    """Whether of the characters no fewer stand in elements, or end at a `<br>`, than outside."""
    depth, is_in_paragraph = 0, False
    inside = outside = count = at = 0
    for tag in _TAG.finditer(text):
        count += len(text[at : tag.start()].strip())
        at = tag.end()
        if not (tag["paragraph"] or tag["box"] or tag["break"]):
            continue
        if depth or is_in_paragraph or tag["break"]:
            inside += count
        else:
            outside += count
        count = 0
        if tag["paragraph"]:
            is_in_paragraph = not tag["closes"]
        elif tag["box"]:
            depth = max(0, depth - 1) if tag["closes"] else depth + 1
            is_in_paragraph = False
    rest = 0 if depth or is_in_paragraph else count + len(text[at:].strip())
    return inside >= outside + rest
