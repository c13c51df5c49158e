"""Generated episodes, written as files into a home of their own."""

import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_writer import write_episode

SIZES = (50, 1_000, 10_000, 100_000)
_VOCABULARY = 4_000
_WORDS_A_TURN = (4, 110)
_TURNS_A_SEGMENT = 50
_SECONDS_A_TURN = 8
_YEAR = 365 * 86_400
_CAST = (
    Speaker("mora", "Mora Lind", "host", "Argon 3", "Willow"),
    Speaker("tavi", "Tavi Okoro", "host", "Argon 3", "Cedar"),
    Speaker("jun", "Jun 川端", "guest"),
    Speaker("eva", "Eva Sørensen", "reporter"),
)
_CJK = "記録は声から文字になり文字は画面で読まれる。"


@dataclass(frozen=True)
class Home:
    """A folder that stands for the person's home, and an episode of each size in it."""

    folder: Path

    def environment(self, notebook: str = "data") -> dict[str, str]:
        """All that a program of this home finds in its environment; places read go to `notebook`.

        Nothing else is passed on: a PYTHONDONTWRITEBYTECODE would make each start slower.
        """
        folders = {"CONFIG": "config", "CACHE": "cache", "STATE": "state", "DATA": notebook}
        places = {f"XDG_{name}_HOME": str(self.folder / it) for name, it in folders.items()}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), **places, **terminal}

    def episode(self, turns: int) -> Path:
        """The file of the episode of so many turns; made when first asked for.

        It was last changed a year ago: a cache may not trust a file that changes just now.
        """
        path = self.folder / f"{turns}.yaml"
        if not path.exists():
            path.write_text(write_episode(generated(turns)), encoding="utf-8")
            changed = time.time() - _YEAR
            os.utime(path, (changed, changed))
        return path


def generated(turns: int) -> Episode:
    """An episode of about 330 characters a turn; the same for the same number of turns.

    Words are as frequent as in a language (Zipf), half of the turns have typographic characters,
    one of fifty is CJK, one of twenty names a source, one of ten has two paragraphs.
    """
    spoken = tuple(_turns(turns))
    each = min(_TURNS_A_SEGMENT, max(1, turns // 7))
    segments = tuple(
        Segment(
            f"Part {begin // each + 1}: {spoken[begin].text[:30].strip()}",
            spoken[begin].start,
            spoken[begin : begin + each],
        )
        for begin in range(0, turns, each)
    )
    quoted = (spoken[turns // part] for part in (9, 5, 2))
    quotes = tuple(Quote(_opening(turn.text), turn.speaker, turn.start) for turn in quoted)
    length = turns * _SECONDS_A_TURN * 1000
    return Episode("Generated words", _CAST, segments, "Bench", 1, duration=length, quotes=quotes)


def _turns(count: int) -> Iterator[Turn]:
    chance = random.Random(count)
    words, weights = _vocabulary()
    for number in range(count):
        spoken = chance.choices(words, cum_weights=weights, k=chance.randint(*_WORDS_A_TURN))
        text = _sentences(spoken, number)
        sources = (_source(number),) if number % 20 == 3 else ()
        speaker = _CAST[min(3, int(chance.expovariate(1.2)))].id
        yield Turn(speaker, text, number * _SECONDS_A_TURN * 1000, sources)


def _vocabulary() -> tuple[list[str], list[float]]:
    chance = random.Random(1)
    lengths = (chance.choice((1, 2, 2, 3, 3, 4)) for _ in range(_VOCABULARY))
    syllables = [c + v for c in "bdfgklmnprstvw" for v in ("a", "e", "i", "o", "u", "en", "ar")]
    words = ["".join(chance.choices(syllables, k=length)) for length in lengths]
    words.sort(key=len)
    return words, list(accumulate(1 / (rank + 2) for rank in range(_VOCABULARY)))


def _sentences(words: list[str], number: int) -> str:
    if number % 50 == 17:
        return _CJK * (1 + len(words) // 20)
    if number % 2:
        words[len(words) // 2] = "—it’s “" + words[0] + "”,"
    if number % 10 == 5:
        words[len(words) // 3] += ".\n\nThen"
    return " ".join(words).capitalize() + "."


def _source(number: int) -> Source:
    return Source(f"https://example.org/{number}", f"What was found out about {number}", "example")


def _opening(text: str) -> str:
    """The first words of a turn, up to a paragraph's end."""
    return " ".join(text.partition("\n")[0].split(" ")[:12])
