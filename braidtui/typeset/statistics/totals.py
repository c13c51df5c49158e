"""What an episode comes to in all, in words, and what its times do not tell."""

from braidtui.episode.statistics.numbers import Numbers
from braidtui.episode.timecode import format_clock
from braidtui.typeset.heads import counted
from braidtui.typeset.statistics.parts import UNKNOWN


def totals(numbers: Numbers) -> str:
    """`2,334 words · 178 words a minute · 53 sources`; of a segment its length and turns first."""
    total = numbers.total
    told = [] if numbers.is_whole else _extent(numbers)
    told.append(counted(total.words, "word"))
    if total.words_a_minute is not None:
        told.append(f"{total.words_a_minute:,.0f} words a minute")
    if numbers.sources:
        told.append(counted(numbers.sources, "source"))
    return " · ".join(told)


def _extent(numbers: Numbers) -> list[str]:
    length = numbers.segments[0].length
    turns = counted(numbers.total.turns, "turn")
    return [turns] if length is None else [clock(length), turns]


def note(numbers: Numbers) -> str:
    """What is not known, and what stands for it; "" where all is."""
    total = numbers.total
    if not total.turns:
        return "Nothing is said here."
    if not numbers.is_timed:
        return "This transcript tells no times: shares and bars go by words."
    if total.timed_turns < total.turns:
        told = f"{total.timed_turns:,} of {counted(total.turns, 'turn')}"
        return f"The times tell how long {told} took: time, share and pace are of those."
    return ""


def clock(milliseconds: int | None) -> str:
    """A time or a length, with hours where there are any; a dash where it is not known."""
    return UNKNOWN if milliseconds is None else format_clock(milliseconds, hours=False)
