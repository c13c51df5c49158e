"""Words as a quotation of a scholarly text: run in between quotation marks, or as a block."""

import re
from collections.abc import Sequence

from braidtui.episode.timecode import HOUR, MINUTE, SECOND
from braidtui.formats.citing.excerpt import Said, names_of

_INDENT = "    "
_OPENING = re.compile(r'(?:(?<=^)|(?<=[\s(\[{—–‘“«]))"')
_SINGLE = str.maketrans('“”„"', "‘’‚’")


def is_block(words: Sequence[Said], most: int) -> bool:
    """Whether it stands on its own: more than one turn or paragraph, or `most` words or more."""
    return len(words) > 1 or len(words[0].paragraphs) > 1 or len(_text(words).split()) >= most


def run_in(words: Sequence[Said], end: str) -> str:
    """A quotation of one paragraph with `end` before its closing mark, where it needs one.

    Without an `end`, a full stop goes, to stand behind the reference.
    """
    text = nested(_text(words))
    if not end:
        text = re.sub(r"(?<![.…])[.,;:]$", "", text)
    elif not re.search(r"[.?!…。？！][’)\]]*$", text):
        text = re.sub(r"[,;:]$", "", text) + end
    return f"“{text}”"


def block(words: Sequence[Said]) -> str:
    """Indented paragraphs without quotation marks; with names where several speak."""
    named = len(names_of(words)) > 1
    lines = []
    for stretch in words:
        first, *others = stretch.paragraphs
        lines += [f"{stretch.name}: {first}" if named else first, *others]
    return "\n\n".join(f"{_INDENT}{line}" for line in lines)


def introduction(words: Sequence[Said], authors: Sequence[str]) -> str:
    """`Halek Vauth said:`, unless the reference tells that already or the block itself does."""
    names = names_of(words)
    return "" if len(names) != 1 or names == tuple(authors) else f"{names[0]} said:"


def nested(text: str) -> str:
    """A text inside quotation marks: its own double ones become single (CMOS 17, 13.30)."""
    return _OPENING.sub("‘", text).translate(_SINGLE)


def quoted_title(title: str, mark: str) -> str:
    """`“Night ‘Trains,’”`: a title with a comma or a full stop inside all closing marks."""
    title = nested(title)
    if mark == "." and title.rstrip("’")[-1:] in {".", "?", "!", "…"}:
        return f"“{title}”"
    if title.endswith("’") and "‘" in title:
        return f"“{title[:-1]}{mark}’”"
    return f"“{title}{mark}”"


def stopped(text: str, stop: str = ".") -> str:
    """A text with a stop at its end, unless there is one."""
    return text if not text or text[-1] in ".?!…" else f"{text}{stop}"


def spoken_clock(milliseconds: int) -> str:
    """`0:24`, `26:05`, `1:02:03`: a time as references give it."""
    minutes, seconds = milliseconds // MINUTE, milliseconds // SECOND % 60
    if minutes < HOUR // MINUTE:
        return f"{minutes}:{seconds:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _text(words: Sequence[Said]) -> str:
    return " ".join(line for stretch in words for line in stretch.paragraphs)
