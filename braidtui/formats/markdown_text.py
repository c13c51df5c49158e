"""Plain text inside Markdown: escaped so that it shows as it is and is nothing else."""

import re

_LINE_BREAKS = re.compile(r"[\r\n]+")
_SIGNS = re.compile(
    r"[\\`*_\[\]<>&~|$^=!{}#]"  # those of CommonMark, of GitHub, of the notebooks
    r"|%{2,}"  # comments
    r"|@(?=\w)|:(?=//|[a-z+-][\w+-]{0,40}:)|(?<=www)\.",  # mentions, bare links, names of emoji
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"[-+:]|\d{1,9}(?=[.)])", re.ASCII)


def markdown_text(text: str) -> str:
    """A text as one line of Markdown that shows just that text, wherever it stands."""
    line = _LINE_BREAKS.sub(" ", text).strip(" \t")
    line = _SIGNS.sub(_escaped, line)
    mark = _LIST_MARK.match(line)
    if not mark:
        return line
    at = mark.end() if mark[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _escaped(signs: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in signs[0])
