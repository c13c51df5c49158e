"""WebVTT as files really are: a cue is wherever a line holds two times and an arrow."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from braidtui.formats.captions.arrows import tells_times
from braidtui.formats.reading.clock import CLOCK, milliseconds
from braidtui.formats.reading.limits import limited
from braidtui.formats.reading.tally import Tally
from braidtui.formats.webvtt.blocks import Blocks, Note, RawCue, is_comment, is_style

SIGNATURE = re.compile(r"\s*+WEBVTT(?!\w)")

# Hours, minutes and fraction may be missing; what follows are settings, whatever it is.
_GAP = r"[ \t\f\v]*+"
_TIMES = re.compile(
    rf"^{_GAP}{CLOCK}{_GAP}(?:[-–—]++>|→){_GAP}{CLOCK}((?![\d:])[^\n]++)?$",
    re.MULTILINE | re.ASCII,
)
_STANDARD = re.compile(
    r"[ \t]*(?:\d{2,9}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]*-->[ \t]*(?:\d{2,9}:)?[0-5]\d:[0-5]\d\.\d{3}",
    re.ASCII,
)
_SETTINGS = re.compile(rf"(?:{_GAP}[a-z]++:\S++)*+{_GAP}")
_BLOCK = re.compile(r"[^\n]++(?:\n[^\n]++)*+")
_NUMBER = re.compile(r"[0-9]{1,9}")


class _Between(NamedTuple):
    """What stands between two lines of times: the words right below the first, the id of the second
    and other blocks, by position."""

    words: str
    id: str
    others: Sequence[tuple[int, str]] = ()


def read_tolerant(text: str) -> Blocks:
    """The blocks of a text with line feeds alone. Nothing is dropped but the looks: text behind
    a blank line is one more cue of the times above it."""
    return _Reading(text).blocks()


class _Reading:
    """One reading of a text, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cues: list[RawCue] = []
        self._notes: list[Note] = []
        self._repaired = Tally()
        self._line = 1
        self._counted = 0

    def blocks(self) -> Blocks:
        met = limited(_TIMES.finditer(self._text))
        found = [times for times in met if tells_times(*times.group(2, 4, 6, 8))]
        if not found:  # nor is there anything else that could be times
            found = [times for times in met if times[9] is None]
        ends = chain((times.start() for times in found[1:]), (len(self._text),))
        header, id = self._header(found[0].start() if found else len(self._text))
        for times, end in zip(found, ends, strict=False):
            id = self._cue(times, id, end)
        return Blocks(header, self._cues, self._notes, self._repaired.notices)

    def _line_at(self, position: int) -> int:
        """The line of a position; each must be behind the one asked for before."""
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _header(self, end: int) -> tuple[list[str], str]:
        """The lines of the header without the signature, and the id of the first cue."""
        signature = SIGNATURE.match(self._text)
        if signature is None:
            self._repaired.count(1, "the signature WEBVTT is missing")
            between = self._between(0, end)
            return ["", between.words], between.id
        first = self._text.find("\n", signature.end(), end)
        if first < 0:
            return [self._text[signature.end() : end]], ""
        between = self._between(first + 1, end)
        self._keep(between.others)
        return [self._text[signature.end() : first], *between.words.split("\n")], between.id

    def _cue(self, times: re.Match[str], id: str, end: int) -> str:
        """Adds the cue of some times, whose blocks reach to `end`; gives the id of the next one."""
        line = self._line_at(times.start())
        *clocks, settings = times.groups()
        if not _STANDARD.match(times[0]):
            self._repaired.count(line, "times are not written as WebVTT has them")
        span = milliseconds(*clocks[:4]), milliseconds(*clocks[4:])
        words, gap, rest = self._text[times.end() + 1 : end].partition("\n\n")
        if gap and not rest and words[:1] != "\n":
            between = _Between(words, "")
        else:
            between = self._between(times.end() + 1, end, id)
        raw = between.words
        if settings and not _SETTINGS.fullmatch(settings):
            raw = raw or settings.strip()
            kept = "the words of a cue" if raw is not between.words else "left out"
            self._repaired.count(line, f"what stands behind the times of a cue is {kept}")
        self._cues.append(RawCue(id, *span, raw, line))
        if between.others:
            self._keep(between.others)
        return between.id

    def _between(self, begin: int, end: int, id_above: str = "0") -> _Between:
        """What stands from `begin` to `end`, where the next line of times begins or the text ends.

        The id of the next cue is a block of one line right above its times; a number that follows
        the id above is one, too, where blank lines are missing or doubled.
        """
        blocks = list(_BLOCK.finditer(self._text, begin, end))
        is_above_times = end < len(self._text) and bool(blocks)
        last = blocks[-1] if is_above_times else None
        words = blocks.pop(0)[0] if blocks and blocks[0].start() == begin else ""
        others = [(block.start(), block[0]) for block in blocks]
        if last is None:
            return _Between(words, "", others)
        above, _, line = last[0].rpartition("\n")
        if others and not above and last.end() == end - 1 and not is_comment(line):
            return _Between(words, line, others[:-1])
        if not _follows(line, id_above):
            return _Between(words, "", others)
        if not others:
            return _Between(above, line)
        return _Between(words, line, [*others[:-1], *([(last.start(), above)] if above else [])])

    def _keep(self, others: Sequence[tuple[int, str]]) -> None:
        """Keeps blocks that are neither times nor the words right below them."""
        texts: list[str] = []
        first = 0
        for position, block in others:
            if is_comment(block):
                line = self._line_at(position)
                self._notes.append(Note(len(self._cues), block[4:].strip(), line))
            elif not is_style(block):
                first = first or self._line_at(position)
                texts.append(block)
        if texts and self._cues:
            self._add_text("\n".join(texts), first)
        elif texts:
            self._repaired.count(first, "text above the first cue is left out")

    def _add_text(self, raw: str, line: int) -> None:
        """Gives the last cue text from behind a blank line; where it has words, one more cue."""
        above = self._cues[-1]
        if above.raw:
            self._repaired.count(line, "text behind a blank line belongs to the cue above")
            self._cues.append(above._replace(id="", raw=raw, line=line))
        else:
            self._repaired.count(line, "a blank line parted a cue from its times")
            self._cues[-1] = above._replace(raw=raw)


def _follows(line: str, id_above: str) -> bool:
    """Whether a line is the number that comes after an id."""
    if not (_NUMBER.fullmatch(line) and _NUMBER.fullmatch(id_above)):
        return False
    return int(line) == int(id_above) + 1
