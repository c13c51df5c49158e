"""What is to be said of a page: what it lacks, what was mended, and what was left out."""

from collections.abc import Iterator, Sequence

from braidtui.episode.model import Episode
from braidtui.episode.problem import Problem
from braidtui.episode.timecode import format_time
from braidtui.formats.braid_page.page import Page, Spoken
from braidtui.formats.imported import notice
from braidtui.formats.reading.page.lines import Line

_LONGEST_SHOWN = 40


def notices_of(page: Page, episode: Episode, lines: Sequence[Line]) -> tuple[Problem, ...]:
    """Every notice of a page, by line."""
    notices = [
        *_missing(page),
        *_cleaned(lines),
        *_unplaced(page),
        *_of_quotes(episode),
        *_of_cast(page),
        *_of_turns(page),
    ]
    return tuple(sorted(notices))


def _missing(page: Page) -> Iterator[Problem]:
    head = page.head
    parts = (
        (head.number is None, "no number (a line DISPATCH 008)"),
        (head.date is None, "no date"),
        (not head.title, "no title"),
        (head.duration is None, "no duration"),
        (not head.quotes, "no pull quote"),
        (not page.entries, "no list of segments: the turns are one segment"),
        (not page.hosts, "no hosts: roles, models and voices are not known"),
        (all(turn.start is None for turn in page.turns), "no time of any turn"),
    )
    return (notice(1, f"the page has {words}") for is_missing, words in parts if is_missing)


def _cleaned(lines: Sequence[Line]) -> Iterator[Problem]:
    touched = [line for line in lines if line.cleaned]
    if touched:
        count = sum(line.cleaned for line in touched)
        words = "character was" if count == 1 else "characters were"
        yield notice(touched[0].number, f"{count} hidden or control {words} cleaned away")


def _unplaced(page: Page) -> Iterator[Problem]:
    for part, lines in page.strays.items():
        if lines:
            words = "a line" if len(lines) == 1 else f"{len(lines)} lines, the first"
            shown = _shown(lines[0].text)
            yield notice(lines[0].number, f"{words} of {part} left out: {shown}")
    for turn in page.silent:
        yield notice(turn.line, "a turn without words left out")


def _of_quotes(episode: Episode) -> Iterator[Problem]:
    for quote in episode.quotes:
        if not quote.speaker:
            yield notice(1, f"a pull quote stands in no turn: {_shown(quote.text)}")


def _of_cast(page: Page) -> Iterator[Problem]:
    named = {host.name for host in page.hosts}
    for turn in page.turns if named else ():
        if turn.speaker not in named:
            named.add(turn.speaker)
            yield notice(turn.line, f"{turn.speaker} speaks but is not among the hosts")


def _of_turns(page: Page) -> Iterator[Problem]:
    starts = [entry.start for entry in page.entries]
    if starts != sorted(starts):
        yield notice(1, "the list of segments is put in the order of time")
    if page.head.duration is not None and page.duration is None:
        words = f"the duration {format_time(page.head.duration)} is left out: turns start after it"
        yield notice(1, words)
    is_timed = any(turn.start is not None for turn in page.turns)
    for turn in page.turns:
        if not turn.is_named:
            yield notice(turn.line, f"a time without a name: taken for {turn.speaker}")
        if turn.start is None and is_timed:
            yield notice(turn.line, _why_no_start(turn))
        for line in turn.mended:
            yield notice(line, "a paragraph that a page break had cut is whole again")


def _why_no_start(turn: Spoken) -> str:
    if not turn.clock:
        return f"a turn of {turn.speaker} tells no time"
    return f"the time {turn.clock} is none, or runs backwards: left out"


def _shown(text: str) -> str:
    return f'"{text}"' if len(text) <= _LONGEST_SHOWN else f'"{text[: _LONGEST_SHOWN - 1]}…"'
