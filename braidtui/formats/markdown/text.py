"""Plain text inside Markdown: escaped so that it shows as it is and is nothing else."""

import re

_LINE_BREAKS = re.compile(r"[\r\n]+")
# What is markup in CommonMark, on GitHub, in Obsidian or in a notebook, and no more: a person reads
# this too. Each branch begins with a plain sign, which makes the search three times as fast.
_SIGNS = re.compile(
    r"[\\`*_\[\]<~|$^{}]"
    r"|#(?<!\w#)|&(?=#?\w{1,40};)|==+|%%+"  # headings and tags, entities, marks, comments
    r"|!\Z"  # a footnote after it would make a picture
    r"|@(?=[\w.-])|/(?=/)(?<!:/)|\.(?<=[wW]{3}\.)"  # mentions and bare links
    r"|:(?=//|[A-Za-z+-][\w+-]{0,40}:)"  # links again, names of emoji
)
_FIRST_SIGN = re.compile(r"[-+:=>]|\d{1,9}(?=[.)])", re.ASCII)


def markdown_text(text: str) -> str:
    """A text as one line of Markdown that shows just that text, wherever it stands."""
    line = _LINE_BREAKS.sub(" ", text).strip(" \t")
    line = _SIGNS.sub(_escaped, line)
    mark = _FIRST_SIGN.match(line)
    if not mark:
        return line
    at = mark.end() if mark[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def markdown_paragraphs(text: str) -> list[str]:
    """A text of paragraphs as lines of Markdown, one a paragraph."""
    return [shown for line in text.split("\n") if (shown := markdown_text(line))]


def _escaped(signs: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in signs[0])
