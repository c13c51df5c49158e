"""Invented episodes that are edited at random, and the truth: where each character went."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan

SYLLABLES = [
    *("ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "nu"),
    *("gal", "fen", "dor", "pim", "sku", "tra", "lev", "on", "ar", "est"),
]
Sign = tuple[str, int | None]  # a character, and which of the first text it is


@dataclass
class Said:
    """A turn that is being edited."""

    speaker: str
    start: int | None
    signs: list[Sign]

    @property
    def text(self) -> str:
        return "".join(sign for sign, _ in self.signs)


@dataclass
class Draft:
    """An episode that is being edited; a segment is a list of turns."""

    segments: list[list[Said]]
    names: dict[str, str] = field(default_factory=lambda: {"a": "Ann", "b": "Ben", "c": "Cy"})

    @property
    def turns(self) -> list[Said]:
        return [said for segment in self.segments for said in segment]

    def episode(self) -> Episode:
        segments = (
            Segment(f"Part {n}", None, tuple(Turn(s.speaker, s.text, s.start) for s in said))
            for n, said in enumerate(self.segments)
        )
        cast = tuple(Speaker(id, name) for id, name in self.names.items())
        return Episode("Words", cast, tuple(segments))

    def signs(self, spans: Iterable[TurnSpan]) -> set[int | None]:
        """Which signs of the first text stand in some spans; None for those that are new."""
        turns = self.turns
        return {
            origin
            for span in spans
            for sign, origin in turns[span.turn].signs[span.begin : span.end]
            if not sign.isspace()
        }


def written(chance: random.Random, texts: Iterable[str], *, times: str) -> Draft:
    """A first draft: `times` are "told", "regular" or "" for none."""
    segments: list[list[Said]] = []
    start, origin = 0, iter(range(100_000_000))
    for number, text in enumerate(texts):
        if number % 12 == 0:
            segments.append([])
        signs = [(sign, next(origin)) for sign in text]
        told = start if times else None
        segments[-1].append(Said(chance.choice("abc"), told, signs))
        start += 8000 if times == "regular" else chance.randrange(800, 20_000)
    return Draft(segments)


def words(chance: random.Random, count: int) -> str:
    made = ("".join(chance.choices(SYLLABLES, k=chance.randrange(1, 4))) for _ in range(count))
    text = " ".join(word + chance.choice(["", "", "", "", "", ",", "’s", " —"]) for word in made)
    return text.capitalize() + chance.choice([".", "?", "!", "."])


def ordinary(chance: random.Random, turns: int) -> Iterator[str]:
    """Talk as it is: long turns, short ones, a few words that come again and again."""
    for _ in range(turns):
        if chance.random() < 0.15:
            yield chance.choice(["Yes.", "Right.", "I see.", "Mm-hm.", "No, no."])
        else:
            count = chance.randrange(1, 5)
            yield " ".join(words(chance, chance.randrange(3, 16)) for _ in range(count))


def repeating(chance: random.Random, turns: int) -> Iterator[str]:
    """Little but the same few words."""
    return (chance.choice(["Yes.", "No.", "Yes. No.", "Well, yes."]) for _ in range(turns))


def alternating(chance: random.Random, turns: int) -> Iterator[str]:
    """Two sentences in turn: nothing but their place tells one from the next."""
    return ("Do you agree with that?" if n % 2 else "Yes, I do." for n in range(turns))


def counting(chance: random.Random, turns: int) -> Iterator[str]:
    """Turns that differ in a number only."""
    return (f"Turn number {n} says something or other." for n in range(turns))


def echoing(chance: random.Random, turns: int) -> Iterator[str]:
    """A dozen sentences over and over, so that passages return."""
    sentences = [words(chance, 6) for _ in range(12)]
    return (" ".join(chance.choices(sentences, k=chance.randrange(1, 4))) for _ in range(turns))


def edit(chance: random.Random, draft: Draft) -> str:
    """One random edit; gives its name."""
    kind = chance.choice(EDITS)
    kind(chance, draft)
    return kind.__name__


def insert_turn(chance: random.Random, draft: Draft) -> None:
    segment = chance.choice(draft.segments)
    at = chance.randrange(len(segment) + 1)
    text = chance.choice(["Yes.", words(chance, 8), words(chance, 30)])
    segment.insert(at, Said(chance.choice("abc"), _start_at(segment, at), _new(text)))


def copy_turn(chance: random.Random, draft: Draft) -> None:
    """The same words again elsewhere: no old letter is in the copy."""
    segment = chance.choice(draft.segments)
    at = chance.randrange(len(segment) + 1)
    text = chance.choice(draft.turns).text
    segment.insert(at, Said(chance.choice("abc"), _start_at(segment, at), _new(text)))


def delete_turn(chance: random.Random, draft: Draft) -> None:
    segment = chance.choice(draft.segments)
    if len(segment) > 1:
        del segment[chance.randrange(len(segment))]


def split_turn(chance: random.Random, draft: Draft) -> None:
    segment = chance.choice(draft.segments)
    _split(chance, segment, chance.randrange(len(segment)))


def interject(chance: random.Random, draft: Draft) -> None:
    segment = chance.choice(draft.segments)
    at = chance.randrange(len(segment))
    if _split(chance, segment, at):
        said = Said(chance.choice("abc"), segment[at + 1].start, _new(words(chance, 2)))
        segment.insert(at + 1, said)


def merge_turns(chance: random.Random, draft: Draft) -> None:
    segment = chance.choice(draft.segments)
    if len(segment) > 1:
        at = chance.randrange(len(segment) - 1)
        segment[at].signs += [(" ", None), *segment.pop(at + 1).signs]


def change_start(chance: random.Random, draft: Draft) -> None:
    said = chance.choice(draft.turns)
    if said.start is not None:
        said.start += chance.randrange(-500, 900)


def shift_starts(chance: random.Random, draft: Draft) -> None:
    by = chance.choice([-8000, -1000, 500, 8000, 16_000])
    for said in draft.turns:
        said.start = None if said.start is None else max(0, said.start + by)


def rename_speaker(chance: random.Random, draft: Draft) -> None:
    draft.names[chance.choice("abc")] = chance.choice(["Dr. Ann", "Ann", "Benjamin", "Zoe"])


def change_speaker(chance: random.Random, draft: Draft) -> None:
    chance.choice(draft.turns).speaker = chance.choice("abc")


def move_segment(chance: random.Random, draft: Draft) -> None:
    segment = draft.segments.pop(chance.randrange(len(draft.segments)))
    draft.segments.insert(chance.randrange(len(draft.segments) + 1), segment)


def set_otherwise(chance: random.Random, draft: Draft) -> None:
    """Other quotation marks, dashes, blanks and dots, in some turns or in all."""
    forms = {"’": "'", " ": chance.choice(["\xa0", "  ", " "]), "—": "--", ".": "…", "?": "?!"}
    for said in draft.turns if chance.random() < 0.3 else [chance.choice(draft.turns)]:
        said.signs = [
            (part, origin) for sign, origin in said.signs for part in forms.get(sign, sign)
        ]


def mend_typo(chance: random.Random, draft: Draft) -> None:
    """A letter is lost, added or another."""
    signs = chance.choice(draft.turns).signs
    places = [at for at, (sign, _) in enumerate(signs) if sign.isalpha()]
    if len(places) > 8:
        at = chance.choice(places)
        new = chance.choice([[], [("x", None)], [signs[at], ("x", None)]])
        signs[at : at + 1] = new


def change_word(chance: random.Random, draft: Draft) -> None:
    """A word is lost, added or another."""
    signs = chance.choice(draft.turns).signs
    blanks = [at for at, (sign, _) in enumerate(signs) if sign == " "]
    if len(blanks) > 4:
        nth = chance.randrange(len(blanks) - 1)
        begin, end = blanks[nth] + 1, blanks[nth + 1]
        word = _new(chance.choice(SYLLABLES) + chance.choice(SYLLABLES))
        signs[begin:end] = chance.choice([[], word, [*word, (" ", None), *signs[begin:end]]])


EDITS: list[Callable[[random.Random, Draft], None]] = [
    *(insert_turn, copy_turn, delete_turn, split_turn, interject, merge_turns, change_start),
    *(shift_starts, rename_speaker, change_speaker, move_segment, set_otherwise),
    *(mend_typo, change_word),
]


def _new(text: str) -> list[Sign]:
    return [(sign, None) for sign in text]


def _start_at(segment: list[Said], at: int) -> int | None:
    return segment[min(at, len(segment) - 1)].start if segment else None


def _split(chance: random.Random, segment: list[Said], at: int) -> bool:
    said = segment[at]
    blanks = [place for place, (sign, _) in enumerate(said.signs) if sign == " "]
    if not blanks:
        return False
    place = chance.choice(blanks)
    start = None if said.start is None else said.start + 400
    segment.insert(at + 1, Said(said.speaker, start, said.signs[place + 1 :]))
    del said.signs[place:]
    return True
