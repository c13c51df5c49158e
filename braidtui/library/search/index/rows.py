"""An episode as rows of the index."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from braidtui.episode.model import Episode, Speaker, Turn
from braidtui.episode.quotes import find_quotes
from braidtui.find.words import indexed_text
from braidtui.library.search.filtering import sites_of
from braidtui.library.search.index.tables import BETWEEN, DEGREES, EVERY, OF_SEGMENT, Fact

_QUOTED: Fact = ("has", "quote")
_SOURCED: Fact = ("has", "source")

_FEW = 3  # times that a word is frequent, in so many words; twice as often is the next degree
_USUAL = 10_000
_IN_TITLE = 2  # times that it is frequent by standing in a title

_TOGETHER = 256  # turns whose texts are taken apart at once
_IN_WORDS = b"0123456789abcdefghijklmnopqrstuvwxyz" + bytes(range(0x80, 0x100))
_PARTED = bytes(byte if byte in _IN_WORDS else 0x20 for byte in range(0x100))


class EpisodeRows(NamedTuple):
    """For each turn its words, with those of what is above it and of its segment's title; its facts
    and that which tells its speaker.

    `quoted` are the turns that a pull quote stands in. `words` is the row of the episode: its
    words, and those that are frequent in it once more, with a sign for how much.
    """

    texts: Sequence[str]
    facts: Sequence[tuple[Fact, ...]]
    speakers: Sequence[Fact]
    quoted: Collection[int]
    words: str


def rows_of(episode: Episode) -> EpisodeRows:
    """The rows of an episode."""
    texts = _texts(episode.turns)
    titles = [indexed_text(segment.title) for segment in episode.segments]
    above = _above(episode, titles)
    of_cast = {speaker.id: _speaker(speaker) for speaker in episode.speakers}
    quoted = {quote.turn for quote in find_quotes(episode) if quote}
    return EpisodeRows(
        _with_titles(texts, above, _of_segments(episode, titles)),
        _facts(episode, of_cast, quoted),
        [of_cast[turn.speaker] for turn in episode.turns],
        quoted,
        _words(texts, above.values()),
    )


def _texts(turns: Sequence[Turn]) -> list[str]:
    """A few hundred at once take half the time."""
    texts: list[str] = []
    for begin in range(0, len(turns), _TOGETHER):
        together = "\0".join([turn.text for turn in turns[begin : begin + _TOGETHER]])
        texts += indexed_text(together).split("\0")
    return texts


def _above(episode: Episode, titles: Sequence[str]) -> dict[int, str]:
    """What stands above turns, by turn: titles and the summary, parted."""
    first_of_all = [indexed_text(episode.title), indexed_text(episode.summary)]
    above = {0: first_of_all}
    for first, segment, title in zip(episode.first_turns, episode.segments, titles, strict=True):
        if segment.turns:
            above.setdefault(first, []).append(title)
    return {turn: f" {BETWEEN} ".join(them) for turn, them in above.items()}


def _of_segments(episode: Episode, titles: Sequence[str]) -> list[str]:
    """For each turn the words of its segment's title, each with the sign for it."""
    of_segments: list[str] = []
    for segment, title in zip(episode.segments, titles, strict=True):
        words = title.encode().translate(_PARTED).decode().split()
        signed = "".join(f" {OF_SEGMENT}{word}" for word in words)
        of_segments += [f" {BETWEEN}{signed} "] * len(segment.turns)
    return of_segments


def _with_titles(
    texts: Sequence[str], above: Mapping[int, str], of_segments: Sequence[str]
) -> list[str]:
    whole = list(map(str.__add__, texts, of_segments))
    for turn, heading in above.items():
        whole[turn] += f"{BETWEEN} {heading} {BETWEEN} "
    return whole


def _speaker(speaker: Speaker) -> Fact:
    return ("speaker", f"{speaker.id}\n{speaker.name}")


def _facts(
    episode: Episode, of_cast: Mapping[str, Fact], quoted: Iterable[int]
) -> list[tuple[Fact, ...]]:
    of_speakers = {it.id: (EVERY, of_cast[it.id], *_parts(it)) for it in episode.speakers}
    facts = [of_speakers[turn.speaker] for turn in episode.turns]
    for index, turn in enumerate(episode.turns):
        if turn.sources:
            sites = (site for source in turn.sources for site in sites_of(source))
            facts[index] += (_SOURCED, *(("site", site) for site in dict.fromkeys(sites)))
    for index in quoted:
        facts[index] += (_QUOTED,)
    return facts


def _parts(speaker: Speaker) -> list[Fact]:
    parts = ("role", speaker.role), ("model", speaker.model), ("voice", speaker.voice)
    return [(field, value) for field, value in parts if value]


def _words(texts: Iterable[str], titles: Iterable[str]) -> str:
    """The row of the episode. It is parted as `ascii` does it, in bytes: half the time."""
    counts = Counter("\0".join(texts).encode().translate(_PARTED).split())
    few = max(_FEW, _FEW * counts.total() // _USUAL)
    for title in titles:
        for word in title.encode().translate(_PARTED).split():
            counts[word] += _IN_TITLE * few
    counts.pop(BETWEEN.encode(), None)
    degrees = [degree.encode() for degree in DEGREES]
    often = [
        word + degrees[min((count // few).bit_length(), len(degrees)) - 1]
        for word, count in counts.items()
        if count >= few
    ]
    return b" ".join([*counts, *often]).decode()
