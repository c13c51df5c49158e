"""Generated wording: sentences whose words are as frequent as in a language (Zipf).

A language of blanks has a word at a time, one without blanks (as Chinese) a letter at a time.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

_MOST_FREQUENT_IS = 2.0  # the first word is one of twenty, as "the" is
_SENTENCE = (4, 26)  # words
_TOPICAL = 0.06  # of the words are those that an episode is about
_UNIQUE = 0.002  # of the words are names and misspellings that stand nowhere else
_LATIN = [c + v for c in "bdfghklmnprstvwz" for v in ("a", "e", "i", "o", "u", "en", "ar", "is")]
_ACCENTED = [c + v for c in "bdklmnrst" for v in ("é", "ö", "ña", "ç", "ů", "å")]
_CYRILLIC = [c + v for c in "бвгджзклмнпрстх" for v in ("а", "е", "и", "о", "у", "ой", "ан", "ы")]
_DEVANAGARI = [c + v for c in "कखगचजटडतदनपबमयरलवसह" for v in ("", "ा", "ि", "ी", "ु", "े", "ो", "्य")]


@dataclass(frozen=True)
class Language:
    """Words, the most frequent first, and what makes sentences of them."""

    words: Sequence[str]
    weights: Sequence[float]  # cumulative
    syllables: Sequence[str]
    letters_a_word: float
    blank: str = " "
    comma: str = ", "
    stop: str = ". "

    def drawn(self, chance: random.Random, count: int, topics: Sequence[str]) -> list[str]:
        """So many words in a row of an episode about `topics`."""
        drawn = chance.choices(self.words, cum_weights=self.weights, k=count)
        for _ in range(int(count * _TOPICAL)):
            drawn[int(chance.random() * count)] = topics[int(chance.random() ** 2 * len(topics))]
        for _ in range(int(count * _UNIQUE)):
            drawn[int(chance.random() * count)] = "".join(chance.choices(self.syllables, k=5))
        return drawn

    def topics(self, chance: random.Random, count: int) -> list[str]:
        """Words that are not frequent anywhere else."""
        return chance.choices(self.words[len(self.words) // 60 :], k=count)

    def told(self, chance: random.Random, words: list[str]) -> str:
        """The words as a text: sentences with capitals, commas and quotation marks."""
        told, begin = [], 0
        while begin < len(words):
            sentence = words[begin : begin + chance.randint(*_SENTENCE)]
            begin += len(sentence)
            middle = len(sentence) // 2
            if chance.random() < 0.2:
                sentence[middle] = f"“{sentence[middle]}”"
            elif middle > 2:
                sentence[middle] += self.comma.strip()
            told.append(_capital(self.blank.join(sentence)) + self.stop)
        return "".join(told).rstrip()


@cache
def languages() -> tuple[Language, ...]:
    """Like English (two of a hundred words have an accent), Russian, Chinese and Hindi."""
    latin = _vocabulary(_LATIN, 60_000, 1)
    for rank in range(60, len(latin), 45):
        latin[rank] += random.Random(rank).choice(_ACCENTED)
    for rank, ending in ((9, "’s"), (21, "n’t"), (34, "’re"), (70, "’ll"), (130, "’s")):
        latin[rank] += ending
    chinese = [chr(0x4E00 + 7 * rank % 6000) for rank in range(3000)]
    return (
        Language(latin, _zipf(len(latin)), _LATIN, 6.6),
        Language(
            cyrillic := _vocabulary(_CYRILLIC, 20_000, 2), _zipf(len(cyrillic)), _CYRILLIC, 6.1
        ),
        Language(chinese, _zipf(len(chinese)), chinese, 1.2, "", "，", "。"),
        Language(hindi := _vocabulary(_DEVANAGARI, 8_000, 3), _zipf(len(hindi)), _DEVANAGARI, 5.3),
    )


def _vocabulary(syllables: Sequence[str], size: int, seed: int) -> list[str]:
    """Distinct words, the short ones first."""
    chance = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < size:
        length = 1 if len(words) < 60 else chance.choice((2, 2, 3, 3, 3, 4))
        words.setdefault("".join(chance.choices(syllables, k=length)))
    return list(words)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + _MOST_FREQUENT_IS) for rank in range(count)))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
