"""The speakers of an episode with what each comes to, as bars."""

from functools import cached_property

from braidtui.episode.statistics.numbers import Numbers, SpeakerNumbers
from braidtui.typeset.cells import cell_len, fitted
from braidtui.typeset.glyphs import glyph
from braidtui.typeset.heads import counted
from braidtui.typeset.statistics.parts import (
    GAP,
    UNKNOWN,
    Column,
    Line,
    bar,
    cut,
    heading_line,
    headings,
    numbers,
    width_of,
)
from braidtui.typeset.statistics.totals import clock

LEAST_WIDE = 72  # cells in which a speaker has one line
_LONGEST_NAME = 24
_LEAST_NAME = 8
_LEAST_BAR = 6
_INDENT = "  "


class SpeakerSection:
    """One line a speaker, or four where there is not room for all columns."""

    def __init__(self, numbers: Numbers, width: int) -> None:
        self._numbers = numbers
        self._width = width
        self._is_wide = width >= LEAST_WIDE
        self.count = len(numbers.speakers)
        self.height = 1 if self._is_wide else 4

    @property
    def heading(self) -> Line:
        """What stands above the speakers."""
        after = headings(self._columns) if self._is_wide else ""
        return heading_line("Speakers", after, self._width)

    def lines(self, index: int) -> tuple[Line, ...]:
        """What a speaker comes to."""
        one = self._numbers.speakers[index]
        return (self._row(index, one),) if self._is_wide else self._block(one)

    def turn(self, index: int) -> int:
        """The longest turn of a speaker."""
        return self._numbers.speakers[index].longest.turn

    def _row(self, index: int, one: SpeakerNumbers) -> Line:
        style = self._style(one)
        room = self._width - width_of(self._columns)
        name = min(self._widest_name, _LONGEST_NAME, max(_LEAST_NAME, room - _LEAST_BAR - 2))
        filled = bar(self._filled(one), room - name - len(GAP))
        return cut(
            (
                (fitted(self._name(one), name) + GAP, style),
                (fitted(filled, max(0, room - name - len(GAP))), style),
                (numbers(self._columns, index), "text"),
            ),
            self._width,
        )

    def _block(self, one: SpeakerNumbers) -> tuple[Line, ...]:
        tally, style = one.tally, self._style(one)
        time = clock(tally.talk_time) + GAP if self._numbers.is_timed else ""
        beside = f"{time}{self._share_told(one):>4}"
        name = fitted(self._name(one), max(1, self._width - cell_len(beside) - len(GAP)))
        pace = tally.words_a_minute
        words = counted(tally.words, "word") + ("" if pace is None else f" · {pace:,.0f} a minute")
        turns = f"{counted(tally.turns, 'turn')}, longest {self._longest(one)}"
        lines: tuple[Line, ...] = (
            ((name, style), (GAP + beside, "text")),
            ((_INDENT + bar(self._filled(one), max(1, self._width - 2)), style),),
            ((_INDENT + words, "text"),),
            ((_INDENT + turns, "text"),),
        )
        return tuple(cut(line, self._width) for line in lines)

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        speakers = self._numbers.speakers
        time = Column("time", [clock(one.tally.talk_time) for one in speakers])
        pace = Column("w/min", [_pace(one) for one in speakers])
        told = self._numbers.is_timed
        return (
            *((time,) if told else ()),
            Column("share", [self._share_told(one) for one in speakers]),
            Column("words", [f"{one.tally.words:,}" for one in speakers]),
            Column("turns", [f"{one.tally.turns:,}" for one in speakers]),
            *((pace,) if told else ()),
            Column("longest", [self._longest(one) for one in speakers]),
        )

    @cached_property
    def _widest_name(self) -> int:
        return max((cell_len(self._name(one)) for one in self._numbers.speakers), default=0)

    def _name(self, one: SpeakerNumbers) -> str:
        return f"{glyph(one.speaker)} {self._numbers.episode.speakers[one.speaker].name}"

    def _style(self, one: SpeakerNumbers) -> str:
        return f"speaker {self._numbers.episode.speakers[one.speaker].id}"

    def _share(self, one: SpeakerNumbers) -> float:
        return self._numbers.share(one.tally)

    def _filled(self, one: SpeakerNumbers) -> float:
        """Which part of the bar is drawn: all of it for the greatest share."""
        return self._share(one) / self._most if self._most else 0.0

    @cached_property
    def _most(self) -> float:
        return max(map(self._share, self._numbers.speakers))

    def _share_told(self, one: SpeakerNumbers) -> str:
        is_known = bool(one.tally.timed_turns) or not self._numbers.is_timed
        return f"{self._share(one):.0%}" if is_known else UNKNOWN

    def _longest(self, one: SpeakerNumbers) -> str:
        """How long it is, and where."""
        turn, length, words = one.longest
        start = self._numbers.episode.turns[turn].start
        where = f"turn {turn + 1:,}" if start is None else clock(start)
        return f"{counted(words, 'word') if length is None else clock(length)} at {where}"


def _pace(one: SpeakerNumbers) -> str:
    pace = one.tally.words_a_minute
    return UNKNOWN if pace is None else f"{pace:,.0f}"
