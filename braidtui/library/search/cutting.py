"""Where a text may be cut: at a blank, or beside a letter of a script that has none."""

import re
import unicodedata

from braidtui.find.folding import fold
from braidtui.find.words import stands_alone

_JOINER = "\u200d"
_STACKS = 9  # the combining class of signs that stack the next letter under the last
_TIED = (
    re.compile(  # joiners, a vowel, voice marks, skin tones, the later parts of a Hangul syllable
        "[\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff\u1160-\u11ff\ud7b0-\ud7ff]"
    )
)
_PAIRS = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[\u1100-\u115f\ua960-\ua97f][\u1100-\u115f\uac00-\ud7ff]"
)


def cut_after(text: str, first: int, last: int) -> int:
    """The last place from `first` to `last` where words end; `first` where none do."""
    return next((at for at in range(last, first, -1) if _may_end(text, at)), first)


def cut_before(text: str, first: int, last: int) -> int:
    """The first place from `first` to `last` where words begin; `last` where none do."""
    return next((at for at in range(first, last) if _may_begin(text, at)), last)


def cut_in_word(text: str, first: int, last: int) -> int:
    """The last place after `first`, up to `last`, between two graphemes; `last` where none is."""
    return next((at for at in range(last, first, -1) if parts_graphemes(text, at)), last)


def _may_end(text: str, at: int) -> bool:
    if text[at - 1].isspace() or not parts_graphemes(text, at):
        return False
    return at == len(text) or text[at].isspace() or stands_alone(fold(text[at - 1]))


def _may_begin(text: str, at: int) -> bool:
    if text[at].isspace() or not parts_graphemes(text, at):
        return False
    return at == 0 or text[at - 1].isspace() or stands_alone(fold(text[at]))


def parts_graphemes(text: str, at: int) -> bool:
    """Whether no grapheme goes on here: UAX 29, and rather one cut less than one too many."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    is_tied = unicodedata.category(after)[0] == "M" or _TIED.match(after)
    ties = before == _JOINER or unicodedata.combining(before) == _STACKS
    return not (is_tied or ties or _PAIRS.match(before + after))
