"""SBV, the captions of YouTube's editor: two times with a comma between, lines, a blank line."""

import re
from collections.abc import Iterator

from braidtui.formats.captions.entities import with_entities_decoded
from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported, refused
from braidtui.formats.reading.clock import read_told_clock
from braidtui.formats.reading.limits import limited
from braidtui.formats.reading.tally import Tally
from braidtui.formats.speech.composing import imported_from
from braidtui.formats.speech.draft import Draft, Utterance

_CLOCK = r"(\d{1,9}:\d{1,3}:\d{1,9}\.\d{1,9})"
_TIMES = re.compile(
    rf"^[ \t\xa0]*+{_CLOCK}[ \t\xa0]*+,[ \t\xa0]*+{_CLOCK}[ \t\xa0]*+$", re.MULTILINE | re.ASCII
)
_CANONICAL = re.compile(r"\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}", re.ASCII)
_BLANK_LINES = re.compile(r"\n\s*\n")


def claims(given: Given) -> bool:
    """Whether the first line of a text that is not blank has two times of SBV."""
    beginning = given.text.replace("\ufeff", "").lstrip()[:200]
    return _TIMES.match(beginning) is not None


def read_sbv(given: Given, options: ReadOptions) -> Imported:
    """The episode of captions, each an utterance; raises FormatRefused where there is none."""
    text = given.text.replace("\ufeff", "")
    told, repairs = Tally(), Tally()
    utterances = list(_utterances(text, told, repairs))
    if not utterances:
        raise refused("no caption in it (a line like 0:00:01.000,0:00:02.000, and words below)")
    return imported_from(
        Draft(utterances, has_prefixes=True, notices=told.notices, repairs=repairs.notices),
        options,
    )


def _utterances(text: str, told: Tally, repairs: Tally) -> Iterator[Utterance]:
    times = limited(_TIMES.finditer(text))
    if times and text[: times[0].start()].strip():
        told.count(1, "words above the first caption are left out")
    line, counted = 1, 0
    for at, match in enumerate(times):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        is_last = at == len(times) - 1
        body = text[match.end() : len(text) if is_last else times[at + 1].start()]
        _count_departures(match[0], body, is_last, line, repairs)
        start, end = read_told_clock(match[1]), read_told_clock(match[2])
        words = with_entities_decoded(body.strip().replace("[br]", "\n"))
        if words:
            yield Utterance(_BLANK_LINES.sub("\n", words), "", start, end, line)
        else:
            told.count(line, "a caption without words is left out")


def _count_departures(times: str, body: str, is_last: bool, line: int, repairs: Tally) -> None:
    if not _CANONICAL.fullmatch(times):
        repairs.count(line, "times that are not written 0:00:00.000,0:00:00.000")
    if "\n\n" in body.strip():
        repairs.count(line, "a blank line within a caption is taken out")
    if not is_last and not body.endswith("\n\n"):
        repairs.count(line, "no blank line below a caption")
