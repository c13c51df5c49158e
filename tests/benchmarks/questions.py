"""Ten kinds of queries, as a person types them, drawn from the turns of a generated library.

Each finds a turn, that from which it was drawn among them; only those of "no hit" find none.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from braidtui.episode.model import Episode
from braidtui.find.words import words
from tests.benchmarks.libraries import made, plans

_SAMPLE = 60  # episodes
_COMMON = 60  # words
_LONG = 6  # letters


class Questions:
    """Queries over the library of so many turns; the same for the same number."""

    def __init__(self, turns: int) -> None:
        planned = list(plans(turns))
        self._chance = random.Random(turns)
        self._episodes = [
            made(plan) for plan in self._chance.sample(planned, min(_SAMPLE, len(planned)))
        ]

    def kinds(self, count: int) -> dict[str, list[str]]:
        """So many different queries of each kind, by the name of the kind; fewer where few are."""
        drawn: dict[str, Callable[[], str]] = {
            "common word": lambda: self._chance.choice(self._common),
            "rare word": self._rare,
            "phrase": self._phrase,
            "prefix of one letter": lambda: f"{self._rare()[0]}*",
            "two words": lambda: " ".join(self._chance.sample(self._turn()[1], 2)),
            "speaker": self._of_speaker,
            "date range": self._of_dates,
            "negation": self._without,
            "or": lambda: f"{self._rare()} OR {self._chance.choice(self._common)}",
            "no hit": lambda: f"{self._chance.choice(self._common)} {self._rare()}qxz",
        }
        return {kind: _different(draw, count) for kind, draw in drawn.items()}

    def key_strokes(self, count: int) -> list[str]:
        """What stands in the field of a search after each key, two words long; so many of these."""
        typed: list[str] = []
        while len(typed) < count:
            whole = f"{self._chance.choice(self._common)} {self._rare()}"
            typed += [whole[:length] for length in range(1, len(whole) + 1)]
        return typed[:count]

    def _turn(self) -> tuple[Episode, list[str], str]:
        """An episode, the different words of one of its turns, and who speaks it."""
        while True:
            episode = self._chance.choice(self._episodes)
            turn = self._chance.choice(episode.turns)
            told = list(dict.fromkeys(word.text for word in words(turn.text)))
            if len(told) > 8:
                return episode, told, episode.speakers_by_id[turn.speaker].name

    @cached_property
    def _common(self) -> Sequence[str]:
        counted = Counter(
            word.text
            for episode in self._episodes
            for turn in episode.turns[::9]
            for word in words(turn.text)
        )
        return [word for word, _ in counted.most_common(_COMMON)]

    def _rare(self) -> str:
        while not (found := [word for word in self._turn()[1] if len(word) >= _LONG]):
            pass
        return self._chance.choice(found)

    def _phrase(self) -> str:
        """Two to four words in a row."""
        while True:
            turn = self._chance.choice(self._chance.choice(self._episodes).turns)
            told = [word.text for word in words(turn.text)]
            begin = self._chance.randrange(len(told))
            if len(part := told[begin : begin + self._chance.randint(2, 4)]) > 1:
                return f'"{" ".join(part)}"'

    def _of_speaker(self) -> str:
        _, told, speaker = self._turn()
        return f'{self._chance.choice(told)} speaker:"{speaker}"'

    def _of_dates(self) -> str:
        """A word in the months around an episode, or from one of them on."""
        episode, told, _ = self._turn()
        day = episode.date
        assert day
        until = "" if self._chance.random() < 0.3 else f"{day.year + 1}-{day.month:02}"
        return f"{self._chance.choice(told)} date:{day.year}-{day.month:02}..{until}"

    def _without(self) -> str:
        _, told, _ = self._turn()
        absent = [word for word in self._common if word not in told]
        return f"{self._chance.choice(told)} -{self._chance.choice(absent)}"


def _different(draw: Callable[[], str], count: int) -> list[str]:
    """So many different ones, or as many as there are; in the order in which they were drawn."""
    drawn = dict.fromkeys(draw() for _ in range(count))
    for _ in range(20 * count):
        if len(drawn) >= count:
            break
        drawn.setdefault(draw())
    return list(drawn)
