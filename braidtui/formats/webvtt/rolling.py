"""Captions that roll, as YouTube makes them: each line stands in up to three cues.

A cue shows the line above and the new one, word by word; a cue of 10 ms shows the new one alone;
then it is the line above of the next. Of 3,269 such cues with 29,302 words 1,634 lines with 9,841
words are left.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from braidtui.formats.speech.draft import Utterance
from braidtui.formats.webvtt.blocks import RawCue
from braidtui.formats.webvtt.cue_text import spans_of

_WORD_TIME = re.compile(r"<\d\d:\d\d:\d\d\.\d{3}><c[.>]", re.ASCII)
_BRIEF = 50  # milliseconds
_FEWEST = 10  # cues that tell by their lines alone
_SHOWN = 2  # lines at a time


def is_rolling(cues: Sequence[RawCue]) -> bool:
    """Whether most cues begin with the last line of the cue above, in a file that has words with
    times, cues too brief to be read, or two lines in most cues: a chorus or a loop has not."""
    tall = sum("\n" in cue.raw for cue in cues)
    brief = sum(cue.end - cue.start <= _BRIEF for cue in cues)
    is_brief = brief * 4 >= len(cues) and tall * 5 >= len(cues)
    is_tall = len(cues) >= _FEWEST and tall * 5 >= len(cues) * 4
    if not (is_brief or is_tall or (tall and _has_word_times(cues))):
        return False
    shown = [lines for cue in cues if (lines := _lines(cue))]
    repeated = sum(above[-1] == below[0] for above, below in pairwise(shown))
    return repeated > 0 and repeated * 5 >= (len(shown) - 1) * 3


def unrolled(cues: Sequence[RawCue]) -> Iterator[Utterance]:
    """Each line once, with the time of the cue that shows it first: a line is left out where it is
    one of the last two."""
    last: deque[str] = deque(maxlen=_SHOWN)
    for cue in cues:
        for line in _lines(cue):
            if line not in last:
                last.append(line)
                yield Utterance(line, "", cue.start, cue.end, cue.line)


def _has_word_times(cues: Sequence[RawCue]) -> bool:
    return any("><c" in cue.raw and _WORD_TIME.search(cue.raw) for cue in cues)


def _lines(cue: RawCue) -> list[str]:
    """The lines of a cue that hold something, without tags."""
    text = "".join(span.text for span in spans_of(cue.raw))
    return [line for raw in text.split("\n") if (line := raw.strip())]
