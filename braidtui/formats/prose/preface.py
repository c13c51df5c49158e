"""What stands above the first turn: a title, notes, links; nobody says it."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from braidtui.episode.model import Source
from braidtui.formats.prose.front_matter.facts import read_date
from braidtui.formats.prose.layouts import CLOCK
from braidtui.formats.prose.script import Role, ScriptLine
from braidtui.formats.prose.wording import Reading, heading_of, words_of
from braidtui.formats.reading.clock import read_clock

_LONGEST = 2000  # characters; a longer one, or more than this share, is speech without a name
_MOST = 0.2
_LONGEST_TITLE = 150
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)|[A-Za-z ]{0,30}\b[Dd]ate(?:/[Tt]ime)?:(.{1,100})", re.ASCII)
_LENGTH = re.compile(
    rf"(?:[A-Za-z ]{{0,30}}(?:[Dd]uration|[Rr]untime|[Ll]ength):[ ]{{0,4}})?({CLOCK})"
)
_NUMBER = re.compile(r"(?:^|[ (])#[ ]?(\d{1,6})(?!\d)", re.ASCII)
_LABELLED = re.compile(r"(?:episode[ ])?title[ ]?:[ \t]*(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z][a-z]{2,20} #?\d{1,4}: [^\s\d]")
_DIRECTION = re.compile(
    r"\\?\[[^\[\]\d]{1,80}\]|\([^()\d]{1,80}\)|\{[^{}\d]{1,80}\}|<[^<>\d/]{1,80}>"
)


class Preface(NamedTuple):
    """The title of the whole, and what else stands above the first turn; `listed` are its lines,
    among which may be a list of chapters. Day, duration (milliseconds) and number as its lines tell
    them."""

    title: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    listed: str = ""
    date: datetime.date | None = None
    duration: int | None = None
    number: int | None = None


def preface_of(script: Sequence[ScriptLine], reading: Reading) -> tuple[Preface, list[ScriptLine]]:
    """The preface, and the script without it; where no line is marked only a title is."""
    above = _above(script, reading)
    if not above:
        return _title_alone(script, reading)
    if all(map(_is_direction, script[:above])):
        return Preface(), list(script)
    title = _title(script[:above], reading)
    parts = (Role.HEADING, Role.TITLE)
    headings = [line for line in script[:above] if line.role in parts and line is not title]
    told = [line for line in script[:above] if line is not title and line not in headings[-1:]]
    said = [words_of([line.text], reading) for line in told if line.role is not Role.DEFINITION]
    note = "\n\n".join(found.text for found in said if found.text.strip())
    if note:
        first = told[0].number
        reading.tally.count(first, "what stands above the first turn is kept as the note")
    sources = dict.fromkeys(source for found in said for source in found.sources)
    kept = [*headings[-1:], *script[above:]]
    listed = "\n".join(found.text for found in said)
    preface = Preface(_words(title, reading), note, tuple(sources), listed)
    return _with_facts(preface, [line.text for line in told]), kept


def _with_facts(preface: Preface, lines: Sequence[str]) -> Preface:
    """The preface with what its lines tell of the episode: a day or a duration on a line of its
    own, or behind a word for it; in the title a number (`#12`)."""
    days = (read_date(found[1] or found[2]) for line in lines if (found := _DAY.fullmatch(line)))
    lengths = (read_clock(found[1]) for line in lines if (found := _LENGTH.fullmatch(line)))
    numbered = _NUMBER.search(preface.title)
    return preface._replace(
        date=next((day for day in days if day), None),
        duration=next((length for length in lengths if length), None),
        number=int(numbered[1]) if numbered else None,
    )


def _title_alone(
    script: Sequence[ScriptLine], reading: Reading
) -> tuple[Preface, list[ScriptLine]]:
    title = next((line for line in script[:1] if line.role is Role.TITLE), None)
    if title is None and len(script) > 1 and script[1].opens and _is_numbered(script[0]):
        title = script[0]
    return Preface(_words(title, reading)), list(script[1:] if title else script)


def _is_numbered(line: ScriptLine) -> bool:
    """Whether a line is a title with a number before it: `Lecture 4: Moraines`."""
    is_short = len(line.text) <= _LONGEST_TITLE and not line.text.endswith((".", "?", "!"))
    return is_short and line.role is Role.TEXT and _NUMBERED.match(line.text) is not None


def _words(title: ScriptLine | None, reading: Reading) -> str:
    if title is None:
        return ""
    labelled = _LABELLED.match(title.text) if title.role is Role.TEXT else None
    bare = title._replace(text=title.text[labelled.end() :]) if labelled else title
    return heading_of(bare, 0, reading).title


def _is_direction(line: ScriptLine) -> bool:
    """Whether a line is what is heard (`[music]`), and so belongs to what is said below it."""
    return line.role is Role.TEXT and _DIRECTION.fullmatch(line.text) is not None


def _above(script: Sequence[ScriptLine], reading: Reading) -> int:
    """How many lines stand above the first turn: none where they are speech, or no turn is
    marked."""
    takes = reading.evidence.takes
    if not reading.evidence.takes_any:
        return 0
    first = next((at for at, line in enumerate(script) if line.mark and takes(line.mark)), 0)
    size = sum(len(line.text) for line in script[:first] if line.role is not Role.DEFINITION)
    if not first or size <= _LONGEST:
        return first
    return first if size <= _MOST * sum(len(line.text) for line in script) else 0


def _title(lines: Sequence[ScriptLine], reading: Reading) -> ScriptLine | None:
    """The line that is the title: a `#` heading, in plain text the first of the lines above."""
    leading = next((line for line in lines if line.role in (Role.TITLE, Role.HEADING)), None)
    if leading is not None and leading.role is Role.TITLE:
        return leading
    first = next((line for line in lines if not _is_direction(line)), lines[0])
    if _LABELLED.match(first.text) and first.role is Role.TEXT:
        return first
    if reading.is_markdown or first.role is not Role.TEXT:
        return None
    is_short = len(first.text) <= _LONGEST_TITLE and not first.text.endswith((".", "?", "!"))
    return first if is_short else None
