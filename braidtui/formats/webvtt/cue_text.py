"""The text of a cue: words, tags, entities (https://w3c.github.io/webvtt/#cue-text-parsing-rules)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

# From `<` to the next `>`, or to the end, whatever stands between: no state of the standard's
# tokenizer ends a tag otherwise.
_TAG = re.compile(r"<([^>]*+)>?")
# A tag that WebVTT has, or a font: what else stands there is words, as `x<y` and `<bob@x.org>`.
_KNOWN_TAG = re.compile(
    r"<(/?(?:[cvibuIBU]|ruby|rt|lang|font|FONT)(?:[.\s][^<>]*+(?=>))?|\d++[:.][\d:.]*+)(?:>|\Z)",
    re.ASCII,
)
_VOICE = re.compile(r"v(?:\.[^ \t\f\n]*+)?(?:[ \t\f\n]([\s\S]*+))?")
_BLANKS = re.compile(r"[ \t\f\n\r]+")
_NUMBER = re.compile(r"&#([0-9]++);?")
_MOST_DIGITS = 8


class Span(NamedTuple):
    """A stretch of a cue's text and who speaks it, "" where that is not told."""

    voice: str
    text: str


def spans_of(raw: str, strict: bool = False) -> list[Span]:
    """The text without tags and with entities decoded, parted where another voice begins or ends.

    Never empty. `strict`, all that stands between `<` and `>` is a tag, known or not, as is `<` and
    all that follows where none closes it; else only one that is known.
    """
    if "<" not in raw:
        return [Span("", decoded(raw))]
    tokens = _tokens((_TAG if strict else _KNOWN_TAG).split(raw))
    return [
        Span(voice, "".join(token.text for token in said))
        for voice, said in groupby(tokens, key=attrgetter("voice"))
    ] or [Span("", "")]


def _tokens(pieces: list[str]) -> Iterator[Span]:
    """Of texts and tags by turns each text, with the innermost voice that is open there."""
    open_voices = [""]
    if pieces[0]:
        yield Span("", decoded(pieces[0]))
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if tag[:1] == "v" and (name := _voice_of(tag)) is not None:
            open_voices.append(name)
        elif tag == "/v" and len(open_voices) > 1:
            open_voices.pop()
        if text:
            yield Span(open_voices[-1], decoded(text))


@lru_cache(maxsize=256)
def _voice_of(tag: str) -> str | None:
    """The name in a voice tag, without its classes; None where it is another tag."""
    voice = _VOICE.fullmatch(tag)
    return None if voice is None else _BLANKS.sub(" ", decoded(voice[1] or "")).strip(" ")


def decoded(text: str) -> str:
    """A text with its references to characters decoded as HTML does it outside of attributes."""
    if "&" not in text:
        return text
    return unescape(_NUMBER.sub(_short_number, text) if "&#" in text else text)


def _short_number(reference: re.Match[str]) -> str:
    """A number of any length as one that can be read: no character has more than seven digits."""
    digits = reference[1].lstrip("0")
    return f"&#{digits or 0};" if len(digits) <= _MOST_DIGITS else "\ufffd"
