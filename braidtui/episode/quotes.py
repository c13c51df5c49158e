"""Where the pull quotes of an episode stand in its turns."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from braidtui.episode.letter_forms import BLANKS, FORMS
from braidtui.episode.model import Episode, Quote
from braidtui.episode.timecode import format_time
from braidtui.episode.turn_span import TurnSpan

_WORD = re.compile(f"[^ \n{BLANKS}]+")
_MOST_READ = 200_000_000  # characters, beside 64 times the episode: thousands of quotes end there
_PARTED = " \0 "  # between turns; no safe text has it


def find_quotes(episode: Episode) -> tuple[TurnSpan | None, ...]:
    """For each quote of the episode where it stands, None where it stands in no turn it may mean.

    Quotation marks, dashes and runs of white space count as equal whatever their form. A quote that
    names a speaker or a start means only such turns; else it is the first turn with the words.
    """
    if not episode.quotes:
        return ()
    searcher = _Searcher(episode)
    return tuple(searcher.find(quote) for quote in episode.quotes)


def unfound_quotes(episode: Episode) -> dict[int, str]:
    """The quotes that `find_quotes` finds nowhere, by their index, and why in words."""
    if not episode.quotes:
        return {}
    searcher = _Searcher(episode)
    return {
        index: _why_not(quote, episode, searcher)
        for index, quote in enumerate(episode.quotes)
        if searcher.find(quote) is None
    }


def _why_not(quote: Quote, episode: Episode, searcher: "_Searcher") -> str:
    elsewhere = searcher.find(Quote(quote.text))
    if searcher.is_spent:
        return "not looked for: the episode has too many quotes"
    if elsewhere is None:
        return "these words stand in no turn"
    turn = episode.turns[elsewhere.turn]
    at = "in a turn without a time" if turn.start is None else f"at {format_time(turn.start)}"
    if quote.speaker and turn.speaker != quote.speaker:
        return f'"{turn.speaker}" says these words {at}, not "{quote.speaker}"'
    return f"these words stand {at}, not at {format_time(quote.start or 0)}"


class _Searcher:
    """Finds quotes; turns that have been folded once are kept."""

    def __init__(self, episode: Episode) -> None:
        self._turns = episode.turns
        self._starts = {quote.start for quote in episode.quotes} - {None}
        self._stacks: dict[tuple[str, int | None], _Stack] = {}
        self._budget = _MOST_READ + 64 * sum(len(turn.text) for turn in self._turns)

    @property
    def is_spent(self) -> bool:
        """Whether so much has been read that no more is."""
        return self._budget < 0

    def find(self, quote: Quote) -> TurnSpan | None:
        meant = (quote.speaker, quote.start)
        if meant not in self._stacks:
            self._stacks[meant] = self._stack(*meant)
        self._budget -= self._stacks[meant].size
        return None if self.is_spent else self._stacks[meant].find(quote.text)

    def _stack(self, speaker: str, start: int | None) -> "_Stack":
        turns = range(len(self._turns)) if start is None else self._by_start.get(start, ())
        meant = [turn for turn in turns if not speaker or self._turns[turn].speaker == speaker]
        return _Stack(meant, [self._turns[turn].text for turn in meant])

    @cached_property
    def _by_start(self) -> dict[int, list[int]]:
        """The turns that start where a quote of the episode is said to."""
        by_start: dict[int, list[int]] = {}
        for index, turn in enumerate(self._turns):
            if turn.start in self._starts and turn.start is not None:
                by_start.setdefault(turn.start, []).append(index)
        return by_start


class _Stack:
    """The texts of some turns, folded into one: a search is one `str.find`, which is linear."""

    def __init__(self, turns: Sequence[int], texts: Sequence[str]) -> None:
        self._turns, self._texts = turns, texts
        self._folded = _folded(_PARTED.join(texts))
        self.size = len(self._folded)
        self._spans: dict[int, _Words] = {}

    def find(self, text: str) -> TurnSpan | None:
        words = _folded(text)
        at = self._folded.find(words) if words else -1
        if at < 0:
            return None
        nth = bisect_right(self._begins, at) - 1
        if nth not in self._spans:
            self._spans[nth] = _Words(self._texts[nth])
        begin = at - self._begins[nth]
        span = self._spans[nth]
        return TurnSpan(
            self._turns[nth], span.unfolded(begin), span.unfolded(begin + len(words) - 1) + 1
        )

    @cached_property
    def _begins(self) -> list[int]:
        """Where each turn begins in the folded text."""
        lengths = (len(part) + 1 for part in self._folded.split("\0"))
        return [0, *(begin + 1 for begin in accumulate(lengths))]


class _Words:
    """Leads from an offset in the folded text of one turn back to the text as it is."""

    def __init__(self, text: str) -> None:
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        self._begins = [begin for begin, _ in words]
        self._folded = [0, *accumulate(end - begin + 1 for begin, end in words)]

    def unfolded(self, offset: int) -> int:
        word = bisect_right(self._folded, offset) - 1
        return self._begins[word] + offset - self._folded[word]


def _folded(text: str) -> str:
    text = text.replace("\n", " ")
    if not text.isascii():
        for plain, forms in FORMS.items():
            for form in forms:
                text = text.replace(form, plain)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")
