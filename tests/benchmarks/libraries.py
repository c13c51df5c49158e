"""Generated libraries: folders of episode files with so many turns in all, and the same each time.

Ten years of some shows, each in one language, with turns of other languages in between. An episode
has 40 to 600 turns of 330 characters on average, and words of its own beside those of all.
"""

import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_writer import write_episode
from tests.benchmarks.wording import Language, languages

SIZES = (1_000, 100_000, 1_000_000)
_FEWEST, _USUAL, _MOST = 40, 150, 600  # turns an episode
_CHARACTERS = (40, 620)  # a turn
_FIRST_DAY = date(2016, 1, 4)
_DAYS = 3652
_CAST = 300  # people in all
_SHOWS = (0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 1, 0, 0)  # the language of each, the largest first
_SITES = 400
_PROCESSES = 2  # that write at once
_OLD = 1_500_000_000  # seconds: when the files were last changed


class Generated(NamedTuple):
    """A library on the disk; `size` is that of the text of its turns, in MB of UTF-8."""

    root: Path
    turns: int
    size: float


class Plan(NamedTuple):
    """One episode of a library, before it is made."""

    number: int
    turns: int
    day: date
    show: int

    @property
    def path(self) -> str:
        """The path of its file within the library."""
        return f"show{self.show:02}/{self.number:05}.yaml"


def plans(turns: int) -> Iterator[Plan]:
    """The episodes of a library of so many turns, the oldest first."""
    chance = random.Random(turns)
    lengths: list[int] = []
    while (left := turns - sum(lengths)) > 0:
        lengths.append(min(left, int(chance.triangular(_FEWEST, _MOST, _USUAL))))
    shares = list(accumulate(1 / (rank + 1) for rank in range(len(_SHOWS))))
    shows = chance.choices(range(len(_SHOWS)), cum_weights=shares, k=len(lengths))
    for number, (length, show) in enumerate(zip(lengths, shows, strict=True)):
        day = _FIRST_DAY + timedelta(days=_DAYS * number // len(lengths))
        yield Plan(number, length, day, show)


def library(folder: Path, turns: int) -> Generated:
    """The library of so many turns, in a folder of its own; written when first asked for."""
    root = folder / f"{turns}"
    size = root / ".bytes"
    if not size.exists():
        for show in range(len(_SHOWS)):
            (root / f"show{show:02}").mkdir(parents=True, exist_ok=True)
        with ProcessPoolExecutor(_PROCESSES) as pool:
            bytes = sum(pool.map(partial(_write, root), plans(turns), chunksize=16))
        size.write_text(str(bytes))
    return Generated(root, turns, int(size.read_text()) / 1e6)


def small_files(folder: Path, count: int) -> Path:
    """A library of so many episodes of two turns; written when first asked for."""
    root = folder / f"{count}-files"
    if not root.exists():
        unfinished = root.with_suffix(".new")
        unfinished.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            _put(unfinished / f"{number:05}.yaml", made(Plan(number, 2, _FIRST_DAY, 0)))
        unfinished.rename(root)
    return root


def made(plan: Plan) -> Episode:
    """The episode that was planned."""
    chance = random.Random(plan.number)
    language = languages()[_SHOWS[plan.show]]
    topics = language.topics(chance, 40)
    cast = _cast_of(chance, plan.show)
    turns = tuple(_turns(chance, plan, language, topics, cast))
    segments = tuple(_segments(chance, language, topics, turns))
    quoted = (turns[len(turns) // part] for part in (5, 2))
    return Episode(
        title=_title(chance, language, topics),
        speakers=tuple(cast),
        segments=segments,
        show=_show(plan.show),
        number=plan.number,
        date=plan.day,
        duration=(turns[-1].start or 0) + 20_000,
        summary=language.told(chance, language.drawn(chance, 40, topics)),
        quotes=tuple(Quote(_opening(turn.text), turn.speaker, turn.start) for turn in quoted),
    )


def _write(root: Path, plan: Plan) -> int:
    """Bytes of text in it."""
    episode = made(plan)
    _put(root / plan.path, episode)
    return sum(len(turn.text.encode()) for turn in episode.turns)


def _put(path: Path, episode: Episode) -> None:
    path.write_text(write_episode(episode), encoding="utf-8")
    os.utime(path, (_OLD, _OLD))  # a cache may not trust a file that changes just now


def _turns(
    chance: random.Random, plan: Plan, own: Language, topics: list[str], cast: Sequence[Speaker]
) -> Iterator[Turn]:
    start = 0
    talkative = list(accumulate(1 / (rank + 1) for rank in range(len(cast))))
    ids = chance.choices([speaker.id for speaker in cast], cum_weights=talkative, k=plan.turns)
    for id in ids:
        language, about = own, topics
        if chance.random() < 0.02:
            language = chance.choice(languages())
            about = language.topics(chance, 5)
        length = chance.randint(*_CHARACTERS)
        words = language.drawn(chance, 1 + int(length / language.letters_a_word), about)
        text = language.told(chance, words)
        sources = (_source(chance, own, about),) if chance.random() < 0.1 else ()
        yield Turn(id, _two_paragraphs(text) if length % 12 == 0 else text, start, sources)
        start += 1000 + length * 60


def _two_paragraphs(text: str) -> str:
    return text.replace(". ", ".\n\n", 1)


def _segments(
    chance: random.Random, language: Language, topics: list[str], turns: Sequence[Turn]
) -> Iterator[Segment]:
    begin = 0
    while begin < len(turns):
        those = turns[begin : begin + chance.randint(10, 50)]
        yield Segment(_title(chance, language, topics), those[0].start, tuple(those))
        begin += len(those)


def _title(chance: random.Random, language: Language, topics: list[str]) -> str:
    words = language.drawn(chance, 2, topics) + chance.sample(topics, 3)
    return language.blank.join(words).capitalize()


def _source(chance: random.Random, language: Language, topics: list[str]) -> Source:
    site = f"site{int(chance.expovariate(8 / _SITES)) % _SITES}.example.org"
    url = f"https://{site}/{chance.randrange(1 << 32):x}"
    return Source(url, _title(chance, language, topics), site)


def _cast_of(chance: random.Random, show: int) -> list[Speaker]:
    """Two who are always there, and up to four guests."""
    guests = chance.choices(_people(), k=chance.randint(0, 4))
    return list(dict.fromkeys([*_people()[2 * show : 2 * show + 2], *guests]))


@cache
def _people() -> list[Speaker]:
    chance = random.Random(7)
    latin = languages()[0].words
    first = [word.capitalize() for word in latin[100:190]]
    last = [word.capitalize() for word in latin[1000:1600]]
    roles = ("host", "moderator", "reporter", "guest", "builder")
    return [
        Speaker(
            f"p{number}",
            f"{chance.choice(first)} {chance.choice(last)}",
            chance.choice(roles),
            f"model-{number % 7}",
            f"voice-{number % 23}",
        )
        for number in range(_CAST)
    ]


def _show(show: int) -> str:
    return " ".join(languages()[0].words[300 + 2 * show : 302 + 2 * show]).capitalize()


def _opening(text: str) -> str:
    return text.partition("\n")[0][:60].strip()
