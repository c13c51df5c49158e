"""The cues of a text of WebVTT, for those who want no episode."""

from braidtui.formats.captions.cue import Cue
from braidtui.formats.given import Given
from braidtui.formats.webvtt.blocks import Blocks, RawCue
from braidtui.formats.webvtt.cue_text import spans_of
from braidtui.formats.webvtt.standard import is_signed, read_standard
from braidtui.formats.webvtt.tolerant import read_tolerant


def read_cues(text: str, strict: bool = False) -> list[Cue]:
    """The cues of a WebVTT file in its order; `start` and `end` are milliseconds.

    A cue's `text` has no tags, its entities are decoded and its lines kept; `voices` are the names
    of its `<v Name>`, in the order of the text. The cues are those that the file has: none is
    joined, folded or left out for having no words. A tag that WebVTT does not have is text, but
    with `strict`.

    As files really are, cues are found by their times, however these are written (`0.860 -->
    7.380`, `1:02,5 --> 1:04`), with or without a signature, blank lines between them or text on
    several paragraphs (each a cue of the same times). With `strict` it is the standard's parsing
    algorithm to the letter (https://w3c.github.io/webvtt/#parsing): it drops a cue with bad times,
    and a text without the signature has no cues.
    """
    given = Given(text)
    if strict and not is_signed(given.text):
        return []
    return [_cue(it, strict) for it in read_blocks(given, strict).cues]


def read_blocks(given: Given, strict: bool) -> Blocks:
    """The blocks of a file, to the letter or as files really are; NUL is U+FFFD in both."""
    text = given.text.replace("\x00", "\ufffd")
    return read_standard(text) if strict else read_tolerant(text)


def _cue(cue: RawCue, strict: bool) -> Cue:
    spans = spans_of(cue.raw, strict)
    voices = tuple(span.voice for span in spans if span.voice)
    return Cue(cue.id, cue.start, cue.end, "".join(span.text for span in spans), voices)
