"""Cutting a quote that is too long for a card: at the end of a sentence, and never unsaid."""

import re
from collections.abc import Callable, Sequence

ELLIPSIS = " …"
_SENTENCE_END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s)|[。！？]+[」』）]*")
_WORD_END = re.compile(r"\S(?=\s)")
_PARTED = "\n"
_FAR_TOO_SHORT = 3  # times: then a sentence that is cut shows more of what was said


def shortened_to(
    paragraphs: Sequence[str], most: int, fits: Callable[[Sequence[str]], bool]
) -> tuple[str, ...]:
    """As many sentences as fit and have no more than `most` characters; the cut shows as `…`.

    Where not even the first one fits, as many words, or characters.
    """
    text = _PARTED.join(paragraphs)
    if len(text) <= most and fits(paragraphs):
        return tuple(paragraphs)
    text = text[: most + 1]
    sentences = _last_that_fits(text, _ends(_SENTENCE_END, text), fits)
    words = _last_that_fits(text, _ends(_WORD_END, text), fits)
    longest = sentences if len(sentences) > len(words) / _FAR_TOO_SHORT else words
    longest = longest or _last_that_fits(text, range(1, len(text)), fits) or ELLIPSIS.strip()
    return tuple(longest.split(_PARTED))


def _last_that_fits(text: str, ends: Sequence[int], fits: Callable[[Sequence[str]], bool]) -> str:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if fits((text[: ends[middle]] + ELLIPSIS).split(_PARTED)):
            low = middle + 1
        else:
            high = middle
    return text[: ends[low - 1]] + ELLIPSIS if low else ""


def _ends(form: re.Pattern[str], text: str) -> list[int]:
    return [match.end() for match in form.finditer(text) if match.end() < len(text)]
