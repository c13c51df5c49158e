"""Texts as YAML scalars that readers of YAML 1.1 and 1.2 alike read back as the very text."""

import re

WIDTH = 100

_WORDS_OF_YAML = frozenset({"y", "yes", "n", "no", "on", "off", "true", "false", "null"})
_FOLD = re.compile(r"(?<![ ]) (?![ ])")  # a single blank: the one place a line may be parted at


def scalar(text: str, *, in_flow: bool = False) -> str:
    """`text` on one line: bare where no reader can take it for anything else, else quoted."""
    return text if _may_stand_bare(text, in_flow) else f'"{_escaped(text)}"'


def paragraphs(text: str, indent: int, lead: int) -> str:
    """A text of paragraphs as the value after a key, its lines parted at blanks by column 100.

    In the folded form (`>-`) where that reads back exactly, else in double quotes. `lead` is how
    many columns the key takes.
    """
    margin = " " * indent
    parts = text.split("\n\n")
    if any(part != part.strip() or "\n" in part for part in parts):
        return f'"{_folded(_escaped(text), margin, lead + 1)}"'
    return ">-\n" + "\n\n".join(margin + _folded(part, margin, indent) for part in parts)


def _may_stand_bare(text: str, in_flow: bool) -> bool:
    """The cautious rule: it begins with a letter, and holds nothing that is ever syntax."""
    return (
        text[:1].isalpha()
        and text.lower() not in _WORDS_OF_YAML
        and ": " not in text
        and " #" not in text
        and "\n" not in text
        and text[-1] != ":"
        and text == text.strip()
        and not (in_flow and any(sign in text for sign in ",?[]{}"))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _folded(text: str, margin: str, taken: int) -> str:
    """`text` with line breaks for single blanks wherever a line would pass the width.

    `taken` are the columns before the first line.
    """
    lines = []
    line, *words = _FOLD.split(text)
    for word in words:
        if taken + len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line, taken = word, len(margin)
        else:
            line = f"{line} {word}"
    return f"\n{margin}".join([*lines, line])
