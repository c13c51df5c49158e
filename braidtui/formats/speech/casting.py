"""The cast of an episode: who speaks, and what the text and the person know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from braidtui.episode.colors import known_color
from braidtui.episode.model import Episode, Quote, Speaker
from braidtui.episode.quotes import find_quotes
from braidtui.episode.safe_text import clean
from braidtui.formats.reading.speaker_ids import speaker_ids
from braidtui.formats.reading.titles import title_line
from braidtui.formats.speech.aliases import folded

_PARTS = ("id", "role", "model", "voice", "color")


class Cast:
    """The speakers of an episode in the order they first speak, those with an id of the text's own
    before them.

    A person of the text who has an id stays though silent: such a text is an episode already. Who
    else is announced and never speaks is `silent`.
    """

    def __init__(
        self, names: Sequence[str], told: Sequence[Speaker], known: Sequence[Speaker]
    ) -> None:
        by_name = _by_name([*told, *known])
        staying = dict.fromkeys(title_line(person.name) for person in told if person.id)
        spoken = list(dict.fromkeys([*staying, *names]))
        people = {name: by_name.get(folded(name), Speaker("", name)) for name in spoken}
        self.ids = speaker_ids(spoken, {name: it.id for name, it in people.items() if it.id})
        self.speakers = tuple(_speaker(id, name, people[name]) for name, id in self.ids.items())
        heard = {folded(name) for name in spoken}
        announced = dict.fromkeys(title_line(person.name) for person in told)
        self.silent = [name for name in announced if name and folded(name) not in heard]


def placed(episode: Episode, quotes: Sequence[Quote], ids: Mapping[str, str]) -> tuple[Quote, ...]:
    """The quotes, each with speaker and start of the turn where its words stand; with neither
    where they stand nowhere. A quote names its speaker, or the id of one."""
    if not quotes:
        return ()
    known = {id: id for id in ids.values()} | {folded(name): id for name, id in ids.items()}
    texts = [" ".join(clean(quote.text).split()) for quote in quotes]
    meant = [
        Quote(text, known.get(folded(quote.speaker), ""), quote.start)
        for text, quote in zip(texts, quotes, strict=True)
    ]
    bare = [Quote(text) for text in texts]
    spans = find_quotes(replace(episode, quotes=(*meant, *bare)))
    both = zip(texts, spans[: len(texts)], spans[len(texts) :], strict=True)
    found = [(text, own or anyone) for text, own, anyone in both]
    turns = episode.turns
    return tuple(
        Quote(text, turns[span.turn].speaker, turns[span.turn].start) if span else Quote(text)
        for text, span in found
        if text
    )


def _speaker(id: str, name: str, person: Speaker) -> Speaker:
    role, model, voice = (title_line(part) for part in (person.role, person.model, person.voice))
    return Speaker(id, name, role, model, voice, known_color(person.color))


def _by_name(people: Sequence[Speaker]) -> dict[str, Speaker]:
    """By folded name, each part as the first tells it who tells it."""
    by_name: dict[str, Speaker] = {}
    for person in people:
        met = by_name.setdefault(folded(title_line(person.name)), person)
        told = {part: getattr(met, part) or getattr(person, part) for part in _PARTS}
        by_name[folded(title_line(person.name))] = replace(met, **told)
    return by_name
