"""Generated libraries and queries, so small in words that nearly everything is found somewhere."""

import datetime
import os
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_writer import write_episode
from braidtui.find.phrase import Phrase, phrase_of
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.search.fields import FIELDS
from braidtui.library.search.query import Atom, Days, Filter, Numbers, Query
from braidtui.library.search.scanning import scan

_LATIN = (
    "Rocket rockets filing the a An of café cafe cafe\u0301 Ärger arger naïve don’t it's c++ x²"
)
_OTHERS = (
    "東京 東 タワー 검색 भारत में привет Привёт ὁδός ΟΔΟΣ שלום กินข้าว မြန်မာ ﾀﾞﾝｽ ＡＢ 🚗 👩\u200d💻"
)
_WORDS = f"{_LATIN} 3.14 snake_case — … (so) [tsk] {_OTHERS} ½ Ⅷ ﬁn".split()
_ENDS = (".", ",", " –", "!", "\n\n", "”")
_CAST = (
    Speaker("ann", "Ann Lee", "host", "claude/opus 4", "grok/ara"),
    Speaker("ben", "Ben Ångström", "guest", "codex/gpt-5.5"),
    Speaker("rocket", "Cho 東", "the host", voice="grok/sal"),
)
_SITES = ("justice.gov", "Café News", "")
_DAY = datetime.date(2026, 1, 1)


def text(chance: random.Random, most: int = 9) -> str:
    """Some words, with signs between."""
    words = chance.choices(_WORDS, k=chance.randint(1, most))
    return " ".join(w + chance.choice(_ENDS) if chance.random() < 0.2 else w for w in words).strip()


def episode(chance: random.Random, number: int) -> Episode:
    """Some segments, not all with turns, of which some are quoted and some have sources."""
    segments = []
    for _ in range(chance.randint(1, 4)):
        turns = tuple(_turn(chance) for _ in range(chance.randint(0, 5)))
        segments.append(Segment(_line(chance, 3), None, turns))
    segments.append(Segment(_line(chance, 3), None, (_turn(chance),)))
    said = [turn for segment in segments for turn in segment.turns]
    quoted = chance.choice(said).text.partition("\n")[0]
    return Episode(
        title=_line(chance, 4),
        speakers=_CAST,
        segments=tuple(segments),
        show=chance.choice(("Braid", "The Café", "")),
        number=chance.choice((None, number)),
        date=chance.choice((None, _DAY + datetime.timedelta(days=chance.randrange(40)))),
        duration=chance.choice((None, chance.randrange(3_600_000))),
        summary=chance.choice(("", text(chance))),
        quotes=(Quote(quoted),) if chance.random() < 0.5 else (),
    )


def _turn(chance: random.Random) -> Turn:
    source = Source(chance.choice(("", "https://example.org/a")), "", chance.choice(_SITES))
    is_resting = chance.random() < 0.3 and (source.url or source.site)
    return Turn(chance.choice(_CAST).id, text(chance), None, (source,) if is_resting else ())


def _line(chance: random.Random, most: int) -> str:
    return text(chance, most).replace("\n", " ")


def write(folder: Path, chance: random.Random, count: int) -> Path:
    """A folder of episode files, as if written an hour ago."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        put(folder / f"{number:03}.yaml", episode(chance, number))
    return folder


def put(path: Path, whole: Episode, age: float = 3600) -> None:
    """An episode as a file, so many seconds old."""
    path.write_text(write_episode(whole), encoding="utf-8")
    changed = time.time() - age
    os.utime(path, (changed, changed))


class Asking:
    """Makes queries of all kinds about some episodes, and knows what they should find."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library = library
        self.read = {entry.key: chance.choice((0.0, 0.5, 1.0)) for entry in library.entries()}
        self._chance = chance
        self._episodes = [
            (entry, library.open(entry.path).episode)
            for entry in library.entries()
            if not entry.broken
        ]

    def query(self) -> Query:
        """One to three clauses, mostly of one atom."""
        clauses = [
            tuple(self._atom() for _ in range(self._chance.choice((1, 1, 1, 2, 3))))
            for _ in range(self._chance.choice((1, 1, 2, 2, 3)))
        ]
        return Query(" ".join(str(atom) for clause in clauses for atom in clause), tuple(clauses))

    def expected(self, query: Query) -> list[tuple[Entry, int]]:
        """What it should find, newest first."""
        return [
            (entry, turn)
            for entry, whole in self._episodes
            for turn in scan(query, entry, whole, self.read[entry.key])
        ]

    def _atom(self) -> Atom:
        makers: Sequence[Callable[[], Phrase | Filter]] = (self._phrase, self._phrase, self._filter)
        return Atom(self._chance.choice(makers)(), self._chance.random() < 0.2)

    def _phrase(self) -> Phrase:
        """Mostly words as they stand in a turn, a title or a summary."""
        _, whole = self._chance.choice(self._episodes)
        turn = self._chance.choice(whole.turns)
        title = self._chance.choice(whole.segments).title
        said = self._chance.choice((turn.text, turn.text, turn.text, title, whole.title)).split()
        begin = self._chance.randrange(len(said))
        typed = " ".join(said[begin : begin + self._chance.choice((1, 1, 1, 2, 3))])
        typed = typed[: self._chance.choice((1, 2, 3, 99, 99))]
        if self._chance.random() < 0.3:
            typed = typed.translate(str.maketrans("éÄïá", "eAia"))
        is_prefix = self._chance.random() < 0.4
        return phrase_of(typed, is_prefix=is_prefix) or Phrase(("rocket",))

    def _filter(self) -> Filter:
        field = self._chance.choice(list(FIELDS))
        wanted = self._wanted(field)
        return Filter(field, wanted, f"{field}:{wanted}")

    def _wanted(self, field: str) -> Phrase | Numbers | Days | str:
        chance = self._chance
        if field in ("has", "is"):
            return chance.choice({"has": ("quote", "source"), "is": ("read", "unread")}[field])
        if field == "date":
            ends = [_DAY + datetime.timedelta(days=chance.randrange(40)) for _ in "ab"]
            return Days(*chance.choice(((min(ends), max(ends)), (ends[0], None), (None, ends[1]))))
        if field == "dur":
            return Numbers(chance.choice((None, 1_000_000)), chance.choice((None, 2_000_000)))
        if field == "episode" and chance.random() < 0.5:
            return Numbers(chance.randrange(6), chance.choice((None, 8)))
        values = {
            "speaker": ("ann", "Ben", "Ångström", "lee", "rocket", "東", "guest"),
            "role": ("host", "the"),
            "model": ("claude", "gpt", "opus 4"),
            "voice": ("grok", "ara"),
            "show": ("braid", "Café", "cafe"),
            "site": ("justice.gov", "gov", "café", "example"),
            "episode": ("3", "004"),
        }
        typed = chance.choice(values.get(field, _WORDS))
        is_prefix = chance.random() < 0.3
        return phrase_of(typed, is_prefix=is_prefix) or Phrase(("the",))
