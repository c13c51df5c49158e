"""Finding phrases by whole words: what a query of the library finds and marks in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from braidtui.find.accents import accents_agree
from braidtui.find.finder import Span
from braidtui.find.folding import ACCENTS, fold
from braidtui.find.phrase import Phrase
from braidtui.find.words import (
    goes_on,
    is_passed_over,
    marks_one_alone,
    stands_alone,
    words,
)

_PASSED_OVER = re.compile(f"[{ACCENTS}]")
_LETTER = "[0-9a-z]"
_SIGN = r"[\x01-/:-`{-\x7f]"
_OTHER_SIGN = r"[^\w\x00-\x7f]"  # a mark or an emoji too: such a match is looked at
_BETWEEN = f"{_SIGN}*(?:{_OTHER_SIGN}{_SIGN}*){{0,256}}?"  # unlimited it may be quadratic
_KEPT = 256


class WordFinder:
    """Finds phrases: their words in a row, whole, whatever signs but NUL lie between them.

    So texts joined by a NUL are searched at once, and nothing is found across two of them.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._finders = [_finder_of(phrase) for phrase in dict.fromkeys(phrases)]

    def spans(self, text: str) -> list[Span]:
        """Every occurrence, in order; those that overlap are one."""
        folded = _folded(text)
        found = [span for finder in self._finders for span in finder.occurrences(text, folded)]
        return _joined(found if len(self._finders) == 1 else sorted(found))


def stands_in(phrase: Phrase, text: str) -> bool:
    """Whether a phrase occurs in a text."""
    return any(True for _ in _finder_of(phrase).occurrences(text, _folded(text)))


def _joined(found: list[Span]) -> list[Span]:
    joined: list[Span] = []
    end = 0
    for span in found:
        if span[0] < end:
            end = max(end, span[1])
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append(span)
            end = span[1]
    return joined


class _PhraseFinder:
    """Finds one phrase.

    A pattern finds every occurrence in the folded text. Where there are signs beyond ASCII it may
    find more: that is looked at, one by one.
    """

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._is_one = len(phrase.words) == 1
        self._alone = [stands_alone(word[0]) for word in phrase.words]
        are_apart = all(self._alone) and not any(marks_one_alone(word[0]) for word in phrase.words)
        self._length = len("".join(phrase.words)) if are_apart else 0

    def occurrences(self, text: str, folded: str) -> Iterator[Span]:
        """From left to right; those of several words may overlap."""
        pattern = self._pattern_for(folded)
        at = 0
        while pattern and (match := pattern.search(folded, at)):
            begin, end = match.start(), self._checked(text, folded, *match.span())
            at = end if end and self._is_one else begin + 1
            if end:
                yield begin, end

    def _pattern_for(self, folded: str) -> re.Pattern[str] | None:
        """None where a word is missing, which is quickly seen."""
        if not folded.isascii() and _PASSED_OVER.search(folded):
            return self._loose
        return self._exact if all(word in folded for word in self._phrase.words) else None

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        first, *others = map(re.escape, self._phrase.words)
        # A pattern that begins with a text is the fastest: what may not precede it comes later.
        before = "" if self._alone[0] else f"(?<!{_LETTER}{first})"
        return self._pattern([first + before, *others])

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        """For a text with accents and joiners between its letters."""
        return self._pattern(
            [f"[{ACCENTS}]*".join(map(re.escape, word)) for word in self._phrase.words]
        )

    def _pattern(self, spelled: list[str]) -> re.Pattern[str]:
        ends = ["" if alone else f"(?!{_LETTER})" for alone in self._alone]
        if self._phrase.is_prefix:
            ends[-1] = "" if self._alone[-1] else f"{_LETTER}*"
        return re.compile(_BETWEEN.join(map(str.__add__, spelled, ends)))

    def _checked(self, text: str, folded: str, begin: int, end: int) -> int:
        """Where the occurrence ends that the pattern found; 0 where it is none."""
        if not folded.isascii():
            end = self._end(folded, end) if self._begins(folded, begin) else 0
        is_sure = self._is_one or end - begin == self._length or folded[begin:end].isascii()
        if is_sure and not self._phrase.accented:
            return end
        return end if end and self._has_words(text[begin:end]) else 0

    def _begins(self, folded: str, at: int) -> bool:
        """Whether a word begins here, and not before."""
        before = folded[at - 1 : at]
        if self._alone[0] and not marks_one_alone(folded[at]):
            return True
        while is_passed_over(before):
            at -= 1
            before = folded[at - 1 : at]
        return not (stands_alone(before) if self._alone[0] else goes_on(before))

    def _end(self, folded: str, at: int) -> int:
        """Where the word ends whose letters end here, or some of them; 0 if it is another word."""
        goes_on_with = marks_one_alone if self._alone[-1] else goes_on
        while (passed := is_passed_over(folded[at : at + 1])) or goes_on_with(folded[at : at + 1]):
            if not (passed or self._phrase.is_prefix):
                return 0
            at += 1
        return at

    def _has_words(self, text: str) -> bool:
        """Whether a text from word to word has those of the phrase, with the accents typed."""
        if self._phrase.accented and text.isascii():
            return False
        found = list(words(text))
        *whole, last = (word.text for word in found)
        is_last = last.startswith if self._phrase.is_prefix else last.__eq__
        if tuple(whole) != self._phrase.words[:-1] or not is_last(self._phrase.words[-1]):
            return False
        return all(
            accents_agree(typed, text[word.begin : word.end])
            for typed, word in zip(self._typed, found, strict=False)
        )

    @cached_property
    def _typed(self) -> list[str]:
        """Each word of the phrase as it was typed."""
        typed = self._phrase.accented
        return [typed[word.begin : word.end] for word in words(typed)]


_folded = lru_cache(8)(fold)  # a text is mostly looked through for one phrase after the other
_finder_of = lru_cache(_KEPT)(_PhraseFinder)
