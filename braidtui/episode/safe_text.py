"""The one gate between a stranger's text and a terminal: `clean`.

Every string from a file, a file name, an error or the environment passes it once, on the way in.
What could act on a terminal becomes a visible stand-in or goes; text in any script stays as it is.
The rules are those of less, mutt and the Unicode security reports (UTR 36, UAX 9, UAX 15).
"""

import re
import unicodedata
from collections.abc import Iterator

_REPLACEMENT = "\ufffd"
_LONGEST_MARK_RUN = 8  # combining marks on one letter; more only flood a single cell

_SPACES = "\x85\u2028\u2029"
_VISIBLE = "\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_DROPPED = "\r\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_HIGH_VISIBLE = "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)
)
_HIGH_DROPPED = "\U000e0000-\U000e007f"

_LOW_ACTING = f"\t{_CONTROLS}{_SPACES}{_VISIBLE}{_DROPPED}"
# What few texts need is compiled at first use, and kept by `re`: that is 5 ms of the start.
_ACTING = f"[{_LOW_ACTING}{_HIGH_VISIBLE}{_HIGH_DROPPED}]"
_DROP = f"[{_DROPPED}{_HIGH_DROPPED}]"
_JOINERS = (  # kept singly between letters of scripts that join, dropped elsewhere
    "[\u200c\u200d](?:[\u200c\u200d]+|(?=[\\s\\x00-\\x7f]|\\Z)|(?<![^\\s\\x00-\\x7f][\u200c\u200d]))"
)
_MARKS = rf"[^\w\s\x00-\u02ff]{{{_LONGEST_MARK_RUN + 1},}}"

# The exact patterns take 10 to 40 ns a character. These take 3 and find what those find, and more:
# whatever lies far beyond U+FFFF, and all of the blocks that have combining marks.
_MAY_ACT = f"[{_LOW_ACTING}\U0001fffe-\U0010ffff]"
_LATIN = re.compile("[\x00-\u02ff\u2010-\u2027]*")
_MAY_BE_MARK = (
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u05c8-\u060f\u061b-\u064a\u0671-\u06d5\u06ee-\u0710"
    "\u074b-\u07a5\u109e-\u135c\u1360-\u1711\u1e00-\u20cf\u20f1-\u2cee\u2cf2-\u2d7e\u2e00-\u3029"
    "\u3030-\u3098\u309b-\ua66e\ua6a0-\ua6ef\ua6f2-\ua801\uabee-\ufb1d\ufb1f-\ufdff\ufe30-\uffff]"
)


def clean(text: str) -> str:
    """`text` as it may be shown, copied and stored: line feeds stay, a tab is four blanks.

    Idempotent. C0 and DEL become their control pictures, C1, bidi overrides, surrogates and
    noncharacters U+FFFD; soft hyphens, zero-width and tag characters are dropped.
    """
    if not _is_printable(text):
        if re.search(_MAY_ACT, text):
            text = text.translate(_STAND_INS)
        if "\u200c" in text or "\u200d" in text:
            text = re.sub(_JOINERS, "", text)
    if text.isascii() or _LATIN.fullmatch(text) or not re.search(_MAY_BE_MARK, text):
        return text
    return re.sub(_MARKS, _shorten_mark_runs, text)


def clean_line(text: str) -> str:
    """`clean` for a field of one line."""
    return as_line(clean(text))


def as_line(text: str) -> str:
    """Safe text as one line: line breaks at the ends go, others become a blank."""
    return " ".join(line for line in text.split("\n") if line) if "\n" in text else text


def as_body(text: str) -> str:
    """Safe text as paragraphs: any run of line breaks becomes one blank line."""
    if "\n" not in text:
        return text
    return "\n\n".join([line for line in text.split("\n") if line and not line.isspace()])


def cleaned_away(text: str) -> list[str]:
    """The characters of `text` that `clean` takes away or replaces, tabs and CR aside."""
    if clean(text) == text:
        return []
    acting = [found for found in re.findall(_MAY_ACT, text) if _stand_in(found) != found]
    acting = [found for found in acting if found not in "\t\r"]
    kept = text.translate(_STAND_INS)
    joiners = "".join(re.findall(_JOINERS, kept))
    marks = [mark for run in re.findall(_MARKS, re.sub(_JOINERS, "", kept)) for mark in _flood(run)]
    return [*acting, *joiners, *marks]


def count_cleaned(text: str) -> int:
    """How many characters of `text` `clean` takes away or replaces, tabs and CR aside."""
    return len(cleaned_away(text))


def _is_printable(text: str) -> bool:
    """Whether Unicode finds nothing but signs and line feeds, and what it finds is not dropped."""
    is_printable = text.isprintable() or text.replace("\n", "").isprintable()
    return is_printable and "\u034f" not in text


class _StandIns(dict[int, str]):
    """For `str.translate`: what stands in for each character, learned as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = stand_in = _stand_in(chr(code))
        return stand_in


_STAND_INS = _StandIns()


def _stand_in(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return "    "
    if not re.match(_ACTING, character):
        return character
    if re.match(_DROP, character):
        return ""
    if character in _SPACES:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _REPLACEMENT


def _shorten_mark_runs(match: re.Match[str]) -> str:
    return "".join(character for character, is_flood in _marked(match[0]) if not is_flood)


def _flood(text: str) -> list[str]:
    return [character for character, is_flood in _marked(text) if is_flood]


def _marked(text: str) -> Iterator[tuple[str, bool]]:
    """Each character, and whether it is a combining mark beyond the longest run."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        yield character, run > _LONGEST_MARK_RUN
