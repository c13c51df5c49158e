"""A phrase: words in a row, as they are looked for."""

from dataclasses import dataclass
from typing import Self

from braidtui.find.accents import has_accents
from braidtui.find.words import words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, folded as `find.words` gives them; never empty.

    `is_prefix`: the last is the beginning of a word. `accented`: what was typed has accents, and
    they must be there (the phrase as typed, clean), else "".
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    accented: str = ""

    def first(self, count: int) -> Self:
        """The phrase of its first so many words, all of them whole where any is left out."""
        if len(self.words) <= count:
            return self
        end = [word.end for word in words(self.accented)][count - 1] if self.accented else 0
        return type(self)(self.words[:count], accented=_accented(self.accented[:end]))


def phrase_of(text: str, *, is_prefix: bool = False) -> Phrase | None:
    """The words of a safe text as a phrase; None where it has none.

    The last is a prefix only where the text ends with it: `end.` is a whole word.
    """
    found = list(words(text))
    if not found:
        return None
    goes_on = is_prefix and found[-1].end == len(text)
    return Phrase(tuple(word.text for word in found), goes_on, _accented(text))


def _accented(text: str) -> str:
    return text if has_accents(text) else ""
