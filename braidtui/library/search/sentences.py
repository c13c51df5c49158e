"""The sentences of a text, in any script."""

import re

from braidtui.find.finder import Span
from braidtui.library.search.cutting import parts_graphemes

_END = re.compile(
    r"""
    (?<![.!?…‽]) [.!?…‽]++ ["'”’»›)\]]*+ (?=\s|\Z)  # Latin and its like: a blank follows
    | [。！？｡]+ [」』”’）〉》】]*                    # Chinese, Japanese
    | [।॥؟۔։።၊။]+ ["'”’»)\]]*                      # Devanagari, Arabic, Armenian, Amharic, Burmese
    | \n
    """,
    re.VERBOSE,
)
_BLANKS = re.compile(r"\s*")
_NO_END = re.compile(  # a full stop after an initial, an ordinal, a title
    r"(?:^|[\s(\[\"“‘])(?:(?!I\b)[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|\d{1,2}|mr|mrs|ms|dr|prof|st|vs|cf"
    r"|ca|gen|col|sen|rep|gov|mme|mlle|hr|bzw|usw)\.\Z",
    re.IGNORECASE,
)
_NO_END_BEFORE_DIGIT = re.compile(r"\b(?:no|nr|fig|vol|pp?|ch|sec|art|bd)\.\Z", re.IGNORECASE)
_LONGEST_BEFORE = 12  # characters that tell


def sentences(text: str) -> list[Span]:
    """Each from its first sign to its last; blanks between them belong to none. Linear."""
    found: list[Span] = []
    begin = _past_blanks(text, 0)
    for match in _END.finditer(text):
        after = _past_blanks(text, match.end())
        if match.start() >= begin and _is_end(text, match, after):
            found.append((begin, match.end()))
            begin = after
    found.append((begin, len(text)))
    ends = (first + len(text[first:last].rstrip()) for first, last in found)
    spans = ((first, end) for (first, _), end in zip(found, ends, strict=True))
    return [(first, end) for first, end in spans if first < end]


def _past_blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _is_end(text: str, match: re.Match[str], after: int) -> bool:
    if not parts_graphemes(text, after):
        return False
    if match[0][0] not in ".!?…‽":
        return True
    following = text[after : after + 1]
    if following.islower():
        return False
    if match[0] != ".":
        return True
    before = text[max(0, match.start() - _LONGEST_BEFORE) : match.end()]
    if following.isdigit() and _NO_END_BEFORE_DIGIT.search(before):
        return False
    return not _NO_END.search(before)
