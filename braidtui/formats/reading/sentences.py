"""Where sentences end, and how stretches of speech become one text."""

import re
from collections.abc import Sequence
from itertools import pairwise

STOPS = tuple(".!?…。！？؟।۔｡")
CLOSERS = "\"'”’»)]*_」』）】"
_SHORTENED = frozenset(("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Prof.", "vs."))
_BEHIND = rf"[{re.escape(CLOSERS)}]{{0,3}}"
_END = re.compile(
    r"[.!?…؟।۔](?<!\b[A-HJ-Z]\.)(?<!\b[DM]r\.)(?<!\bMrs\.)(?<!\b[MS][st]\.)(?<!\bProf\.)"
    rf"(?<!\bvs\.){_BEHIND} (?![a-z])"
    rf"|[。！？｡]{_BEHIND}"
)
_GLUED = re.compile(r"[,;:!?%)\]}”»、。，！？：；）」』]|\.+(?!\w)|['’](?:s|re|ve|ll|d|m|t)\b")
_NO_BLANKS = (  # scripts that set none between words: Thai to Burmese, Khmer, kana and Han
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uff9f"
    "\U00020000-\U0003ffff"
)
_UNPARTED = re.compile(f"[{_NO_BLANKS}]")


def ends_sentence(text: str) -> bool:
    """Whether a text ends a sentence, in whatever script; the point of `Mr.` or `J.` is no end."""
    if text.endswith("."):
        return not _is_shortened(text[-6:].rpartition(" ")[2])
    return text.endswith(STOPS) or text.rstrip(CLOSERS).endswith(STOPS)


def _is_shortened(word: str) -> bool:
    """Whether a word with a point is short for a title or, but for `I`, a name."""
    return word in _SHORTENED or (len(word) == 2 and word[0].isupper() and word != "I.")


def sentence_ends(text: str) -> list[int]:
    """Every offset inside a text where a sentence begins behind the end of another."""
    return [end for found in _END.finditer(text) if (end := found.end()) < len(text)]


def glues(texts: Sequence[str], are_parts: bool) -> list[bool] | None:
    """For each text whether it follows the one before it without a blank; None where none does.

    A sign that closes does, and a script that has no blanks. `are_parts` says that the texts are
    single words with the blank before them, so that one without is a part of a word.
    """
    if are_parts:
        return [text[:1] not in " \xa0\n" for text in texts]
    glued = [_GLUED.match(text) is not None for text in texts]
    if not all(map(str.isascii, texts)):
        for row, (above, text) in enumerate(pairwise(texts), start=1):
            if _UNPARTED.match(text) and _UNPARTED.match(above, len(above) - 1):
                glued[row] = True
    return glued if any(glued) else None


def joined(texts: Sequence[str], glued: Sequence[bool] | None) -> str:
    """The texts as one, parted by a blank but for those that are glued."""
    if glued is None:
        return " ".join(texts)
    parts = (text if is_glued else f" {text}" for text, is_glued in zip(texts, glued, strict=True))
    return "".join(parts).strip(" ")
