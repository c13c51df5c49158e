"""The words of a subtitle: without its styling, and who says them."""

import re

from braidtui.formats.captions.entities import with_entities_decoded

_STYLES = "i|b|u|s|em|strong|strike|font|span|big|small|sub|sup|center|p|c|lang|ruby|rt|v"
BREAK = re.compile(r"<br\b[^<>]*+>|(?<![:\\])\\(?-i:N)", re.IGNORECASE)
STYLING = re.compile(
    rf"<[ \t]*+(?:/[ \t]*+)?(?:{_STYLES})(?:\.[^\s<>]*+)?[ \t\n]*+/?>"
    # With attributes: `a <b and c> d` is text.
    rf"|<[ \t]*+(?:/[ \t]*+)?(?:{_STYLES})\s[^<>=]*+=[^<>]*+>"
    r"|</?(?:v|c|lang|font)[.\s][^<>]*+>"
    r"|<(?:\d{1,9}:){1,2}\d{1,9}(?:[.,]\d{1,9})?>"  # when a word of karaoke is sung
    r"|\{\\[^{}\n]*+\}",
    re.IGNORECASE | re.ASCII,
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?[ \t]++([^<>\n]*+)>", re.IGNORECASE)


def words_of(body: str) -> str:
    """What is to be read of the lines below a timing: tags that style (no others: `<sighs>` is
    text) and `{\\...}` are gone, certain entities decoded, lines kept.

    A blank at the start stays: where each subtitle is a word it tells which are parted.
    """
    if "\\" in body or "<" in body:
        body = STYLING.sub("", BREAK.sub("\n", body))
    words = with_entities_decoded(body).rstrip()
    return words[words.rfind("\n", 0, len(words) - len(words.lstrip())) + 1 :]


def said_in(body: str) -> list[tuple[str, str]]:
    """Who (from `<v Name>`, "" where it is not told) says what in the lines below a timing."""
    if "<v" not in body and "<V" not in body:
        return [("", words_of(body))]
    before, *voiced = _VOICE.split(body)
    told = [("", words_of(before))] if before.strip() else []
    for name, words in zip(voiced[::2], voiced[1::2], strict=True):
        told.append((with_entities_decoded(name).strip(), words_of(words)))
    return told
